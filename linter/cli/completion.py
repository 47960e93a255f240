"""What the shell is offered for completion: formats, and names of rules."""

import click

from linter.reporters import REPORTERS


def formats(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """The formats that begin so."""
    return [name for name in REPORTERS if name.startswith(begun)]


def rules(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """The rules that begin so, and their families."""
    from linter.run import Run, Settings

    names = {rule.id for rule in Run(Settings()).every()}
    return sorted(name for name in names | {name.partition("/")[0] for name in names} if name.startswith(begun))
