"""The check `spelling`: reports words in small letters that no dictionary knows, where one letter makes a common word of them."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.dictionary import is_word, meant
from linter.checks.check import Check
from linter.model.rule import Edit, Match
from linter.model.span import Place

_LONGEST = 25
_BEFORE = ("", " ", '"', "(", "—", "–")
_AFTER = ("", " ", '"', ")", ",", ".", ";", ":", "!", "?", "—", "–")


class Options(NamedTuple):
    """Words of fewer letters than `shortest` are not looked at, nor those in `allow`."""

    shortest: int = 5
    allow: tuple[str, ...] = ()


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match on each misspelt word, with the word that was meant as edit.

    A word that stands with a capital too is a name, one that stands three times is meant so, and what no one slip of a
    letter explains is a word that we do not know: none of them is reported.
    """
    tagged = analysis.tagged
    for text, stretches in tagged.unknown().items():
        if len(stretches) > 2 or not options.shortest <= len(text) <= _LONGEST or not text.isalpha() or text in options.allow:
            continue
        if text in tagged.names or is_word(text) or (text.endswith("in") and is_word(f"{text}g")):
            continue
        correction = meant(text)
        if correction is not None:
            for place in (tagged.place(*stretch) for stretch in stretches):
                if scope.holds(place) and _stands_alone(analysis.folded[place.block], place):
                    yield Match(place, fills={"replacement": correction}, edits=(Edit(place, correction),))


def _stands_alone(text: str, place: Place) -> bool:
    """Whether a place is no part of an address or a handle."""
    return text[max(0, place.start - 1) : place.start] in _BEFORE and text[place.end : place.end + 1] in _AFTER


CHECK = Check(Options, run, fills=("replacement",))
