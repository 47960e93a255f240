"""The format `concise`: one line a finding, for editors, grep and pipes."""

from linter.model.finding import Finding, Report
from linter.reporters.choice import shown
from linter.reporters.escape import line_start, printable
from linter.reporters.style import Style

SHORT = 12
"""So many characters of a fingerprint suffice to name a finding."""


def report(run: Report, style: Style) -> str:
    """PATH:LINE:COLUMN: SEVERITY RULE MESSAGE, a line each."""
    return "".join(_line(finding, style) for file in run.files for finding in shown(file, style))


def _line(finding: Finding, style: Style) -> str:
    place = f"{line_start(finding.path)}:{finding.start.line}:{finding.start.column}"
    return f"{place}: {finding.severity} {finding.rule} {printable(finding.message)}{marks(finding, style)}\n"


def marks(finding: Finding, style: Style) -> str:
    """What follows a finding: what silences it, and under --verbose its fingerprint."""
    silenced = f" [silenced by {printable(finding.suppressed_by)}]" if finding.suppressed_by else ""
    return f"{silenced} [{finding.fingerprint[:SHORT]}]" if style.verbose else silenced
