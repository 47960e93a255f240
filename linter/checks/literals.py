"""What the checks on literal words and phrases share."""

from collections.abc import Iterable

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


def in_scope(analysis: Analysis, scope: Scope, items: Iterable[str], *, exact: bool = False) -> list[tuple[Place, str]]:
    """The places of the items in a scope, each with the item that stands there; `exact` heeds case."""
    found = {}
    for item in items:
        wanted = literal(item)
        for place in analysis.literal(lower(wanted)):
            if scope.holds(place) and (not exact or analysis.folded[place.block][place.start : place.end] == wanted):
                found[place] = item
    return [(place, found[place]) for place in longest(found)]
