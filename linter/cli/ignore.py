"""`copydesk ignore`: accept one finding, with the reason, in the configuration."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli.failing import fail

if TYPE_CHECKING:
    from linter.model.finding import Finding
    from linter.run import Run

_LEAST = 6


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        message = "a day is YYYY-MM-DD"
        raise click.BadParameter(message)
    return value


@click.command()
@click.argument("fingerprint")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--reason", required=True, help="Why it may stay; others will read it.")
@click.option("--until", callback=_day, metavar="YYYY-MM-DD", help="The last day on which it may stay.")
@click.option("--config", type=click.Path(), help="Take this configuration file, not the one found upward from the file.")
@click.option("--encoding", help="The encoding of files that are not UTF-8, or UTF-16 with a byte order mark.")
def ignore(fingerprint: str, paths: tuple[str, ...], reason: str, until: str | None, config: str | None, encoding: str | None) -> None:
    """Accept the finding with FINGERPRINT (its first characters suffice), looked for in PATHS or the folder here.

    The entry goes into .copydesk.yaml. `copydesk check --verbose` shows fingerprints.
    """
    from linter.run import Run, Settings

    if not reason.strip():
        fail("--reason says why it may stay; it must not be empty")
    run = Run(Settings(config=config, encoding=encoding))
    finding = _found(run, fingerprint, paths)
    if finding.suppressed_by:
        click.echo(f"It is silenced already, by {finding.suppressed_by}.")
        return
    file = _file(run, Path(finding.path))
    entry = {"path": "", "rule": finding.rule, "text": " ".join(finding.text.split()), "reason": reason.strip()}
    if until:
        entry["until"] = until
    _write(file, entry, finding)


def _found(run: "Run", fingerprint: str, paths: tuple[str, ...]) -> "Finding":
    if len(fingerprint) < _LEAST:
        fail(f"“{fingerprint}” is too short: give at least {_LEAST} characters")
    report = run.report(paths or (".",))
    found = [finding for file in report.files for finding in file.findings if finding.fingerprint.startswith(fingerprint)]
    if not found:
        fail(f"no finding here has the fingerprint “{fingerprint}” (copydesk check --verbose shows them)")
    if len(found) > 1:
        places = ", ".join(f"{f.path}:{f.start.line} ({f.fingerprint})" for f in found[:5])
        fail(f"{len(found)} findings have the fingerprint “{fingerprint}”: {places}; give more of it, or the path")
    return found[0]


def _file(run: "Run", path: Path) -> Path:
    """The configuration in force for a file, or where a first one belongs: at the root of the repository, else here."""
    from linter.config import NAMES

    chosen = run.config_for(path.parent).file
    if chosen:
        return Path(chosen)
    root = next((folder for folder in path.absolute().parents if (folder / ".git").exists()), Path().absolute())
    return root / NAMES[0]


def _write(file: Path, entry: dict[str, str], finding: "Finding") -> None:
    from linter import atomic
    from linter.config import relative
    from linter.ignores import UneditableError, added, literal, written

    shown = relative(Path(finding.path), file.parent)
    entry = entry | {"path": literal(shown)} if shown else {key: value for key, value in entry.items() if key != "path"}
    if file.suffix == ".toml":
        fail(f"{file} is not edited; add to it:\n[[tool.copydesk.ignore]]\n" + "\n".join(f"{key} = '''{value}'''" for key, value in entry.items()))
    try:
        before = file.read_bytes().decode("utf-8") if file.exists() else ""
        atomic.write(file, added(before, entry).encode())
    except UneditableError:
        fail(f"{file} is written in a way that is not edited; add to its “ignore”:\n{written(entry)}")
    click.echo(f"{finding.path}:{finding.start.line}: {finding.rule} is accepted, in {file}.")
