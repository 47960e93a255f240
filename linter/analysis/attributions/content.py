"""What is said: the parts of a sentence that are somebody's word."""

from linter.analysis.attributions.clauses import Clause
from linter.analysis.attributions.told import Told
from linter.model.span import Place

_FEWEST_QUOTED = 3
_EDGES = " ,:;-—–"


def contents(told: Told, clause: Clause | None, running: dict[Place, tuple[Place, ...]]) -> tuple[Place, ...]:
    """The places of what a clause's source says: what is quoted, with all paragraphs of a running quotation, else all but the clause.

    `running` gives for a place of a quotation of several paragraphs all its places. A later paragraph of one says nothing new.
    """
    block = told.place.block
    places: list[Place] = []
    for start, end in told.quotes:
        if len(told.text[start:end].split()) < _FEWEST_QUOTED:
            continue
        whole = Place(block, start, end)
        if whole not in running:
            places.append(Place(block, max(start, told.place.start), min(end, told.place.end)))
        elif whole == running[whole][0] and start >= told.place.start:
            places += running[whole]
    if told.quotes and (places or not told.lows):
        return tuple(places)
    return _unquoted(told, clause)


def _unquoted(told: Told, clause: Clause | None) -> tuple[Place, ...]:
    """What stands before and after the clause; the shorter side is left out where it only leads up to the clause."""
    if clause is None:
        return ()
    spans = [clause.cue, *([clause.source] if clause.source else [])]
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    before, after = _trimmed(told, told.place.start, first), _trimmed(told, last, told.place.end)
    if clause.kind == "according":
        return tuple(place for place in (before, after) if place)
    inverted = clause.source is not None and clause.source[0] > clause.cue[0]
    chosen = before if before and (inverted or after is None or told.text[after.start - 1] == "." or told.text[first - 2 : first].startswith(",")) else after
    return (chosen,) if chosen else ()


def _trimmed(told: Told, start: int, end: int) -> Place | None:
    text = told.text[start:end]
    left = len(text) - len(text.lstrip(_EDGES))
    right = len(text.rstrip(_EDGES + "."))
    return Place(told.place.block, start + left, start + right) if right > left else None
