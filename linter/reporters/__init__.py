"""How findings are told: every format by its name. A new format is a module with a `report`, and one line here."""

from collections.abc import Callable
from importlib import import_module

from linter.model.finding import Report
from linter.reporters.style import Style

REPORTERS = {
    "text": "for a person: grouped by file on a terminal, one line a finding in a pipe",
    "concise": "one line a finding, for editors and grep",
    "html": "a page for editors: the article with marks, to fix, to ask, names and sources",
    "json": "everything, as one document",
    "jsonl": "everything, one JSON object a line",
    "github": "annotations of GitHub Actions, and a table in the summary of the step",
    "gitlab": "Code Quality of GitLab",
    "sarif": "SARIF 2.1.0, for code scanning and editors",
    "junit": "JUnit XML, for test reports",
    "checkstyle": "Checkstyle XML, for Jenkins and others",
    "rdjson": "Reviewdog Diagnostic Format, with suggestions",
    "markdown": "a comment on a pull request",
}
WITH_DOCUMENTS = frozenset({"html", "rdjson", "sarif"})
"""Formats that need the documents beside the findings."""


def reporter(form: str) -> Callable[[Report, Style], str]:
    """What makes the text of a format; its module is imported only now."""
    report: Callable[[Report, Style], str] = import_module(f"linter.reporters.{form}").report
    return report
