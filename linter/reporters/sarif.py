"""The format `sarif`: SARIF 2.1.0, for code scanning and for editors."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from linter import __version__
from linter.model.document import Document
from linter.model.finding import Failure, FileReport, Finding, Related, Report, SourceFix
from linter.model.rule import Rule, Severity
from linter.reporters.pretty import pretty
from linter.reporters.style import Style

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
_LINK = re.compile(r"\[(?=[^\]]*\]\()")
_MOST_RELATED = 100


def report(run: Report, _style: Style) -> str:
    """One run; columns and offsets are code points. What is silenced is a suppressed result."""
    ids = sorted({finding.rule for file in run.files for finding in file.findings})
    indexes = {rule: index for index, rule in enumerate(ids)}
    driver = {"name": "copydesk", "semanticVersion": __version__, "rules": [_rule(rule, run.rules.get(rule)) for rule in ids]}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "invocations": [{"executionSuccessful": not run.failures, "toolExecutionNotifications": [_failure(f) for f in run.failures]}],
                "results": (_result(finding, file, indexes) for file in run.files for finding in file.findings),
            },
        ],
    }
    return pretty(log, 1) + "\n"


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    advice = f"To learn more, and how to silence it: copydesk explain {name}"
    entry: dict[str, Any] = {"id": name, "properties": {"tags": [name.partition("/")[0]]}}
    if rule is None:
        return entry | {"help": {"text": advice}}
    return entry | {
        "shortDescription": {"text": name.partition("/")[2].replace("-", " ").capitalize()},
        "fullDescription": {"text": _plain(rule.why)},
        "help": {"text": f"{_plain(rule.why)}\n\n{advice}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, file: FileReport, indexes: Mapping[str, int]) -> dict[str, Any]:
    document = file.documents[0] if file.documents else None
    location: dict[str, Any] = {"physicalLocation": _physical(finding, finding.text)}
    if finding.item or finding.pointer:
        location["logicalLocations"] = [{"name": finding.item or finding.pointer, "fullyQualifiedName": finding.pointer or finding.item}]
    fixes = [_fix(fix, finding.path, document) for fix in finding.fixes if document]
    related = [_related(other) for other in finding.related[:_MOST_RELATED]]
    silenced = (
        [{"kind": "inSource" if finding.suppressed_by.startswith("directive") else "external", "justification": finding.suppressed_by}]
        if finding.suppressed_by
        else []
    )
    return {
        "ruleId": finding.rule,
        "ruleIndex": indexes[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(finding.message)},
        "locations": [location],
        "partialFingerprints": {"primaryLocationLineHash": f"{finding.fingerprint}:1", "copydesk/v1": finding.fingerprint},
        **({"relatedLocations": related} if related else {}),
        **({"fixes": fixes} if fixes else {}),
        **({"suppressions": silenced} if silenced else {}),
    }


def _physical(place: Finding | Related, text: str | None = None) -> dict[str, Any]:
    region = {
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
        "charOffset": place.span.start,
        "charLength": place.span.end - place.span.start,
    }
    return {"artifactLocation": _artifact(place.path), "region": region | ({"snippet": {"text": text}} if text else {})}


def _related(other: Related) -> dict[str, Any]:
    return {"physicalLocation": _physical(other), **({"message": {"text": _plain(other.message)}} if other.message else {})}


def _fix(fix: SourceFix, path: str, document: Document) -> dict[str, Any]:
    replacements = []
    for edit in fix.edits:
        start, end = document.locate(edit.span.start), document.locate(edit.span.end)
        region = {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
        replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.replacement}})
    return {"description": {"text": _plain(fix.description)}, "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}]}


def _failure(failure: Failure) -> dict[str, Any]:
    region = {"region": {"startLine": failure.line}} if failure.line else {}
    place = [{"physicalLocation": {"artifactLocation": _artifact(failure.path), **region}}] if failure.path else []
    return {"level": "error", "message": {"text": _plain(failure.message)}, "locations": place}


def _artifact(path: str) -> dict[str, str]:
    """A path as a URI: relative to the root of the sources, unless it is absolute."""
    if os.path.isabs(path):
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(os.fsencode(path.removeprefix("./"))), "uriBaseId": "%SRCROOT%"}


def _plain(text: str) -> str:
    """Text that no viewer takes for a link of SARIF’s own: `[words](place)`."""
    return _LINK.sub(r"\\[", text)
