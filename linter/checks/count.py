"""The check `count`: how often something may or must stand in a sentence, a block or a document."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.patterns import Pattern
from linter.checks.check import Check
from linter.model.rule import Match
from linter.model.span import Place


class Options(NamedTuple):
    """At least `min` and at most `max` hits of `pattern` in each sentence or block, or in the document."""

    pattern: str
    per: Literal["sentence", "block", "document"] = "sentence"
    min: int = 0
    max: int = 1_000_000
    case: Literal["fold", "exact"] = "fold"


def _pattern(options: Options) -> Pattern:
    return Pattern(options.pattern, options.case, "block" if options.per == "block" else "sentence")


def patterns(options: Options) -> Iterator[Pattern]:
    """What the analysis is to find."""
    yield _pattern(options)


def faults(options: Options) -> Iterator[str]:
    """What is wrong with the limits."""
    if options.min > options.max:
        yield f"“min” ({options.min}) is more than “max” ({options.max})"


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match at the first hit too many; where there are too few, on the sentence or block, or the first block of all."""
    hits: dict[Place | None, list[Place]] = defaultdict(list)
    units = list(_units(analysis, scope, options.per))
    for place, _ in analysis.find(_pattern(options)):
        if scope.holds(place):
            hits[_unit(analysis, place, options.per)].append(place)
    for key, where in units:
        found = sorted(hits.get(key, ()))
        if len(found) > options.max:
            yield Match(found[options.max], fills={"count": str(len(found)), "limit": str(options.max)})
        elif len(found) < options.min:
            yield Match(where, fills={"count": str(len(found)), "limit": str(options.min)})


def _whole(analysis: Analysis, block: int) -> Place:
    return Place(block, 0, len(analysis.blocks[block].text))


def _unit(analysis: Analysis, place: Place, per: str) -> Place | None:
    if per == "document":
        return None
    return analysis.sentence_at(place) if per == "sentence" else _whole(analysis, place.block)


def _units(analysis: Analysis, scope: Scope, per: str) -> Iterator[tuple[Place | None, Place]]:
    if per == "document":
        if scope.blocks:
            yield None, _whole(analysis, scope.blocks[0])
        return
    for block in scope.blocks:
        for unit in (_whole(analysis, block),) if per == "block" else analysis.sentences[block]:
            if scope.reads(unit):
                yield unit, unit


CHECK = Check(Options, run, fills=("count", "limit"), patterns=patterns, faults=faults)
