"""The format `text`: for a person at a terminal, and one line a finding in a pipe."""

from collections.abc import Iterator

from linter.model.finding import Excerpt, Finding, Report
from linter.model.rule import Severity
from linter.reporters import concise
from linter.reporters.choice import Group, groups, shown
from linter.reporters.escape import cells, head, line_start, printable, tail, wrapped
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
    yield from _indented(printable(finding.message), style)
    yield ""
    if group.rest:
        yield from _indented(f"and {len(group.rest)} more of {finding.rule}: {_places(group)}", style, "2")


def _places(group: Group) -> str:
    places = [_place(finding, group.first) for finding in group.rest[:_MOST_PLACES]]
    return ", ".join(places) + (", …" if len(group.rest) > _MOST_PLACES else "")


def _place(finding: Finding, first: Finding) -> str:
    """Where, and for a name also how it is spelt there, if otherwise."""
    spelt = f" “{printable(finding.text)}”" if finding.related and finding.text != first.text else ""
    return f"¶{finding.paragraph} line {finding.start.line}{spelt}"


def _cut(excerpt: Excerpt, width: int) -> tuple[str, int, int]:
    """The part of a line that fits into so many cells, with the cells before the place and the cells of the place."""
    text, start, end = excerpt
    before, marked, after = printable(text[:start]), printable(text[start:end]), printable(text[end:])
    if cells(before) + cells(marked) + cells(after) > width:
        room = max(width // 4, width - cells(marked) - cells(after))
        if cells(before) > room:
            before = "…" + tail(before, room - 1)
        rest = width - cells(before)
        if cells(marked) + cells(after) > rest:
            shown_rest = head(marked + after, rest - 1)
            marked, after = shown_rest[: len(marked)], shown_rest[len(marked) :] + "…"
    return before + marked + after, cells(before), cells(marked)


def _indented(text: str, style: Style, colour: str = "") -> Iterator[str]:
    """A text under its finding, in lines that fit."""
    for line in wrapped(text, style.width - len(_INDENT)):
        yield _INDENT + (_painted(line, colour, style) if colour else line)


def _painted(text: str, colour: str, style: Style) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if style.colour else text
