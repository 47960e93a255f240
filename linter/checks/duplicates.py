"""Text that stands twice: paragraphs, also nearly the same, and sentences of the narration."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import nlargest

from linter.analysis import Analysis
from linter.analysis.text import lower
from linter.model.rule import Match
from linter.model.span import Place

PARAGRAPH, SENTENCE = 20, 12
"""A paragraph or a sentence of so many words is no chance if it stands twice."""

_FIRST = "stands here first"
_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3 * SENTENCE
"""Shorter texts, in code points, cannot hold so many words."""

_KEY_WORDS = 4
_MOST_CHANGED = 0.1
_FEWEST_CHANGED = 2
_UNTOLD = frozenset(("list-item", "table-cell", "code", "furniture", "credit", "byline", "dateline"))
"""Roles of blocks whose words may well stand twice."""

_CREDIT = re.compile(
    r"[ .]*(?:\([^()]{2,80}\)|(?:photo|image|picture|credit)s?(?: ?credit)?(?: ?:| by ).{2,60}|[A-Z][\w.'’ ]{2,40}/ ?[A-Z][\w /.]{1,40}|(?:via )?getty images)\.?\s*$",
    re.IGNORECASE,
)


def duplicated_paragraphs(analysis: Analysis) -> Iterator[Match]:
    """A match on the later of two paragraphs; variant `nearly` where a word was moved or changed."""
    exact: dict[tuple[str, ...], Place] = {}
    near: dict[tuple[str, ...], tuple[Place, list[str]]] = {}
    for block in _told(analysis):
        words = _words(analysis.folded[block])
        if len(words) < PARAGRAPH:
            continue
        place = analysis.whole(block)
        same = exact.get(tuple(words))
        if same:
            yield Match(place, related=((same, _FIRST),))
            continue
        exact[tuple(words)] = place
        keys = _keys(words)
        other = next((near[key] for key in keys if key in near and _nearly(analysis, (place, words), near[key])), None)
        if other:
            yield Match(place, variant="nearly", related=((other[0], _FIRST),))
        for key in keys:
            near.setdefault(key, (place, words))


def duplicated_sentences(analysis: Analysis) -> Iterator[Match]:
    """A match on the later of two sentences of the narration; the credit of a caption does not count."""
    doubled = {match.place.block for match in duplicated_paragraphs(analysis)}
    first: dict[tuple[str, ...], Place] = {}
    for block in _told(analysis):
        if block in doubled:
            continue
        for sentence in analysis.sentences[block]:
            if sentence.end - sentence.start < _SHORTEST or _is_quoted(analysis, sentence):
                continue
            key = tuple(_words(_CREDIT.sub("", analysis.folded[block][sentence.start : sentence.end])))
            if len(key) < SENTENCE:
                continue
            if key in first:
                yield Match(sentence, related=((first[key], _FIRST),))
            else:
                first[key] = sentence


def _told(analysis: Analysis) -> Iterator[int]:
    """The blocks that tell the story; in a transcript people repeat themselves."""
    structure = analysis.structure
    if structure.genre == "transcript":
        return
    for block, (role, form) in enumerate(zip(structure.roles, structure.forms, strict=True)):
        if role not in _UNTOLD and form != "tweet" and len(analysis.folded[block]) >= _SHORTEST:
            yield block


def _words(text: str) -> list[str]:
    return _WORD.findall(lower(text))


def _keys(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two choices of words that a paragraph keeps when a few others change: the longest, and the last by the alphabet."""
    different = set(words)
    longest = nlargest(_KEY_WORDS, different, key=lambda word: (len(word), word))
    last = nlargest(_KEY_WORDS, (word for word in different if len(word) > _KEY_WORDS))
    return ("longest", *longest), ("last", *last)


def _nearly(analysis: Analysis, one: tuple[Place, list[str]], other: tuple[Place, list[str]]) -> bool:
    """Whether two paragraphs differ in a few words only, none of them a name or a number: then they tell the same."""
    first, second = Counter(one[1]), Counter(other[1])
    changed = {*(first - second), *(second - first)}
    if sum(((first - second) + (second - first)).values()) > max(_FEWEST_CHANGED, _MOST_CHANGED * len(one[1])):
        return False
    written = {word for place, _ in (one, other) for word in _WORD.findall(analysis.folded[place.block])}
    return not any(word[0].isdigit() or (word not in written) for word in changed)


def _is_quoted(analysis: Analysis, sentence: Place) -> bool:
    """Whether most of a sentence is somebody's words: a quotation may be given twice."""
    quoted = sum(min(end, sentence.end) - max(start, sentence.start) for start, end in analysis.quoted_in(sentence))
    return 2 * quoted > sentence.end - sentence.start
