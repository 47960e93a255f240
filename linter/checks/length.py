"""The check `length`: blocks or sentences that are longer than a house wants them."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.checks.check import Check
from linter.model.rule import Match
from linter.model.span import Place


class Options(NamedTuple):
    """At most `max` of `unit` (words, characters or sentences) in each block, or in each sentence (`per`)."""

    max: int
    unit: Literal["words", "characters", "sentences"] = "words"
    per: Literal["block", "sentence"] = "block"


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match on each block or sentence that is too long."""
    for block in scope.blocks:
        whole = Place(block, 0, len(analysis.blocks[block].text))
        for place in analysis.sentences[block] if options.per == "sentence" else (whole,):
            value = _measure(analysis, place, options.unit)
            if value > options.max and scope.reads(place):
                yield Match(place, fills={"value": str(value), "limit": str(options.max)})


def _measure(analysis: Analysis, place: Place, unit: str) -> int:
    if unit == "characters":
        return place.end - place.start
    if unit == "sentences":
        return sum(sentence.within(place) for sentence in analysis.sentences[place.block])
    return len(analysis.words_in(place))


CHECK = Check(Options, run, fills=("value", "limit"))
