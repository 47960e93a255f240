"""The closing lines of a run: how much of what was found, what was not shown, and how to learn more."""

from linter.model.finding import Report
from linter.model.rule import Severity
from linter.reporters.choice import shown
from linter.reporters.style import Style


def summary(run: Report, style: Style) -> list[str]:
    """The lines, without line ends."""
    lines = [counts(run)] if run.files or not run.failures else []
    hidden = [severity for severity in Severity if severity.rank > style.show.rank and run.count(severity)]
    lines += [f"Not shown: {amount(run.count(severity), severity.value)} (--show {severity.value})." for severity in hidden]
    if run.suppressed:
        how = "" if style.show_suppressed else " (--show-suppressed)"
        lines.append(f"Silenced: {amount(run.suppressed, 'finding')}{how}.")
    if run.skipped:
        lines.append(f"Skipped: {amount(run.skipped, 'file')}.")
    first = next((f.rule for file in run.files for f in shown(file, style)), None)
    if first:
        lines.append(f"To learn more of a rule, and how to silence it: copydesk explain {first}")
    return lines


def counts(run: Report) -> str:
    """The first of the lines: files, and findings by severity."""
    files = amount(len(run.files), "file")
    if not any(map(run.count, Severity)):
        failed = f"; {amount(len(run.failures), 'failure')}" if run.failures else ""
        return f"{files}: nothing found{failed}."
    return f"{files}: {', '.join(amount(run.count(severity), severity.value) for severity in Severity)}."


def amount(number: int, noun: str) -> str:
    """“1 file”, “1,200 files”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
