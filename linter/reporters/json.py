"""The format `json`: version 1 of the contract, field by field, so that our own types may change."""

from typing import Any

from linter import __version__
from linter.model.finding import Failure, Finding, Related, Report, SourceFix
from linter.model.rule import Severity
from linter.reporters.pretty import pretty
from linter.reporters.style import Style


def report(run: Report, _style: Style) -> str:
    """The report as one JSON document with a line end; offsets are code points."""
    return pretty(_document(run), 2) + "\n"


def _document(run: Report) -> dict[str, Any]:
    return {
        "version": 1,
        "tool": {"name": "copydesk", "version": __version__},
        "files": ({"path": file.path, "findings": map(finding_fields, file.findings)} for file in run.files),
        "errors": [failure_fields(failure) for failure in run.failures],
        "unused": [unused._asdict() for unused in run.unused],
        "summary": summary_fields(run),
    }


def summary_fields(run: Report) -> dict[str, int]:
    """What was found, in numbers; `findings` and the severities count what nothing silences."""
    return {
        "files": len(run.files),
        "findings": sum(run.count(severity) for severity in Severity),
        **{severity.value: run.count(severity) for severity in Severity},
        "suppressed": run.suppressed,
        "skipped": run.skipped,
        "errors": len(run.failures),
    }


def finding_fields(finding: Finding) -> dict[str, Any]:
    """A finding as the contract has it."""
    return {
        "rule": finding.rule,
        "kind": finding.kind,
        "severity": finding.severity.value,
        "message": finding.message,
        "line": finding.start.line,
        "column": finding.start.column,
        "end_line": finding.end.line,
        "end_column": finding.end.column,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.text,
        "item": finding.item,
        "pointer": finding.pointer,
        "location": finding.location,
        "source_rule": finding.source_rule,
        "suppressed_by": finding.suppressed_by,
        "fingerprint": finding.fingerprint,
        "fixes": [_fix(fix) for fix in finding.fixes],
        "related": [_related(other) for other in finding.related],
    }


def _fix(fix: SourceFix) -> dict[str, Any]:
    edits = [{"start": edit.span.start, "end": edit.span.end, "replacement": edit.replacement} for edit in fix.edits]
    return {"description": fix.description, "safety": fix.safety, "edits": edits}


def _related(other: Related) -> dict[str, Any]:
    return {
        "path": other.path,
        "line": other.start.line,
        "column": other.start.column,
        "end_line": other.end.line,
        "end_column": other.end.column,
        "start": other.span.start,
        "end": other.span.end,
        "message": other.message,
    }


def failure_fields(failure: Failure) -> dict[str, Any]:
    """An entry of `errors` as the contract has it."""
    return {
        "path": failure.path,
        "line": failure.line,
        "column": failure.column,
        "rule": failure.rule,
        "message": failure.message,
    }
