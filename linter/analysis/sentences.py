"""Sentences of a block's text: sentencex, and what news needs beyond it."""

import re
from collections.abc import Iterator
from functools import cache

from linter.model.span import Place
from linter.resources import words

LONGEST = 2000
"""Longer sentences are cut, so that what is done a sentence stays bounded."""

_LAST_WORD = re.compile(r"(?:^|[\s(\"'])([A-Za-z][A-Za-z.]*)\.$")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]$")
_END = re.compile(r"[.!?][\"')\]]*[\"']? +(?=[\"'(\[]*[A-Z0-9])")
_TAIL = 60
"""So much before a stop says whether a sentence ends there: no abbreviation is as long."""

_TIMES = frozenset(("a.m", "p.m"))
_ENDLESS = ('"', "'", "“", "‘")


def split_sentences(block: int, text: str) -> tuple[Place, ...]:
    """The sentences of a folded text, without the blanks round them; none is longer than LONGEST."""
    places = []
    for start, end in _cut(text, _joined(text, _boundaries(text))):
        stripped = text[start:end].strip()
        if stripped:
            begin = start + len(text[start:end]) - len(text[start:end].lstrip())
            places.append(Place(block, begin, begin + len(stripped)))
    return tuple(places)


def _boundaries(text: str) -> list[int]:
    """Where sentences end according to sentencex. It sees bounded parts: its time grows with the square of open quotes."""
    if not _END.search(text):
        return [len(text)]
    from sentencex import get_sentence_boundaries

    ends = []
    for start, end in _parts(text):
        ends += [start + found["end_index"] for found in get_sentence_boundaries("en", text[start:end])]
        ends.append(end)
    return sorted(set(ends) | _missed(text))


def _missed(text: str) -> set[int]:
    """Ends that sentencex passes over because a quotation closes there."""
    return {found.end() for found in _END.finditer(text) if found.group().rstrip()[-1] in "\"')]" or found.group()[0] != "."}


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > LONGEST:
        end = text.rfind(". ", start, start + LONGEST) + 2
        if end < start + LONGEST // 4:
            end = start + LONGEST
        yield start, end
        start = end
    yield start, len(text)


def _joined(text: str, ends: list[int]) -> Iterator[tuple[int, int]]:
    """The stretches between ends, those joined again that a stop inside a sentence had parted."""
    start = 0
    for end in ends:
        if end == len(text) or _is_end(text, start, end):
            yield start, end
            start = end


def _is_end(text: str, start: int, end: int) -> bool:
    stop = end
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    before = text[max(start, stop - _TAIL) : stop]
    after = text[end : end + 40].lstrip()
    first = after.lstrip("\"'([")[:1]
    if first.islower() and before[-1:] not in ("!", "?"):
        return False
    if before.endswith("..."):
        return not first.islower()
    if after[:1] in _ENDLESS and before[-1:] in _ENDLESS and len(before) < 3:
        return False
    found = _LAST_WORD.search(before)
    if not found:
        return True
    word = found.group(1)
    if word in _abbreviations():
        return word in ("No", "Sr") and not first.isdigit() and len(before) < 12
    if word in _TIMES:
        return first.isupper()
    return not _INITIALS.fullmatch(word) or _after_initials_ends(word, after)


def _after_initials_ends(word: str, after: str) -> bool:
    """After “U.S.” a sentence may end, where a word follows that opens one; after a person's initials it does not."""
    if len(word) == 1:
        return False
    return after.split(maxsplit=1)[0].strip("\"'") in words("sentence-openers") if after else True


@cache
def _abbreviations() -> frozenset[str]:
    return words("abbreviations")


def _cut(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        at = start
        while end - at > LONGEST:
            blank = text.rfind(" ", at + LONGEST // 2, at + LONGEST)
            stop = blank + 1 if blank > 0 else at + LONGEST
            yield at, stop
            at = stop
        yield at, end
