"""What the checks on literal words and phrases share."""

from bisect import bisect_left
from collections.abc import Callable, Iterable

from linter.analysis import Analysis, Scope
from linter.analysis.text import fold, lower
from linter.model.span import Place


def literal(text: str) -> str:
    """A word or phrase as the analysis is asked for it: folded, as the text it is looked for in is."""
    return fold(text)


def longest(places: Iterable[Place]) -> list[Place]:
    """The places in order, of overlapping ones only the first and longest."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda place: (place.block, place.start, -place.end)):
        if not kept or not kept[-1].overlaps(place):
            kept.append(place)
    return kept


def overlap(places: Iterable[Place]) -> Callable[[Place], bool]:
    """Tells of a place whether it overlaps one of some places; a question takes the logarithm of their number."""
    merged: list[Place] = []
    for place in sorted(places):
        if merged and merged[-1].overlaps(place):
            merged[-1] = merged[-1]._replace(end=max(merged[-1].end, place.end))
        else:
            merged.append(place)

    def overlapping(place: Place) -> bool:
        before = bisect_left(merged, (place.block, place.end))
        return before > 0 and merged[before - 1].overlaps(place)

    return overlapping


def in_scope(analysis: Analysis, scope: Scope, items: Iterable[str], *, exact: bool = False) -> list[tuple[Place, str]]:
    """The places of the items in a scope, each with the item that stands there; `exact` heeds case."""
    found = {}
    for item in items:
        wanted = literal(item)
        for place in analysis.literal(lower(wanted)):
            if scope.holds(place) and (not exact or analysis.folded[place.block][place.start : place.end] == wanted):
                found[place] = item
    return [(place, found[place]) for place in longest(found)]
