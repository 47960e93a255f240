"""The format `checkstyle`: the XML of Checkstyle 4.3, which Jenkins, reviewdog and many others read."""

from xml.etree.ElementTree import Element

from linter.model.finding import Finding, Report
from linter.model.rule import Severity
from linter.reporters.choice import open_findings
from linter.reporters.markup import document, element
from linter.reporters.style import Style

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "info"}


def report(run: Report, _style: Style) -> str:
    """A `file` for each file that was linted, and for each that could not be; columns are code points."""
    root = element(None, "checkstyle", version="4.3")
    for file in run.files:
        parent = element(root, "file", name=file.path)
        for finding in open_findings(file):
            _error(parent, finding)
    for failure in run.failures:
        parent = element(root, "file", name=failure.path or ".")
        element(parent, "error", line=failure.line or 1, severity="error", message=failure.message, source="copydesk.failure")
    return document(root)


def _error(parent: Element, finding: Finding) -> None:
    severity, source = _SEVERITIES[finding.severity], f"copydesk.{finding.rule}"
    element(parent, "error", line=finding.start.line, column=finding.start.column, severity=severity, message=finding.message, source=source)
