"""The check `repetition`: a word that stands twice in a row."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.text import lower
from linter.checks.check import Check
from linter.model.rule import Edit, Match
from linter.model.span import Place


class Options(NamedTuple):
    """`allow` holds the words that may stand twice in a row."""

    allow: tuple[str, ...] = ()


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match on both words, with the second one taken out as edit; names and numbers may stand twice."""
    allowed = frozenset(options.allow)
    for block in scope.blocks:
        words = analysis.words[block]
        text = analysis.blocks[block].text
        texts = [word.text for word in words]
        lows = lower("\n".join(texts)).split("\n")
        for index in [index for index, (low, text) in enumerate(zip(lows, texts[1:], strict=False)) if low == text]:
            first, second = words[index], words[index + 1]
            alike = (len(second.text) > 1 or second.text == "a") and second.text.isalpha() and second.text.islower() and second.text not in allowed
            place = Place(block, first.start, second.end)
            if alike and text[first.end : second.start].strip(" \u00a0") == "" and second.start > first.end and scope.holds(place):
                yield Match(place, fills={"word": second.text}, edits=(Edit(Place(block, first.end, second.end), ""),))


CHECK = Check(Options, run, fills=("word",))
