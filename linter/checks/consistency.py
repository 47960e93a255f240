"""The check `consistency`: one article, one way to write a word."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.checks.check import Check
from linter.checks.literals import in_scope, literal
from linter.model.rule import Edit, Match


class Options(NamedTuple):
    """Each item of `forms` is a group of ways to write one thing, with `|` between: `per cent|percent`.

    Where an article uses several of a group, those that `prefer` does not name are reported: the `majority` of the
    article (of a tie, the form met first), or the `first` of the group.
    """

    forms: tuple[str, ...]
    prefer: Literal["majority", "first"] = "majority"


def _ways(group: str) -> list[str]:
    return [way.strip() for way in group.split("|") if way.strip()]


def literals(options: Options) -> Iterator[str]:
    """What the analysis is to find."""
    for group in options.forms:
        yield from map(literal, _ways(group))


def faults(options: Options) -> Iterator[str]:
    """What is wrong with the groups."""
    for group in options.forms:
        if len(group.split("|")) < 2 or not all(way.strip() for way in group.split("|")):
            yield f"“{group}” is no group of forms: write one way and another with “|” between"


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match for each place of a form that is not the preferred one."""
    for group in options.forms:
        found = in_scope(analysis, scope, _ways(group))
        counts: dict[str, int] = {}
        for _, way in found:
            counts[way] = counts.get(way, 0) + 1
        if len(counts) < 2:
            continue
        best = next(way for way in _ways(group) if way in counts) if options.prefer == "first" else max(counts, key=lambda way: counts[way])
        others = tuple((place, f"“{best}” here") for place, way in found if way == best)
        for place, way in found:
            if way != best:
                fills = {"other": best, "count": str(counts[way]), "other_count": str(counts[best])}
                yield Match(place, fills=fills, related=others, edits=(Edit(place, best),))


CHECK = Check(Options, run, fills=("other", "count", "other_count"), literals=literals, faults=faults)
