"""`copydesk fix`: apply the fixes that findings offer."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli.failing import tell
from linter.cli.saying import say
from linter.cli.selecting import Selection, selecting
from linter.model.finding import Failure, Report
from linter.model.rule import Severity
from linter.reporters.escape import line_start, printable
from linter.reporters.summary import amount

if TYPE_CHECKING:
    from linter.fix import Fixed
    from linter.run import Run, Source


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--unsafe", is_flag=True, help="Also the fixes that need judgement, such as the spelling of a name.")
@click.option("--diff", is_flag=True, help="Only show what would change.")
@selecting
@click.option("--quiet", is_flag=True, help="Failures only: no notices, no summary.")
@click.option("--debug", is_flag=True, help="Show a traceback for a fault of copydesk's own.")
def fix(paths: tuple[str, ...], selection: Selection, unsafe: bool, diff: bool, quiet: bool, debug: bool) -> int:
    """Apply the safe fixes in PATHS, in place: files and folders, the folder here if none is named.

    What is silenced, or stands in a quotation, is left as it is.
    """
    run = selection.run(keep_documents=True)
    left, changed, fixes = [], 0, 0
    for source in run.sources(paths or (".",)):
        fixed = _fixed(run, source, unsafe=unsafe)
        if fixed is None:
            continue
        if fixed.data != source.data and _put(run, source, fixed, diff=diff):
            changed, fixes = changed + 1, fixes + fixed.fixes
        left.append(fixed.left._replace(documents=()))
    selection.prove(run)
    failures = {(failure.path, failure.message): failure for failure in run.failures}
    report = Report(tuple(left), tuple(failures.values()), tuple(dict.fromkeys(run.notices)), run.skipped)
    tell(report.failures, debug=debug)
    if not quiet:
        _say(report, f"{amount(fixes, 'fix').replace('fixs', 'fixes')} in {amount(changed, 'file')}{' to make' if diff else ''}")
    if report.failures:
        return 2
    return int(bool(changed) if diff else report.reaches(selection.limit))


def _fixed(run: "Run", source: "Source", *, unsafe: bool) -> "Fixed | None":
    from linter.fix import fix as fix_source
    from linter.readers.decoding import ReadError

    try:
        return fix_source(run, source, unsafe=unsafe)
    except ReadError as error:
        run.failures.append(Failure(str(error), source.path))
        return None


def _put(run: "Run", source: "Source", fixed: "Fixed", *, diff: bool) -> bool:
    """Writes the fixed file, or shows the difference; whether that could be done."""
    if diff:
        sys.stdout.writelines(_difference(run, source, fixed))
        return True
    from linter import atomic

    try:
        if Path(source.path).read_bytes() != source.data:
            run.failures.append(Failure("is not what is staged; it stays as it is", source.path))
            return False
        atomic.write(source.path, fixed.data)
    except OSError as error:
        run.failures.append(Failure(f"cannot be written: {(error.strerror or str(error)).lower()}", source.path))
        return False
    say(f"{line_start(source.path)}: {fixed.fixes} fixed")
    return True


def _difference(run: "Run", source: "Source", fixed: "Fixed") -> Iterator[str]:
    """A unified difference that patch and git take; on a terminal no control character comes through."""
    from difflib import unified_diff

    from linter.readers.decoding import decode

    before, after = (_lines(decode(data, run.settings.encoding)) for data in (source.data, fixed.data))
    path = printable(source.path).lstrip("/")
    for line in unified_diff(before, after, f"a/{path}", f"b/{path}"):
        text = line.removesuffix("\n")
        yield f"{printable(text) if sys.stdout.isatty() else text}\n"
        if text == line:
            yield "\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    return [*lines[:-1], *([lines[-1][:-1]] if lines[-1] != "\n" else [])]


def _say(report: Report, done: str) -> None:
    for notice in report.notices:
        say(f"copydesk: {printable(notice)}", err=True)
    left = ", ".join(amount(report.count(severity), severity.value) for severity in Severity)
    say(f"{done}; {left} left.", err=True)
