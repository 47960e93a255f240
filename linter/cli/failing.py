"""What a person is told when something could not be done."""

from collections.abc import Iterable
from typing import NoReturn

import click

from linter.model.finding import Failure
from linter.reporters.escape import printable


def fail(message: str) -> NoReturn:
    """Ends the command with a line on stderr for each line of the message, and exit code 2."""
    for line in message.split("\n"):
        click.echo(f"copydesk: {line}", err=True)
    raise click.exceptions.Exit(2)


def tell(failures: Iterable[Failure], *, debug: bool) -> None:
    """A line on stderr for each failure, with the traceback of a fault of our own if that was asked for."""
    for failure in failures:
        place = ":".join(str(part) for part in (failure.path, failure.line, failure.column) if part is not None)
        click.echo(f"copydesk: {printable(f'{place}: {failure.message}' if place else failure.message)}", err=True)
        if debug and failure.trace:
            click.echo(failure.trace, err=True, nl=False)


def explained(error: Exception) -> str:
    """An exception in words for a person: what a file of theirs caused, else a fault of our own."""
    if type(error).__name__ in ("DataError", "GitError", "ReadError"):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename}: {(error.strerror or str(error)).lower()}" if error.filename else str(error)
    return f"a fault of copydesk's own ({type(error).__name__}: {error}); run again with --debug, and report it, please"
