"""`copydesk check`: lint files, folders or stdin."""

import os
import sys
from collections.abc import Iterable
from errno import EBADF
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter import __version__
from linter.cli import completion
from linter.cli.baselines import check_usage, settle
from linter.cli.failing import fail, tell
from linter.cli.outputs import Output, on_terminal, outputs, write
from linter.cli.progress import Progress
from linter.cli.saying import say
from linter.cli.selecting import LEVELS, Selection, selecting
from linter.model.finding import Report
from linter.model.rule import Severity
from linter.reporters import REPORTERS, WITH_DOCUMENTS
from linter.reporters.escape import printable
from linter.reporters.style import Style
from linter.reporters.summary import summary

if TYPE_CHECKING:
    from linter.run import Run, Source


def _jobs(_context: click.Context, _parameter: click.Parameter, value: str) -> int | None:
    """The value of `--jobs`; None for `auto`. Raises click.BadParameter."""
    if value == "auto":
        return None
    if not value.isdecimal() or not int(value):
        message = f"“{value}” is neither a number from 1 nor auto"
        raise click.BadParameter(message)
    return int(value)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--format",
    "formats",
    multiple=True,
    callback=outputs,
    shell_complete=completion.formats,
    metavar="FORMAT[=FILE]",
    help=f"To stdout or FILE, repeatable: {', '.join(REPORTERS)}.",
)
@selecting
@click.option("--show", type=click.Choice(LEVELS), default="warning", help="The least severity that formats for people print. [default: warning]")
@click.option("--show-suppressed", is_flag=True, help="Show what is silenced too, and by what.")
@click.option("--report-unused", is_flag=True, help="Name what silences nothing.")
@click.option("--no-text", is_flag=True, help="No word of the copy in any output: for public logs.")
@click.option("--write-baseline", type=click.Path(), metavar="FILE", help="Write FILE, which accepts all that is found now.")
@click.option("--prune-baseline", is_flag=True, help="Drop entries of the baseline that no longer occur.")
@click.option("--stdin-filename", help="The name that stdin (-) goes by.")
@click.option("--no-cache", is_flag=True, help="Neither take nor keep results of other runs.")
@click.option("--cache-dir", type=click.Path(), metavar="DIR", help="Keep results and compiled rules in DIR.")
@click.option("--jobs", default="1", callback=_jobs, metavar="N|auto", help="Lint in so many processes. [default: 1]")
@click.option("--stats", is_flag=True, help="Show what the time went on, and what was found, by layer and rule.")
@click.option("--quiet", is_flag=True, help="Findings and failures only: no notices, no summary.")
@click.option("--verbose", is_flag=True, help="Name the configuration and the number of rules for each file, and the fingerprint of each finding.")
@click.option("--debug", is_flag=True, help="Show a traceback for a fault of copydesk's own.")
@click.version_option(__version__, prog_name="copydesk", message="%(prog)s %(version)s")
def check(
    paths: tuple[str, ...],
    formats: list[Output],
    selection: Selection,
    show: str,
    show_suppressed: bool,
    report_unused: bool,
    no_text: bool,
    write_baseline: str | None,
    prune_baseline: bool,
    stdin_filename: str | None,
    no_cache: bool,
    cache_dir: str | None,
    jobs: int | None,
    stats: bool,
    quiet: bool,
    verbose: bool,
    debug: bool,
) -> int:
    """Lint PATHS: files, folders, or - for stdin; the folder here if none is named."""
    check_usage(write_to=write_baseline, baseline=selection.baseline, prune=prune_baseline, partial=selection.partial)
    keep_documents = not no_text and any(output.form in WITH_DOCUMENTS for output in formats)
    if cache_dir:
        os.environ["COPYDESK_CACHE_DIR"] = cache_dir
    run = selection.run(keep_documents=keep_documents, use_baselines=not write_baseline, keep_results=not no_cache, timed=stats)
    paths = paths or (".",)
    with Progress(quiet=quiet) as progress:
        report = run.report(paths, _stdin(run, paths, stdin_filename), jobs, progress)
    selection.prove(run)
    if report_unused:
        report = report._replace(unused=run.unused(report, paths))
    if not selection.partial:
        report = settle(run, report, paths, write_baseline, prune=prune_baseline)
    if no_text:
        from linter.reporters.withheld import withheld

        report = withheld(report)
    style = on_terminal(Style(Severity(show), selection.limit, show_suppressed, verbose))
    tell(report.failures, debug=debug)
    _say(report, quiet=quiet)
    if verbose:
        _name_configurations(run, report)
    failures = [failure for output in formats if (failure := write(output, report, style))]
    tell(failures, debug=debug)
    if not quiet and not (style.terminal and Output("text", None) in formats):
        for line in summary(report, style):
            say(line, err=True)
    if stats:
        from linter.stats import table

        say("\n".join(table(run, report)), err=True)
    return 2 if failures or report.failures else int(report.reaches(selection.limit))


def _stdin(run: "Run", paths: tuple[str, ...], name: str | None) -> "Iterable[Source] | None":
    from linter.readers import READERS

    if "-" not in paths:
        if name:
            fail("--stdin-filename goes with - (stdin)")
        return None
    if len(paths) > 1 or run.changes:
        fail("- (stdin) stands alone: name files in another run, and no --diff-base or --staged")
    shown = name or "<stdin>.txt"
    suffix = Path(shown).suffix.lower()
    if suffix not in READERS:
        fail(f"{shown}: unsupported: no reader for “{suffix}” files (there are: {', '.join(sorted(READERS))})")
    return iter(()) if name and run.left_out(name) else run.loaded(shown, _standard_input)


def _standard_input() -> bytes:
    from linter.readers.decoding import bounded

    if sys.stdin is None:
        raise OSError(EBADF, "stdin is closed")
    return bounded(sys.stdin.buffer)


def _say(report: Report, *, quiet: bool) -> None:
    for unused in report.unused:
        say(f"copydesk: {printable(f'{unused.path}:{unused.line}: {unused.message}')}", err=True)
    for notice in () if quiet else report.notices:
        say(f"copydesk: {printable(notice)}", err=True)


def _name_configurations(run: "Run", report: Report) -> None:
    for file in report.files:
        place = Path(file.path)
        say(f"{file.path}: {run.config_for(place.parent).file or 'no configuration'}, {len(run.rules(place))} rules", err=True)
