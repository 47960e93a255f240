"""The format `text`: for a person at a terminal, and one line a finding in a pipe."""

from collections.abc import Iterator

from linter.model.finding import Excerpt, Finding, Report
from linter.model.rule import Severity
from linter.reporters import concise
from linter.reporters.choice import Group, groups, shown
from linter.reporters.escape import cells, line_start, printable
from linter.reporters.style import Style
from linter.reporters.summary import summary

_INDENT = "     "
_MOST_PLACES = 8
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "36"}


def report(run: Report, style: Style) -> str:
    """The report for a terminal, grouped by file, or for a pipe, one line a finding."""
    if not style.terminal:
        return concise.report(run, style)
    return "".join(f"{line}\n" for line in _lines(run, style))


def _lines(run: Report, style: Style) -> Iterator[str]:
    for file in run.files:
        findings = shown(file, style)
        if not findings:
            continue
        yield _painted(line_start(file.path), "1", style)
        for group in groups(findings):
            yield from _group(group, style)
        yield ""
    yield from summary(run, style)


def _group(group: Group, style: Style) -> Iterator[str]:
    finding = group.first
    place = f"¶{finding.paragraph}  {finding.start.line}:{finding.start.column}"
    severity = _painted(finding.severity.value, _COLOURS[finding.severity], style)
    yield f"  {place}  {severity}  {_painted(finding.rule, '2', style)}{concise.marks(finding, style)}"
    line, before, marked = _cut(finding.excerpt, style.width - len(_INDENT) - 1)
    if line:
        yield _INDENT + line
        yield _INDENT + " " * before + _painted("~" * max(1, marked), _COLOURS[finding.severity], style)
    yield _INDENT + printable(finding.message)
    yield ""
    if group.rest:
        yield _INDENT + _painted(f"and {len(group.rest)} more of {finding.rule}: {_places(group)}", "2", style)


def _places(group: Group) -> str:
    places = [_place(finding, group.first) for finding in group.rest[:_MOST_PLACES]]
    return ", ".join(places) + (", …" if len(group.rest) > _MOST_PLACES else "")


def _place(finding: Finding, first: Finding) -> str:
    """Where, and for a name also how it is spelt there, if otherwise."""
    spelt = f" “{printable(finding.text)}”" if finding.related and finding.text != first.text else ""
    return f"¶{finding.paragraph} line {finding.start.line}{spelt}"


def _cut(excerpt: Excerpt, width: int) -> tuple[str, int, int]:
    """The part of a line that fits, with the cells before the place and the cells of the place."""
    text, start, end = excerpt
    lead = max(0, min(start - width // 4, len(text) - width))
    head = "…" if lead else ""
    tail = "…" if len(text) - lead > width else ""
    shown_text = text[lead : lead + width - len(head) - len(tail)]
    stop = min(end - lead, len(shown_text))
    before = head + printable(shown_text[: start - lead])
    return before + printable(shown_text[start - lead :]) + tail, cells(before), cells(printable(shown_text[start - lead : stop]))


def _painted(text: str, colour: str, style: Style) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if style.colour else text
