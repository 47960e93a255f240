"""Where reports go: `--format FORMAT[=FILE]`, and what the place can show."""

import os
import sys
from typing import NamedTuple

import click

from linter.cli.failing import fail
from linter.model.finding import Report
from linter.reporters import REPORTERS, reporter
from linter.reporters.style import Style

_NARROWEST = 60


class Output(NamedTuple):
    """A format, and the file that it goes to; None is stdout."""

    form: str
    file: str | None


def outputs(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> list[Output]:
    """The value of `--format`, read. Raises click.BadParameter."""
    found = []
    for value in values or ("text",):
        form, _, file = value.partition("=")
        if form not in REPORTERS:
            message = f"“{form}” is no format; there are: {', '.join(REPORTERS)}"
            raise click.BadParameter(message)
        found.append(Output(form, file or None))
    if sum(output.file is None for output in found) > 1:
        message = "only one format can go to stdout: write FORMAT=FILE for the others"
        raise click.BadParameter(message)
    return found


def on_terminal(style: Style) -> Style:
    """The style with what stdout can show: whether it is a terminal, whether it may be coloured, its width."""
    terminal = sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = max(os.get_terminal_size().columns, _NARROWEST) if terminal else _NARROWEST
    return style._replace(terminal=terminal, colour=colour, width=width)


def write(output: Output, report: Report, style: Style) -> None:
    """Writes one report to its file, whole or not at all, or to stdout."""
    if output.form == "github":
        _step_summary(report, style)
    if output.file is None:
        sys.stdout.write(reporter(output.form)(report, style))
        sys.stdout.flush()
        return
    from linter import atomic

    text = reporter(output.form)(report, style._replace(terminal=False, colour=False))
    try:
        atomic.write(output.file, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        fail(f"{output.file}: cannot be written: {(error.strerror or str(error)).lower()}")


def _step_summary(report: Report, style: Style) -> None:
    """Adds the table to the summary of the step, where GitHub Actions names a file for it."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    try:
        with open(file, "a", encoding="utf-8", errors="backslashreplace", newline="\n") as summary:
            summary.write(reporter("markdown")(report, style))
    except OSError as error:
        fail(f"{file}: cannot be written: {(error.strerror or str(error)).lower()}")
