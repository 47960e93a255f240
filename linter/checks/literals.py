"""What the checks on literal words and phrases share."""

from collections.abc import Iterable

from linter.analysis import Analysis, Scope
from linter.analysis.text import fold, lower
from linter.model.span import Place


def literal(text: str) -> str:
    """A word or phrase as the analysis is asked for it: folded, as the text it is looked for in is."""
    return fold(text)


def longest(places: Iterable[tuple[Place, str]]) -> list[tuple[Place, str]]:
    """The places in order, of overlapping ones only the first and longest."""
    kept: list[tuple[Place, str]] = []
    for place, item in sorted(places, key=lambda found: (found[0].block, found[0].start, -found[0].end)):
        if not kept or not kept[-1][0].overlaps(place):
            kept.append((place, item))
    return kept


def in_scope(analysis: Analysis, scope: Scope, items: Iterable[str], *, exact: bool = False) -> list[tuple[Place, str]]:
    """The places of the items in a scope, each with the item that stands there; `exact` heeds case."""
    found = []
    for item in items:
        wanted = literal(item)
        for place in analysis.literal(lower(wanted)):
            if scope.holds(place) and (not exact or analysis.folded[place.block][place.start : place.end] == wanted):
                found.append((place, item))
    return longest(found)
