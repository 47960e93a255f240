"""Applies the fixes that findings offer, again and again until none is left to apply."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.analysis import Analysis
from linter.model.document import Document
from linter.model.finding import FileReport, Finding, SourceEdit, SourceFix
from linter.model.rule import Rule
from linter.model.span import Span
from linter.readers.decoding import ReadError, decode, encode
from linter.run import Run, Source

MOST_PASSES = 10
"""A fix may make room for another; after so many rounds the fixes of a file go round in a circle."""


_PLAIN = (".txt", ".text")
_MARKUP = frozenset("&<>\"'`*_[]{}()#|:\\\n")
"""Characters that mean something in one markup or another, or in the fields above a text: a fix puts none there."""


class Fixed(NamedTuple):
    """A file with its fixes: the bytes to write, how many fixes they hold, and what is found in them."""

    path: str
    data: bytes
    fixes: int
    left: FileReport


def fix(run: Run, source: Source, *, unsafe: bool) -> Fixed | None:
    """The fixes of one file; `unsafe` adds those that need judgement. None where it cannot be linted, which is noted.

    The run has to keep documents.

    Raises ReadError where the bytes could not be written back as they were, or the fixes come to no end.
    """
    data, fixes = source.data, 0
    for _ in range(MOST_PASSES):
        report = run.noted(run.lint(Source(data, source.path)))
        if report is None:
            return None
        chosen = list(_chosen(report, run, unsafe=unsafe))
        if not chosen:
            return Fixed(source.path, data, fixes, report)
        text = report.documents[0].source
        if encode(text, data, run.settings.encoding) != data:
            message = "its bytes would not come back as they were; nothing is changed"
            raise ReadError(message)
        data = encode(applied(text, [edit for fix in chosen for edit in fix.edits]), data, run.settings.encoding)
        decode(data, run.settings.encoding)
        fixes += len(chosen)
    message = f"its fixes come to no end after {MOST_PASSES} rounds; nothing is changed"
    raise ReadError(message)


def applied(text: str, edits: Iterable[SourceEdit]) -> str:
    """The text with edits that do not overlap. New line ends are those of the text."""
    parts, at = [], 0
    newline = "\r\n" if "\r\n" in text else "\n"
    for span, replacement in sorted(edits, key=lambda edit: edit.span):
        parts += [text[at : span.start], replacement.replace("\n", newline)]
        at = span.end
    return "".join((*parts, text[at:]))


def _chosen(report: FileReport, run: Run, *, unsafe: bool) -> Iterator[SourceFix]:
    """The fixes to apply in one round: of open findings, the first that is allowed; none that meets another, or a quotation."""
    taken: list[Span] = []
    quoted: list[Span] | None = None
    markup = not report.path.lower().endswith(_PLAIN)
    for finding in report.findings:
        fix = _allowed(finding, unsafe=unsafe)
        if fix is None or _meets(fix, taken) or (markup and _has_markup(fix)) or (run.changes and _moves_lines(fix, report.documents[0].source)):
            continue
        if not _is_about_quotations(run.known.get(finding.rule)):
            quoted = _quotations(report.documents) if quoted is None else quoted
            if _meets(fix, quoted):
                continue
        for edit in fix.edits:
            insort(taken, edit.span)
        yield fix


def _allowed(finding: Finding, *, unsafe: bool) -> SourceFix | None:
    if finding.suppressed_by:
        return None
    return next((fix for fix in finding.fixes if unsafe or fix.safety == "safe"), None)


def _is_about_quotations(rule: Rule | None) -> bool:
    return rule is not None and (rule.quotations == "only" or rule.id.startswith("quotes/"))


def _quotations(documents: Sequence[Document]) -> list[Span]:
    return sorted(
        document.blocks[place.block].span(place.start, place.end)
        for document in documents
        for quotation in Analysis(document).quotations
        for place in quotation.places
    )


def _meets(fix: SourceFix, spans: Sequence[Span]) -> bool:
    """Whether an edit overlaps or touches one of some sorted spans: what one edit puts there might be what the other was about."""
    for edit in fix.edits:
        index = bisect_right(spans, edit.span.end, key=lambda span: span.start) - 1
        if index >= 0 and spans[index].end >= edit.span.start:
            return True
    return False


def _has_markup(fix: SourceFix) -> bool:
    return any(not _MARKUP.isdisjoint(edit.replacement) for edit in fix.edits)


def _moves_lines(fix: SourceFix, text: str) -> bool:
    """Whether a fix changes the number of lines, after which the lines that git names would be others."""
    return any("\n" in edit.replacement or "\n" in text[edit.span.start : edit.span.end] for edit in fix.edits)
