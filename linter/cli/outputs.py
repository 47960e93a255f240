"""Where reports go: `--format FORMAT[=FILE]`, and what the place can show."""

import os
import sys
from typing import NamedTuple

import click

from linter.model.finding import Failure, Report
from linter.reporters import REPORTERS, reporter
from linter.reporters.style import Style

_NARROWEST, _USUAL = 20, 80


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
    width = (os.get_terminal_size().columns or _USUAL) if terminal else _USUAL
    return style._replace(terminal=terminal, colour=colour, width=max(width, _NARROWEST))


def write(output: Output, report: Report, style: Style) -> Failure | None:
    """Writes one report to its file, whole or not at all, or to stdout; what could not be done."""
    try:
        if output.file is None:
            sys.stdout.write(reporter(output.form)(report, style))
            sys.stdout.flush()
        else:
            from linter import atomic

            text = reporter(output.form)(report, style._replace(terminal=False, colour=False))
            atomic.write(output.file, text.encode("utf-8", "backslashreplace"))
        if output.form == "github":
            _step_summary(report, style)
    except OSError as error:
        return Failure(f"cannot be written: {(error.strerror or str(error)).lower()}", output.file or str(error.filename or "stdout"))
    return None


def _step_summary(report: Report, style: Style) -> None:
    """Adds the table to the summary of the step, where GitHub Actions names a file for it. Raises OSError."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    with open(file, "a", encoding="utf-8", errors="backslashreplace", newline="\n") as summary:
        summary.write(reporter("markdown")(report, style))
