"""`copydesk check`: lint files, folders or stdin."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from linter import __version__
from linter.cli.failing import fail
from linter.model.finding import Failure, Report
from linter.model.rule import Severity
from linter.reporters import REPORTERS
from linter.reporters.escape import printable
from linter.reporters.style import Style
from linter.reporters.text import summary

if TYPE_CHECKING:
    from linter.run import Run, Source

_NARROWEST = 60
_LEVELS = [severity.value for severity in Severity]


class _Output(NamedTuple):
    form: str
    file: str | None


def _outputs(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> list[_Output]:
    outputs = []
    for value in values or ("text",):
        form, _, file = value.partition("=")
        if form not in REPORTERS:
            message = f"“{form}” is no format; there are: {', '.join(REPORTERS)}"
            raise click.BadParameter(message)
        outputs.append(_Output(form, file or None))
    if sum(output.file is None for output in outputs) > 1:
        message = "only one format can go to stdout: write FORMAT=FILE for the others"
        raise click.BadParameter(message)
    return outputs


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "outputs", multiple=True, callback=_outputs, metavar="FORMAT[=FILE]", help="text or json, to stdout or FILE; repeatable.")
@click.option("--select", multiple=True, metavar="RULE_OR_PREFIX", help="Only these rules, such as names or grammar/doubled-word.")
@click.option("--ignore", multiple=True, metavar="RULE_OR_PREFIX", help="Not these rules.")
@click.option("--config", type=click.Path(), help="Take this configuration file, not the one found upward from each file.")
@click.option("--fail-on", type=click.Choice([*_LEVELS, "never"]), default="error", envvar="COPYDESK_FAIL_ON", help="What makes exit 1. [default: error]")
@click.option("--show", type=click.Choice(_LEVELS), default="warning", help="The least severity that text prints. [default: warning]")
@click.option("--stdin-filename", help="The name that stdin (-) goes by.")
@click.option("--encoding", help="The encoding of files that are not UTF-8, or UTF-16 with a byte order mark.")
@click.option("--quiet", is_flag=True, help="Findings and failures only: no notices, no summary.")
@click.option("--verbose", is_flag=True, help="Name the configuration and the number of rules for each file.")
@click.option("--debug", is_flag=True, help="Show a traceback for a fault of copydesk's own.")
@click.version_option(__version__, prog_name="copydesk", message="%(prog)s %(version)s")
def check(
    paths: tuple[str, ...],
    outputs: list[_Output],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: str | None,
    fail_on: str,
    show: str,
    stdin_filename: str | None,
    encoding: str | None,
    quiet: bool,
    verbose: bool,
    debug: bool,
) -> int:
    """Lint PATHS: files, folders, or - for stdin; the folder here if none is named."""
    from linter.run import Run, Settings

    run = Run(Settings(select, ignore, config, encoding))
    source = _stdin(paths, stdin_filename)
    report = run.report(paths or (".",), source)
    _known(run, (*select, *ignore))
    style = Style(Severity(show), *_terminal())
    for output in outputs:
        _write(output, report, style)
    _tell(report, debug=debug)
    if not quiet:
        _say(report, style, outputs)
    if verbose:
        for file in report.files:
            place = Path(file.path)
            click.echo(f"{file.path}: {run.config_for(place.parent).file or 'no configuration'}, {len(run.rules(place))} rules", err=True)
    return _code(report, fail_on)


def _known(run: "Run", names: tuple[str, ...]) -> None:
    """Ends the run where a name on the command line names no rule."""
    if not names:
        return
    from linter.config import selected

    rules = run.every()
    for name in names:
        if not any(selected(rule, name) for rule in rules):
            from linter.mistakes import nearest

            fail(f"no rule or family “{name}”{nearest(name, [rule.id for rule in rules])} (copydesk rules lists them)")


def _stdin(paths: tuple[str, ...], name: str | None) -> "Source | None":
    from linter.readers import READERS
    from linter.run import Source

    if "-" not in paths:
        if name:
            fail("--stdin-filename goes with - (stdin)")
        return None
    if len(paths) > 1:
        fail("- (stdin) stands alone: name files in another run")
    shown = name or "<stdin>.txt"
    suffix = Path(shown).suffix.lower()
    if suffix not in READERS:
        fail(f"{shown}: unsupported: no reader for “{suffix}” files (there are: {', '.join(sorted(READERS))})")
    return Source(sys.stdin.buffer.read(), shown, named=name is not None)


def _terminal() -> tuple[bool, bool, int]:
    """Whether stdout is a terminal, whether it may be coloured, and its width."""
    terminal = sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return terminal, colour, max(os.get_terminal_size().columns, _NARROWEST) if terminal else _NARROWEST


def _write(output: _Output, report: Report, style: Style) -> None:
    if output.file is None:
        sys.stdout.write(REPORTERS[output.form](report, style))
        sys.stdout.flush()
        return
    import tempfile

    text = REPORTERS[output.form](report, style._replace(terminal=False, colour=False))
    target = Path(output.file)
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=target.parent, delete=False) as file:
            file.write(text)
        Path(file.name).chmod(0o644)
        Path(file.name).replace(target)
    except OSError as error:
        fail(f"{target}: cannot be written: {(error.strerror or str(error)).lower()}")


def _tell(report: Report, *, debug: bool) -> None:
    for failure in report.failures:
        click.echo(f"copydesk: {_line(failure)}", err=True)
        if debug and failure.fault:
            import traceback

            traceback.print_exception(failure.fault)


def _line(failure: Failure) -> str:
    place = ":".join(str(part) for part in (failure.path, failure.line, failure.column) if part is not None)
    return printable(f"{place}: {failure.message}" if place else failure.message)


def _say(report: Report, style: Style, outputs: list[_Output]) -> None:
    for notice in report.notices:
        click.echo(f"copydesk: {printable(notice)}", err=True)
    on_terminal = style.terminal and any(output == _Output("text", None) for output in outputs)
    if not on_terminal:
        for line in summary(report, style):
            click.echo(line, err=True)


def _code(report: Report, fail_on: str) -> int:
    if report.failures:
        return 2
    if fail_on == "never":
        return 0
    worst = Severity(fail_on).rank
    return int(any(report.count(severity) for severity in Severity if severity.rank <= worst))
