"""The check `openings`: sentence after sentence that begins with the same word."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.text import lower
from linter.checks.check import Check
from linter.model.rule import Match
from linter.model.span import Place


class Options(NamedTuple):
    """So many sentences in a row that begin with one word are reported; `allow` holds words that may."""

    fewest: int = 3
    allow: tuple[str, ...] = ("the", "a", "an")


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match on the first word of the last sentence of each run, with the others as related places."""
    openings = [_first_word(analysis, sentence) for block in scope.blocks for sentence in analysis.sentences[block]]
    start = 0
    for end in range(1, len(openings) + 1):
        if end < len(openings) and openings[end][0] == openings[start][0]:
            continue
        text, place = openings[end - 1]
        if end - start >= options.fewest and text and text not in options.allow:
            others = tuple((other, "here too") for _, other in openings[start : end - 1])
            yield Match(place, fills={"count": str(end - start)}, related=others)
        start = end


def _first_word(analysis: Analysis, sentence: Place) -> tuple[str, Place]:
    """The word that opens a sentence, in lower case; none where a quotation does."""
    words = analysis.words_in(sentence)
    if not words or words[0].start != sentence.start:
        return "", sentence
    return lower(words[0].text), Place(sentence.block, words[0].start, words[0].end)


CHECK = Check(Options, run, fills=("count",))
