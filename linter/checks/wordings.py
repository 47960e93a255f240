"""What the checks on quotations share: the words of one as they are compared, and where two of them part."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from linter.analysis import Analysis
from linter.analysis.text import lower
from linter.model.span import Place

_LEAST_RUN, _LEAST_COMMON = 3, 12
_LEAST_SHARE = 0.8
_MOST_CHANGED = 3
_MEANT = re.compile(r"\.\.|…|[\[\]()?*—–]|\. \.|\d|^[A-Z]\w")
_ENDINGS = (("n't", "not"), ("'re", "are"), ("'ll", "will"), ("'ve", "have"), ("'m", "am"), ("'s", "is"), ("'d", "would"))


class Wording(NamedTuple):
    """The words of a quotation in lower case, contractions written out, and the place of each."""

    words: tuple[str, ...]
    places: tuple[Place, ...]


class Difference(NamedTuple):
    """Where two wordings part, each with the words that stand round it: in the later one, and in the earlier one."""

    here: Place
    there: Place


def wording(analysis: Analysis, places: Sequence[Place]) -> Wording:
    """The words in some places."""
    words: list[str] = []
    found: list[Place] = []
    for place in places:
        written = analysis.words_in(place)
        lows = lower("\n".join([word.text for word in written])).split("\n") if written else []
        for word, text in zip(written, lows, strict=True):
            parts = _written_out(text.replace("’", "'")) if "’" in text or "'" in text else [text]
            words += parts
            found += [Place(place.block, word.start, word.end)] * len(parts)
    return Wording(tuple(words), tuple(found))


def _written_out(word: str) -> list[str]:
    for ending, full in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return [word.removesuffix(ending), full]
    return [word]


def difference(analysis: Analysis, first: Wording, second: Wording) -> Difference | None:
    """Where two wordings of one quotation part first: a few words between long runs that agree. None if they are not, or do not."""
    from difflib import SequenceMatcher

    runs = [run for run in SequenceMatcher(None, first.words, second.words, autojunk=False).get_matching_blocks() if run.size >= _LEAST_RUN]
    common = sum(run.size for run in runs)
    if len(runs) < 2 or common < max(_LEAST_COMMON, _LEAST_SHARE * (runs[-1].a + runs[-1].size - runs[0].a)):
        return None
    for before, after in zip(runs, runs[1:], strict=False):
        there = _round(first, before.a + before.size, after.a)
        here = _round(second, before.b + before.size, after.b)
        if here and there and not _is_meant(analysis, here) and not _is_meant(analysis, there):
            return Difference(here, there)
    return None


def _round(said: Wording, start: int, end: int) -> Place | None:
    """The words from `start` to `end` with the one before and the one after; None where they are many or stand in two blocks."""
    first, last = said.places[start if start < end else start - 1], said.places[end]
    if end - start > _MOST_CHANGED or first.block != last.block:
        return None
    return Place(first.block, first.start, last.end)


def _is_meant(analysis: Analysis, place: Place) -> bool:
    """Whether words differ on purpose: dots, dashes, stars or brackets stand for some, or it is a name or a number that is another."""
    return _MEANT.search(analysis.blocks[place.block].text[place.start : place.end]) is not None
