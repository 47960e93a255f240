"""What a person asked of a report, and what the place it goes to can do."""

from typing import NamedTuple

from linter.model.rule import Severity


class Style(NamedTuple):
    """`show` is the least severity that a human format prints, `fail_on` the least that makes exit 1 (None: none does).

    `width` counts cells of a terminal.
    """

    show: Severity = Severity.WARNING
    fail_on: Severity | None = Severity.ERROR
    show_suppressed: bool = False
    verbose: bool = False
    terminal: bool = False
    colour: bool = False
    width: int = 100
