"""The check `words`: reports the words and phrases of a list."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.checks.check import Check
from linter.checks.literals import in_scope, literal, overlap
from linter.model.rule import Match


class Options(NamedTuple):
    """`list` is looked for, whatever its case unless `case` is exact; a place inside one of `allow` is left alone."""

    list: tuple[str, ...]
    allow: tuple[str, ...] = ()
    case: Literal["fold", "exact"] = "fold"


def literals(options: Options) -> Iterator[str]:
    """What the analysis is to find."""
    yield from (literal(item) for item in (*options.list, *options.allow))


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match for each place of an item."""
    allowed = overlap(place for place, _ in in_scope(analysis, scope, options.allow))
    for place, _ in in_scope(analysis, scope, options.list, exact=options.case == "exact"):
        if not allowed(place):
            yield Match(place)


CHECK = Check(Options, run, literals=literals)
