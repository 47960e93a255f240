"""What `copydesk check` does with baselines beside reading them: it writes, prunes, and says what is out of date."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli.failing import fail
from linter.model.finding import Report
from linter.reporters.summary import amount

if TYPE_CHECKING:
    from linter.baseline import Baseline
    from linter.run import Run


def settle(run: "Run", report: Report, paths: Sequence[str], write_to: str | None, *, prune: bool) -> Report:
    """Does what was asked for; the report, with what a new baseline accepts marked."""
    folders = [Path(path).absolute() for path in paths if Path(path).is_dir()]
    if write_to:
        from linter.baseline import adopted, mark

        new = adopted(Path(write_to), report, folders)
        _write(new)
        entries = sum(found.total() for found in new.entries.values())
        click.echo(f"copydesk: {write_to}: {amount(entries, 'finding')} accepted.", err=True)
        return report._replace(files=tuple(f._replace(findings=tuple(mark(f.findings, new.accepted(f.path)))) for f in report.files))
    for baseline in run.baselines:
        _tell(baseline, report, folders, prune=prune)
    return report


def _tell(baseline: "Baseline", report: Report, folders: Sequence[Path], *, prune: bool) -> None:
    from linter.baseline import outdated, pruned

    old = outdated(baseline, report, folders)
    if not old:
        return
    number = sum(found.total() for found in old.values())
    what = f"{baseline.file}: {number:,} {'entry' if number == 1 else 'entries'} of {amount(len(old), 'file')}"
    if prune:
        _write(pruned(baseline, old))
        click.echo(f"copydesk: {what} dropped.", err=True)
    else:
        click.echo(f"copydesk: {what} no longer occur{'s' if number == 1 else ''} (--prune-baseline drops them).", err=True)


def _write(baseline: "Baseline") -> None:
    from linter.baseline import write

    try:
        write(baseline)
    except OSError as error:
        fail(f"{baseline.file}: cannot be written: {(error.strerror or str(error)).lower()}")


def check_usage(*, write_to: str | None, baseline: str | None, prune: bool, partial: bool) -> None:
    """Ends the run where options about baselines do not go together; `partial` says that not all findings are looked for."""
    if write_to and (baseline or prune):
        fail("--write-baseline stands alone: it takes every finding, whatever another baseline accepts")
    if (write_to or prune) and partial:
        fail("--write-baseline and --prune-baseline go without --select, --ignore, --diff-base and --staged: a part of the findings is no baseline")
