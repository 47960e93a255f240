"""The format `github`: annotations for GitHub Actions, at most ten of a kind, as many as it shows a step."""

from collections.abc import Iterator

from linter.model.finding import FileReport, Finding, Report
from linter.model.rule import Severity
from linter.reporters.choice import Group, groups, open_findings
from linter.reporters.escape import printable
from linter.reporters.style import Style
from linter.reporters.summary import amount

MOST = 10
"""GitHub shows so many annotations of a kind a step, and drops the rest without a word."""

_MOST_LINES = 8
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def report(run: Report, _style: Style) -> str:
    """An annotation a group, errors first; suggestions are no annotations. A line says how many more there are."""
    failures = [_command("error", {"title": "copydesk"} | ({"file": f.path} if f.path else {}), f.message) for f in run.failures]
    found = [(Severity(severity), line) for file in run.files for severity, line in _annotations(file)]
    lines: list[str] = []
    more = []
    for severity, kind in _KINDS.items():
        wanted = (failures if severity is Severity.ERROR else []) + [line for level, line in found if level is severity]
        lines += wanted[:MOST]
        more += [amount(len(wanted) - MOST, kind)] if len(wanted) > MOST else []
    if more:
        lines.append(f"copydesk: and {', '.join(more)} more; the summary of this step lists them all.")
    return "".join(f"{line}\n" for line in lines)


def _annotations(file: FileReport) -> Iterator[tuple[Severity, str]]:
    told = [finding for finding in open_findings(file) if finding.severity in _KINDS]
    for group in sorted(groups(told), key=lambda group: group.rank):
        worst = min((group.first, *group.rest), key=lambda finding: finding.severity.rank).severity
        yield worst, _command(_KINDS[worst], _properties(group.first), _message(group))


def _properties(finding: Finding) -> dict[str, str]:
    properties = {"file": finding.path, "line": str(finding.start.line), "endLine": str(finding.end.line)}
    if finding.start.line == finding.end.line:
        properties |= {"col": str(finding.start.column), "endColumn": str(finding.end.column)}
    return properties | {"title": finding.rule.partition("/")[2].replace("-", " ").capitalize()}


def _message(group: Group) -> str:
    lines = list(dict.fromkeys(finding.start.line for finding in group.rest))
    also = ", ".join(map(str, lines[:_MOST_LINES])) + (", …" if len(lines) > _MOST_LINES else "")
    noun = "line" if len(lines) == 1 else "lines"
    return f"{group.first.message}{f' Also {noun} {also}.' if lines else ''} ({group.first.rule})"


def _command(kind: str, properties: dict[str, str], message: str) -> str:
    """A workflow command; what could end it early is escaped as GitHub reads it."""
    shown = ",".join(f"{name}={_escaped(value).replace(':', '%3A').replace(',', '%2C')}" for name, value in properties.items())
    return f"::{kind} {shown}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return printable(text).replace("%", "%25")
