"""The format `gitlab`: Code Quality of GitLab, a JSON list of issues with fingerprints that are unique and stable."""

from collections import Counter
from json import dumps
from typing import Any

from linter.digest import digest
from linter.model.finding import Failure, Finding, Report
from linter.model.rule import Severity
from linter.reporters.choice import open_findings
from linter.reporters.style import Style

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


def report(run: Report, _style: Style) -> str:
    """The list with a line end; what could not be linted is a critical issue."""
    seen: Counter[str] = Counter()
    issues = [_issue(finding, seen) for file in run.files for finding in open_findings(file)]
    return dumps(issues + [_failure(failure, seen) for failure in run.failures], ensure_ascii=False, indent=1) + "\n"


def _issue(finding: Finding, seen: Counter[str]) -> dict[str, Any]:
    return {
        "description": finding.message,
        "check_name": finding.rule,
        "fingerprint": _unique(digest(_path(finding.path), finding.fingerprint), seen),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": _path(finding.path), "lines": {"begin": finding.start.line, "end": finding.end.line}},
    }


def _failure(failure: Failure, seen: Counter[str]) -> dict[str, Any]:
    path = _path(failure.path or ".")
    return {
        "description": failure.message,
        "check_name": failure.rule or "copydesk",
        "fingerprint": _unique(digest(path, failure.message), seen),
        "severity": "critical",
        "location": {"path": path, "lines": {"begin": failure.line or 1}},
    }


def _unique(fingerprint: str, seen: Counter[str]) -> str:
    """GitLab drops a second issue with the same fingerprint: two articles of one file may have the same."""
    seen[fingerprint] += 1
    return fingerprint if seen[fingerprint] == 1 else digest(fingerprint, str(seen[fingerprint]))


def _path(path: str) -> str:
    return path.removeprefix("./")
