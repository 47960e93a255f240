"""How far a long run is: on a terminal's stderr, never in a pipe."""

import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_LONG, _BETWEEN = 1.0, 0.1
"""Seconds until a run counts as long, and between two looks at it."""


class Progress:
    """Called with the number of files that are done, and of all; while it is entered, it shows them, and how long it will take."""

    def __init__(self, *, quiet: bool) -> None:
        self._due = float("inf") if quiet or not sys.stderr.isatty() else time.monotonic() + _LONG
        self._bar: Bar | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def __call__(self, done: int, of_all: int) -> None:
        now = time.monotonic()
        if now < self._due:
            return
        self._due = now + _BETWEEN
        if self._bar is None:
            self._bar = _bar()
            self._bar.add_task("Linting", total=of_all)
        self._bar.update(self._bar.task_ids[0], completed=done, refresh=True)


def _bar() -> "Bar":
    """A bar that goes when it ends. It has no thread of its own: processes are copied beside it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("files,"), TimeRemainingColumn(), TextColumn("left"))
    bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    bar.start()
    return bar
