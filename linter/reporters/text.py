"""The format `text`: for a person at a terminal, and one line a finding in a pipe."""

from collections import Counter
from collections.abc import Iterator

from linter.model.finding import Excerpt, FileReport, Finding, Report
from linter.model.rule import Severity
from linter.reporters.escape import cells, printable
from linter.reporters.style import Style

FOLD = 3
"""More findings of one rule in a file than these are folded."""

_INDENT = "     "
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "36"}


def report(run: Report, style: Style) -> str:
    """The report for a terminal, grouped by file, or for a pipe, one line a finding."""
    lines = _grouped(run, style) if style.terminal else _flat(run, style)
    return "".join(f"{line}\n" for line in lines)


def summary(run: Report, style: Style) -> list[str]:
    """The closing lines: how much of what was found, what was not shown, and how to learn more."""
    counts = [_count(run.count(severity), severity.value) for severity in Severity]
    files = _count(len(run.files), "file")
    lines = [f"{files}: {', '.join(counts)}." if any(map(run.count, Severity)) else f"{files}: nothing found."]
    hidden = [severity for severity in Severity if severity.rank > style.show.rank and run.count(severity)]
    lines += [f"Not shown: {_count(run.count(severity), severity.value)} (--show {severity.value})." for severity in hidden]
    if run.suppressed:
        lines.append(f"Silenced: {_count(run.suppressed, 'finding')}.")
    if run.skipped:
        lines.append(f"Skipped: {_count(run.skipped, 'file')}.")
    first = next((f.rule for file in run.files for f in _shown(file, style)), None)
    if first:
        lines.append(f"To learn more of a rule, and how to silence it: copydesk explain {first}")
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _shown(file: FileReport, style: Style) -> list[Finding]:
    return [f for f in file.findings if not f.suppressed_by and f.severity.rank <= style.show.rank]


def _flat(run: Report, style: Style) -> Iterator[str]:
    for file in run.files:
        for finding in _shown(file, style):
            place = f"{printable(finding.path)}:{finding.start.line}:{finding.start.column}"
            yield f"{place}: {finding.severity} {finding.rule} {printable(finding.message)}"


def _grouped(run: Report, style: Style) -> Iterator[str]:
    for file in run.files:
        findings = _shown(file, style)
        if not findings:
            continue
        yield _painted(printable(file.path), "1", style)
        counts = Counter(finding.rule for finding in findings)
        told: set[str] = set()
        for finding in findings:
            if counts[finding.rule] > FOLD and finding.rule in told:
                continue
            told.add(finding.rule)
            yield from _entry(finding, style)
            if counts[finding.rule] > FOLD:
                rest = [other for other in findings if other.rule == finding.rule][1:]
                yield _INDENT + _painted(f"and {len(rest)} more of {finding.rule}: {_places(rest)}", "2", style)
        yield ""
    yield from summary(run, style)


def _places(findings: list[Finding]) -> str:
    most = 8
    places = [f"¶{finding.paragraph} line {finding.start.line}" for finding in findings[:most]]
    return ", ".join(places) + (", …" if len(findings) > most else "")


def _entry(finding: Finding, style: Style) -> Iterator[str]:
    place = f"¶{finding.paragraph}  {finding.start.line}:{finding.start.column}"
    severity = _painted(finding.severity.value, _COLOURS[finding.severity], style)
    yield f"  {place}  {severity}  {_painted(finding.rule, '2', style)}"
    line, before, marked = _cut(finding.excerpt, style.width - len(_INDENT) - 1)
    yield _INDENT + line
    yield _INDENT + " " * before + _painted("~" * max(1, marked), _COLOURS[finding.severity], style)
    yield _INDENT + printable(finding.message)
    yield ""


def _cut(excerpt: Excerpt, width: int) -> tuple[str, int, int]:
    """The part of a line that fits, with the cells before the place and the cells of the place."""
    text, start, end = excerpt
    lead = max(0, min(start - width // 4, len(text) - width))
    head = "…" if lead else ""
    tail = "…" if len(text) - lead > width else ""
    shown = text[lead : lead + width - len(head) - len(tail)]
    stop = min(end - lead, len(shown))
    before = head + printable(shown[: start - lead])
    return before + printable(shown[start - lead :]) + tail, cells(before), cells(printable(shown[start - lead : stop]))


def _painted(text: str, colour: str, style: Style) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if style.colour else text
