"""What the command prints: a stranger's words in it reach no terminal as they are."""

import io
import os
import sys
from errno import EBADF
from typing import NoReturn

import click

from linter.reporters.escape import printable


def say(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Prints lines to stdout or stderr; control characters in them are shown, not obeyed."""
    click.echo("\n".join(map(printable, text.split("\n"))), err=err, nl=nl)


class _Closed(io.TextIOBase):
    """Stands for a stdout that was closed when the command began: nothing can be written there."""

    def write(self, _text: str) -> NoReturn:
        raise OSError(EBADF, "closed", "stdout")


def open_streams() -> None:
    """Makes stdout and stderr ready for any text, also where a shell has closed them (`>&-`)."""
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
