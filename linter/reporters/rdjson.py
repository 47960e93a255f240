"""The format `rdjson`: Reviewdog Diagnostic Format; columns count bytes of UTF-8 from 1, ends are exclusive."""

from collections.abc import Iterable
from json import dumps
from typing import Any

from linter.model.finding import Failure, FileReport, Finding, Report, SourceFix
from linter.model.rule import Severity
from linter.reporters.choice import open_findings
from linter.reporters.style import Style

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}
_Position = dict[str, int]


def report(run: Report, _style: Style) -> str:
    """One DiagnosticResult. It needs the documents: without them ranges are whole lines and there are no suggestions."""
    diagnostics = [diagnostic for file in run.files for diagnostic in _diagnostics(file)]
    diagnostics += [_failure(failure) for failure in run.failures]
    return dumps({"source": {"name": "copydesk"}, "diagnostics": diagnostics}, ensure_ascii=False, indent=1) + "\n"


def _diagnostics(file: FileReport) -> list[dict[str, Any]]:
    findings = open_findings(file)
    edits = [edit for finding in findings for fix in finding.fixes for edit in fix.edits]
    spans = [finding.span for finding in findings] + [edit.span for edit in edits]
    offsets = {offset for span in spans for offset in (span.start, span.end)}
    positions = _positions(file.documents[0].source, offsets) if file.documents else {}
    return [_diagnostic(finding, positions) for finding in findings]


def _diagnostic(finding: Finding, positions: dict[int, _Position]) -> dict[str, Any]:
    if positions:
        place = {"start": positions[finding.span.start], "end": positions[finding.span.end]}
    else:
        place = {"start": {"line": finding.start.line}, "end": {"line": finding.end.line}}
    suggestions = [_suggestion(fix, positions) for fix in finding.fixes if positions and len(fix.edits) == 1]
    return {
        "message": finding.message,
        "location": {"path": finding.path, "range": place},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        **({"suggestions": suggestions} if suggestions else {}),
    }


def _suggestion(fix: SourceFix, positions: dict[int, _Position]) -> dict[str, Any]:
    """A fix of one edit. Several suggestions are alternatives to each other, so that edits that belong together cannot be told."""
    (edit,) = fix.edits
    return {"range": {"start": positions[edit.span.start], "end": positions[edit.span.end]}, "text": edit.replacement}


def _failure(failure: Failure) -> dict[str, Any]:
    place = {"range": {"start": {"line": failure.line}}} if failure.line else {}
    return {"message": failure.message, "location": {"path": failure.path or ".", **place}, "severity": "ERROR"}


def _positions(source: str, offsets: Iterable[int]) -> dict[int, _Position]:
    """Line and column of each offset, in one pass over the source."""
    found = {}
    line, column, at = 1, 1, 0
    for offset in sorted(offsets):
        stretch = source[at:offset]
        newlines = stretch.count("\n")
        if newlines:
            line, column = line + newlines, 1
            stretch = stretch[stretch.rindex("\n") + 1 :]
        column += len(stretch.encode("utf-8", "surrogatepass"))
        found[offset] = {"line": line, "column": column}
        at = offset
    return found
