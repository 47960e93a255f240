"""Text that stands twice: paragraphs, also nearly the same, and sentences of the narration."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from linter.analysis import Analysis
from linter.analysis.text import lower
from linter.model.rule import Match
from linter.model.span import Place

PARAGRAPH, SENTENCE = 20, 12
"""A paragraph or a sentence of so many words is no chance if it stands twice."""

_FIRST = "stands here first"
_MARKS = "\"'()[]{}.,:;!?-–—*_/\\|…"
_BLANKED = str.maketrans(_MARKS, " " * len(_MARKS))
_SHORTEST = 3 * SENTENCE
"""Shorter texts, in code points, cannot hold so many words."""

_KEY_WORDS = 4
_LONGEST_CREDIT = 100
_HEAD = 40
"""Sentences that begin with the same so many code points are compared, with a few of those before."""

_MOST_ALIKE = 8
_MOST_CHANGED = 0.1
_FEWEST_CHANGED = 2
_UNTOLD = frozenset(("list-item", "table-cell", "code", "furniture", "credit", "byline", "dateline"))
"""Roles of blocks whose words may well stand twice."""


@cache
def _credit() -> re.Pattern[str]:
    """A credit at the end of a text; made when it is first asked for, as few articles need it."""
    return re.compile(
        r"(?:\([^()]{2,80}\)|(?:photo|image|picture|credit)s?(?: ?credit)?(?: ?:| by ).{2,60}|[A-Z][\w.'’ ]{2,40}/ ?[A-Z][\w /.]{1,40}|(?:via )?getty images)\.?\s*$",
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
    """A match on the later of two sentences of the narration; the credit of a caption does not count, a question may come back."""
    heads: dict[str, list[Place]] = {}
    found: list[Match] = []
    for block in _told(analysis):
        for sentence in analysis.sentences[block]:
            if sentence.end - sentence.start < _SHORTEST or analysis.folded[block][sentence.end - 1] == "?":
                continue
            others = heads.setdefault(lower(analysis.folded[block][sentence.start : sentence.start + _HEAD]).strip(_MARKS), [])
            same = next((other for other in others if _same(analysis, sentence, other)), None)
            if same:
                found.append(Match(sentence, related=((same, _FIRST),)))
            elif len(others) < _MOST_ALIKE and not _is_quoted(analysis, sentence):
                others.append(sentence)
    doubled = {match.place.block for match in duplicated_paragraphs(analysis)} if found else ()
    yield from (match for match in found if match.place.block not in doubled)


def _same(analysis: Analysis, one: Place, other: Place) -> bool:
    """Whether two sentences of the narration are long enough, and have the same words."""
    words, others = (_words(_uncredited(analysis.folded[place.block][place.start : place.end])) for place in (one, other))
    return len(words) >= SENTENCE and words == others and not _is_quoted(analysis, one)


def _uncredited(sentence: str) -> str:
    """A sentence without the credit at its end."""
    credit = _credit().search(sentence, max(0, len(sentence) - _LONGEST_CREDIT))
    return sentence[: credit.start()] if credit else sentence


def _told(analysis: Analysis) -> Iterator[int]:
    """The blocks that tell the story; in a transcript people repeat themselves."""
    structure = analysis.structure
    if structure.genre == "transcript":
        return
    for block, (role, form) in enumerate(zip(structure.roles, structure.forms, strict=True)):
        if role not in _UNTOLD and form != "tweet" and len(analysis.folded[block]) >= _SHORTEST:
            yield block


def _words(text: str) -> list[str]:
    return lower(text).translate(_BLANKED).split()


def _keys(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two choices of words that a paragraph keeps when a few others change: the first and the last by the alphabet."""
    ordered = sorted([word for word in set(words) if len(word) >= _KEY_WORDS])
    return ("first", *ordered[:_KEY_WORDS]), ("last", *ordered[-_KEY_WORDS:])


def _nearly(analysis: Analysis, one: tuple[Place, list[str]], other: tuple[Place, list[str]]) -> bool:
    """Whether two paragraphs differ in a few words only, none of them a name or a number: then they tell the same."""
    first, second = Counter(one[1]), Counter(other[1])
    changed = {*(first - second), *(second - first)}
    if sum(((first - second) + (second - first)).values()) > max(_FEWEST_CHANGED, _MOST_CHANGED * len(one[1])):
        return False
    written = {word for place, _ in (one, other) for word in analysis.folded[place.block].translate(_BLANKED).split()}
    return not any(word[0].isdigit() or (word not in written) for word in changed)


def _is_quoted(analysis: Analysis, sentence: Place) -> bool:
    """Whether most of a sentence is somebody's words: a quotation may be given twice."""
    quoted = sum(min(end, sentence.end) - max(start, sentence.start) for start, end in analysis.quoted_in(sentence))
    return 2 * quoted > sentence.end - sentence.start
