"""Mentions: the runs of capitalised words in a text, taken apart into the words of names."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from linter.model.span import Place
from linter.resources import words as listed

if TYPE_CHECKING:
    from linter.analysis import Analysis
    from linter.analysis.words import Word

_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|['’](?=$)|(?<=s)['’])$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|d|l|o|m)[-‐‑'’].*[A-Z]")
_BLANK = re.compile(r"[ \u00a0]{1,2}")
_STOPPED = re.compile(r"[.][ \u00a0]")
_ABBREVIATED = 3
_TITLED_SHARE = 0.7
_STOPS = (".", "”", '"', "’", ";")
_OPENERS = frozenset(("the", "a", "an", "this", "that", "in", "on", "at", "and", "but", "as", "for", "with", "when", "after", "while", "if", "i"))


class Mention(NamedTuple):
    """One word of a name where it stands, its possessive ending left off.

    `before` and `after` are the neighbouring words of the same name (titles left out), empty where it has none;
    `opens` says that it opens a sentence, where a capital proves nothing; `loud` that its block is all capitals or in
    title case, where capitals prove nothing at all.
    """

    text: str
    place: Place
    before: str
    after: str
    titled: bool
    opens: bool
    loud: bool


class Run(NamedTuple):
    """Mentions that follow one another: a full name, a surname, an institution."""

    mentions: tuple[Mention, ...]

    @property
    def text(self) -> str:
        """The words of the run with single blanks between."""
        return " ".join(mention.text for mention in self.mentions)

    @property
    def place(self) -> Place:
        """From the first word to the last."""
        first, last = self.mentions[0].place, self.mentions[-1].place
        return Place(first.block, first.start, last.end)


@cache
def titles() -> frozenset[str]:
    """Titles and roles, in small letters."""
    return frozenset(word.lower() for word in listed("titles"))


@cache
def _particles() -> frozenset[str]:
    return listed("name-particles")


def find_runs(analysis: "Analysis") -> Iterator[Run]:
    """The runs of capitalised words of a document, block by block."""
    for block, words in enumerate(analysis.words):
        if analysis.structure.roles[block] in ("code", "credit", "furniture"):
            continue
        text = analysis.blocks[block].text
        starts = {_first_word(words, sentence.start) for sentence in analysis.sentences[block]}
        loud = _is_loud(words, text)
        for run in _runs(words, text):
            yield from _mentions(block, run, words, starts, loud=loud)


def _first_word(words: "tuple[Word, ...]", start: int) -> int:
    index = bisect_left(words, start, key=lambda word: word.start)
    return words[index].start if index < len(words) else -1


def _is_loud(words: "Iterable[Word]", text: str) -> bool:
    """Whether a block is in title case or in capitals, as headlines are; a paragraph full of names ends in a stop."""
    if text.rstrip()[-1:] in _STOPS and not text.isupper():
        return False
    long = [word.text for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    return bool(long) and sum(word[0].isupper() for word in long) > _TITLED_SHARE * len(long)


def is_name_word(word: str) -> bool:
    """Whether a word is written as one of a name: with a capital, or an article and a capital (“al-Kadhimi”, “d’Estaing”)."""
    return word[0].isupper() or _ARTICLE.match(word) is not None or (len(word) > 2 and word[0].islower() and word[1].isupper())


def _runs(words: "tuple[Word, ...]", text: str) -> Iterator[list[int]]:
    run: list[int] = []
    for index, word in enumerate(words):
        if not run and word.text.islower():
            continue
        joined = bool(run) and _joins(words[run[-1]].text, text[words[run[-1]].end : word.start])
        possessive = bool(run) and _POSSESSIVE.search(words[run[-1]].text) is not None
        if is_name_word(word.text) and (not run or (joined and not possessive)):
            run.append(index)
        elif run and joined and not possessive and word.text in _particles() and _goes_on(words, index, text):
            run.append(index)
        else:
            if run:
                yield run
            run = [index] if is_name_word(word.text) else []
    if run:
        yield run


def _joins(before: str, between: str) -> bool:
    """Whether what stands between two words keeps them in one name: a blank, or the stop of an initial or a title."""
    if _BLANK.fullmatch(between):
        return True
    return _STOPPED.fullmatch(between) is not None and (len(before) == 1 or (len(before) <= _ABBREVIATED and before.lower() in titles()))


def _goes_on(words: "tuple[Word, ...]", index: int, text: str) -> bool:
    after = words[index + 1 : index + 3]
    if after and after[0].text in _particles():
        after = after[1:]
    return bool(after) and after[0].text[0].isupper() and "," not in text[words[index].end : after[0].start]


def _mentions(block: int, run: list[int], words: "tuple[Word, ...]", starts: set[int], *, loud: bool) -> Iterator[Run]:
    for named, titled in _named(run, words):
        yield Run(tuple(_mention(block, named, position, words, starts, titled=titled, loud=loud) for position in range(len(named))))


def _named(run: list[int], words: "tuple[Word, ...]") -> Iterator[tuple[list[int], bool]]:
    """The parts of a run that titles part, each with whether a title stands before it; an article that opens it is left out."""
    part: list[int] = []
    titled = False
    for index in run:
        text = words[index].text.lower()
        if text in titles():
            if part:
                yield part, titled
            part, titled = [], True
        elif part or text not in _OPENERS:
            part.append(index)
    if part:
        yield part, titled


def _mention(block: int, named: list[int], position: int, words: "tuple[Word, ...]", starts: set[int], *, titled: bool, loud: bool) -> Mention:
    word = words[named[position]]
    text = _POSSESSIVE.sub("", word.text)
    before = words[named[position - 1]].text if position else ""
    after = _POSSESSIVE.sub("", words[named[position + 1]].text) if position + 1 < len(named) else ""
    place = Place(block, word.start, word.start + len(text))
    return Mention(text, place, before, after, titled and position == 0, word.start in starts, loud)
