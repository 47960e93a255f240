"""`copydesk check`: lint files, folders or stdin."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter import __version__
from linter.cli.baselines import check_usage, settle
from linter.cli.diff import changes
from linter.cli.failing import fail
from linter.cli.outputs import Output, on_terminal, outputs, write
from linter.model.finding import Failure, Report
from linter.model.rule import Severity
from linter.reporters import REPORTERS, WITH_DOCUMENTS
from linter.reporters.escape import printable
from linter.reporters.style import Style
from linter.reporters.summary import summary

if TYPE_CHECKING:
    from linter.run import Run, Source

_LEVELS = [severity.value for severity in Severity]


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "formats", multiple=True, callback=outputs, metavar="FORMAT[=FILE]", help=f"To stdout or FILE, repeatable: {', '.join(REPORTERS)}.")
@click.option("--select", multiple=True, metavar="RULE_OR_PREFIX", help="Only these rules, such as names or grammar/doubled-word.")
@click.option("--ignore", multiple=True, metavar="RULE_OR_PREFIX", help="Not these rules.")
@click.option("--config", type=click.Path(), help="Take this configuration file, not the one found upward from each file.")
@click.option("--fail-on", type=click.Choice([*_LEVELS, "never"]), default="error", envvar="COPYDESK_FAIL_ON", help="What makes exit 1. [default: error]")
@click.option("--show", type=click.Choice(_LEVELS), default="warning", help="The least severity that formats for people print. [default: warning]")
@click.option("--show-suppressed", is_flag=True, help="Show what is silenced too, and by what.")
@click.option("--report-unused", is_flag=True, help="Name what silences nothing.")
@click.option("--no-text", is_flag=True, help="No word of the copy in any output: for public logs.")
@click.option("--diff-base", metavar="REF", help="Only what stands on lines added or changed since the work here left REF.")
@click.option("--staged", is_flag=True, help="Only what stands on lines that are staged for the next commit.")
@click.option("--baseline", type=click.Path(), help="Accept the findings that this file lists.")
@click.option("--write-baseline", type=click.Path(), metavar="FILE", help="Write FILE, which accepts all that is found now.")
@click.option("--prune-baseline", is_flag=True, help="Drop entries of the baseline that no longer occur.")
@click.option("--stdin-filename", help="The name that stdin (-) goes by.")
@click.option("--encoding", help="The encoding of files that are not UTF-8, or UTF-16 with a byte order mark.")
@click.option("--quiet", is_flag=True, help="Findings and failures only: no notices, no summary.")
@click.option("--verbose", is_flag=True, help="Name the configuration and the number of rules for each file, and the fingerprint of each finding.")
@click.option("--debug", is_flag=True, help="Show a traceback for a fault of copydesk's own.")
@click.version_option(__version__, prog_name="copydesk", message="%(prog)s %(version)s")
def check(
    paths: tuple[str, ...],
    formats: list[Output],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: str | None,
    fail_on: str,
    show: str,
    show_suppressed: bool,
    report_unused: bool,
    no_text: bool,
    diff_base: str | None,
    staged: bool,
    baseline: str | None,
    write_baseline: str | None,
    prune_baseline: bool,
    stdin_filename: str | None,
    encoding: str | None,
    quiet: bool,
    verbose: bool,
    debug: bool,
) -> int:
    """Lint PATHS: files, folders, or - for stdin; the folder here if none is named."""
    from linter.run import Run, Settings

    keep_documents = not no_text and any(output.form in WITH_DOCUMENTS for output in formats)
    part = bool(select or ignore or diff_base or staged)
    check_usage(write_to=write_baseline, baseline=baseline, prune=prune_baseline, part=part)
    run = Run(Settings(select, ignore, config, encoding, keep_documents, baseline, use_baselines=not write_baseline), changes(diff_base, staged=staged))
    _known(run, (*select, *ignore))
    paths = paths or (".",)
    report = run.report(paths, _stdin(paths, stdin_filename, changed=bool(run.changes)))
    if report_unused:
        report = report._replace(unused=run.unused(report, paths))
    if not part:
        report = settle(run, report, paths, write_baseline, prune=prune_baseline)
    if no_text:
        from linter.reporters.withheld import withheld

        report = withheld(report)
    limit = None if fail_on == "never" else Severity(fail_on)
    style = on_terminal(Style(Severity(show), limit, show_suppressed, verbose))
    for output in formats:
        write(output, report, style)
    _tell(report, debug=debug)
    if not quiet:
        _say(report, style, formats)
    if verbose:
        for file in report.files:
            place = Path(file.path)
            click.echo(f"{file.path}: {run.config_for(place.parent).file or 'no configuration'}, {len(run.rules(place))} rules", err=True)
    return _code(report, limit)


def _known(run: "Run", names: tuple[str, ...]) -> None:
    """Ends the run where a name on the command line names no rule."""
    if not names:
        return
    from linter.config import selected

    rules = run.every(Path())
    for name in names:
        if not any(selected(rule, name) for rule in rules):
            from linter.yamldata import nearest

            fail(f"no rule or family “{name}”{nearest(name, [rule.id for rule in rules])} (copydesk rules lists them)")


def _stdin(paths: tuple[str, ...], name: str | None, *, changed: bool) -> "Source | None":
    from linter.readers import READERS
    from linter.run import Source

    if "-" not in paths:
        if name:
            fail("--stdin-filename goes with - (stdin)")
        return None
    if len(paths) > 1 or changed:
        fail("- (stdin) stands alone: name files in another run, and no --diff-base or --staged")
    shown = name or "<stdin>.txt"
    suffix = Path(shown).suffix.lower()
    if suffix not in READERS:
        fail(f"{shown}: unsupported: no reader for “{suffix}” files (there are: {', '.join(sorted(READERS))})")
    return Source(sys.stdin.buffer.read(), shown)


def _tell(report: Report, *, debug: bool) -> None:
    for failure in report.failures:
        click.echo(f"copydesk: {_line(failure)}", err=True)
        if debug and failure.fault:
            import traceback

            traceback.print_exception(failure.fault)

    for unused in report.unused:
        click.echo(f"copydesk: {printable(f'{unused.path}:{unused.line}: {unused.message}')}", err=True)


def _line(failure: Failure) -> str:
    place = ":".join(str(part) for part in (failure.path, failure.line, failure.column) if part is not None)
    return printable(f"{place}: {failure.message}" if place else failure.message)


def _say(report: Report, style: Style, formats: list[Output]) -> None:
    for notice in report.notices:
        click.echo(f"copydesk: {printable(notice)}", err=True)
    if not (style.terminal and Output("text", None) in formats):
        for line in summary(report, style):
            click.echo(line, err=True)


def _code(report: Report, limit: Severity | None) -> int:
    if report.failures:
        return 2
    return int(limit is not None and any(report.count(severity) for severity in Severity if severity.rank <= limit.rank))
