"""`copydesk config`: the configuration in force for a path, each value with the file and line it came from."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli.saying import say

if TYPE_CHECKING:
    from linter.config import Change, Where


@click.command()
@click.argument("path", type=click.Path(), default=".")
@click.option("--config", "file", type=click.Path(), help="Take this configuration file, not the one found upward from PATH.")
def config(path: str, file: str | None) -> None:
    """Show the configuration in force for PATH."""
    from linter.run import Run, Settings

    place = Path(path)
    run = Run(Settings(config=file))
    chosen = run.config_for(place if place.is_dir() else place.parent)
    say(f"configuration: {chosen.file or 'none; copydesk’s own defaults'}")
    for name, setting in sorted(chosen.settings.items()):
        value = setting.value if isinstance(setting.value, str) else ", ".join(str(item) for item in setting.value)
        say(f"{name}: {value or 'nothing'}  ({setting.origin})")
    for pack in chosen.packs:
        say(f"extends: {pack.place}  ({pack.origin})")
    shown = None if place.is_dir() else place
    for change in chosen.changes:
        if change.where.holds_for(shown) or change.where.when or place.is_dir():
            say(f"{_change(change)}  ({change.file}:{change.line})")
    for names in chosen.fields:
        if names.where.holds_for(shown) or names.where.when or place.is_dir():
            say(f"fields: {', '.join(f'{name}: {role}' for name, role in names.roles.items())}{_where(names.where)}  ({names.origin})")
    for entry in chosen.ignores:
        say(f"ignore: {entry.rule} {entry.path or ''} {entry.text or ''}  ({entry.origin})")


def _change(change: "Change") -> str:
    what = [change.severity] if change.severity else []
    what += [f"{kind}: {level}" for kind, level in change.kinds.items()]
    if change.options is not None:
        what += [f"{name}: {value}" for name, value in change.options.plain.items()]
    return f"rules: {change.rule}: {', '.join(what)}{_where(change.where)}"


def _where(where: "Where") -> str:
    """For which articles a part of the configuration is meant, in words."""
    paths = f" for {', '.join(where.paths)}" if where.paths else ""
    return paths + "".join(f" when {name} is {' or '.join(values)}" for name, values in where.when.items())
