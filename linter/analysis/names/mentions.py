"""Mentions: the runs of capitalised words in a text, taken apart into titles and the words of names."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from linter.analysis.names.letters import core
from linter.model.span import Place
from linter.resources import words as listed

if TYPE_CHECKING:
    from linter.analysis import Analysis
    from linter.analysis.words import Word

SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "esq", "phd", "mp", "mep", "msp", "kc", "qc", "obe", "mbe", "cbe"))
"""What may stand after a surname, in small letters."""

_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|['’])$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|d|l|o|m)[-‐‑'’].*[A-Z]")
_BLANKS = (" ", "\u00a0", "  ", "\u00a0 ", " \u00a0")
_STOPS = (". ", ".\u00a0")
_ABBREVIATED = 4
_LONGEST_RUN = 12
_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 4, 30
"""So many words has a headline in title case; a line of fewer is a name as likely."""
_TITLED_SHARE = 0.7
_ENDS = (".", "”", '"', "’", ";")
_JOINT = re.compile(r"(?=.*[,;/|(…•])[\s,;/|().\d'’…•–-]{1,12}(?:(?:and|&)\s)?|\s(?:and|&)\s")
_INITIALS = re.compile(r", ([A-Z])\.(?=[ ,A-Z])")
"""Of a bibliography: “Zheng, J.”"""

_OPENS_SPEECH = re.compile(r"(?:^|[\s(\[])[“\"‘'(\[]+$|[:•–—]\s$")
_BEFORE_SPEECH = frozenset(":•–—")
_ARTICLES = frozenset(("al", "el"))
_FEWEST_LISTED = 3


class Mention(NamedTuple):
    """One word of a name where it stands, its possessive ending left off.

    `before` and `after` are the other words of the same name (titles, articles and particles left out). `opens` says that it opens a sentence or a quotation, where a capital proves nothing; `loud`
    that it stands among capitals or in title case, where capitals prove nothing at all; `listed` that its name is one
    of three or more in a row, as in a team sheet; `articled` that an Arabic article stands before it as a word.
    """

    text: str
    place: Place
    before: tuple[str, ...]
    after: tuple[str, ...]
    titled: bool
    opens: bool
    loud: bool
    listed: bool
    possessive: bool
    articled: bool

    @property
    def bare(self) -> bool:
        """Whether it is a name of one word."""
        return not self.before and not self.after


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
def _openers() -> frozenset[str]:
    return frozenset(word.lower() for word in listed("sentence-openers"))


@cache
def particles() -> frozenset[str]:
    """The small words inside names: “van”, “bin”, “al”."""
    return listed("name-particles")


def is_name_word(word: str) -> bool:
    """Whether a word is written as one of a name: with a capital, or an article and a capital (“al-Kadhimi”, “d’Estaing”)."""
    return word[0].isupper() or _ARTICLE.match(word) is not None or (len(word) > 2 and word[0].islower() and word[1].isupper())


def find_runs(analysis: "Analysis") -> Iterator[Run]:
    """The runs of capitalised words of a document, block by block."""
    for block, words in enumerate(analysis.words):
        if analysis.structure.roles[block] in ("code", "credit", "furniture"):
            continue
        text = analysis.blocks[block].text
        yield from _Reading(block, words, text, loud=_is_loud(words, text), starts=frozenset(s.start for s in analysis.sentences[block])).runs()


def _is_loud(words: "Sequence[Word]", text: str) -> bool:
    """Whether a block is in title case or in capitals, as headlines are; a paragraph full of names ends in a stop."""
    if text.rstrip()[-1:] in _ENDS and not text.isupper():
        return False
    if not _SHORTEST_HEADLINE <= len(words) <= _LONGEST_HEADLINE and not text.isupper():
        return False
    long = [word.text for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    return bool(long) and sum(word[0].isupper() for word in long) > _TITLED_SHARE * len(long)


class _Reading(NamedTuple):
    """One block being read for names."""

    block: int
    words: "Sequence[Word]"
    text: str
    loud: bool
    starts: frozenset[int]

    def runs(self) -> Iterator[Run]:
        spans = self.spans()
        for span, row in zip(spans, self.rows(spans), strict=True):
            for part, titled in self.parts(span):
                yield Run(tuple(self.mentions(part, titled=titled, row=row)))

    def spans(self) -> list[list[int]]:
        """The indices of the words of each run."""
        words, openers, calendar = self.words, _openers(), listed("calendar")
        found: list[list[int]] = []
        for index in [index for index, word in enumerate(words) if not word[0].islower()]:
            text = words[index][0]
            if not is_name_word(text) or text in calendar:
                continue
            run = found[-1] if found else None
            if run and index - run[-1] <= 3 and len(run) < _LONGEST_RUN and text.lower() not in openers and self.joined(run[-1], index):
                run.extend(range(run[-1] + 1, index + 1))
            else:
                found.append([index - 1, index] if index and self.led(index) else [index])
        return found

    def joined(self, first: int, last: int) -> bool:
        """Whether two words belong to one name: nothing but blanks and small particles, or the stop of an initial, between."""
        words, text, small = self.words, self.text, particles()
        before = words[first].text
        if before[-1] in "s'’" and _POSSESSIVE.search(before):
            return False
        if last > first + 1 and any(word.text not in small for word in words[first + 1 : last]):
            return False
        if self.loud and (is_ordinary(before) or is_ordinary(words[last].text)):
            return False
        gaps = [text[words[at].end : words[at + 1].start] for at in range(first, last)]
        if gaps[0] in _STOPS:
            return last == first + 1 and (len(before) == 1 or (len(before) <= _ABBREVIATED and before.lower() in titles()))
        return all(gap in _BLANKS for gap in gaps)

    def led(self, index: int) -> bool:
        """Whether a particle stands before a word: “al” of “al Assad”."""
        first = self.words[index - 1]
        return first.text in particles() and self.text[first.end : self.words[index].start] in _BLANKS

    def rows(self, spans: list[list[int]]) -> list[bool]:
        """For each run whether it is one of three or more that only commas and the like part."""
        words, text = self.words, self.text
        chain = [0] * len(spans)
        for number in range(1, len(spans)):
            gap = text[words[spans[number - 1][-1]].end : words[spans[number][0]].start]
            chain[number] = chain[number - 1] + 1 if len(gap) <= 16 and _JOINT.fullmatch(gap) else 0
        longest = list(chain)
        for number in range(len(spans) - 2, -1, -1):
            if chain[number + 1]:
                longest[number] = longest[number + 1]
        return [length + 1 >= _FEWEST_LISTED for length in longest]

    def parts(self, run: list[int]) -> Iterator[tuple[list[int], bool]]:
        """The parts of a run that titles part, each with whether a title stands before it; what opens a sentence is left out."""
        words, known, openers = self.words, titles(), _openers()
        part: list[int] = []
        titled = False
        for at, index in enumerate(run):
            low = words[index].text.lower()
            if low in known and self.is_title(run, at):
                if part:
                    yield part, titled
                part, titled = [], True
            elif part or low.replace("’", "'") not in openers:
                part.append(index)
        while part and words[part[-1]].text in particles():
            part.pop()
        if part:
            yield part, titled

    def is_title(self, run: list[int], at: int) -> bool:
        """“King” is a title before a name and where nothing stands before it, not in “Martin Luther King”."""
        if at == 0:
            return True
        rest = [self.words[index].text.lower() for index in run[at + 1 :]]
        return any(low not in titles() and low not in SUFFIXES for low in rest)

    def mentions(self, part: list[int], *, titled: bool, row: bool) -> Iterator[Mention]:
        words = self.words
        texts = [bare(words[index].text) for index in part]
        others = [(at, core(text)) for at, text in enumerate(texts) if text not in particles()] if len(part) > 1 else []
        for at, index in enumerate(part):
            text, start = texts[at], words[index].start
            before = tuple([other for number, other in others if number < at]) if others else ()
            after = tuple([other for number, other in others if number > at]) if others else ()
            if not after and self.text.startswith(", ", words[index].end) and (initials := _INITIALS.match(self.text, words[index].end)):
                after = (initials.group(1),)
            opens = not before and self.opens(start)
            loud = self.loud or (text.isupper() and self.shouted(index))
            possessive = len(text) < len(words[index].text)
            articled = at > 0 and words[part[at - 1]].text.lower() in _ARTICLES
            yield Mention(text, Place(self.block, start, start + len(text)), before, after, titled and not before, opens, loud, row, possessive, articled)

    def opens(self, start: int) -> bool:
        if start in self.starts:
            return True
        if self.text[start - 1 : start] in _BLANKS and self.text[start - 2 : start - 1] not in _BEFORE_SPEECH:
            return False
        return _OPENS_SPEECH.search(self.text, max(start - 4, 0), start) is not None

    def shouted(self, index: int) -> bool:
        """Whether a word in capitals stands beside another, numbers aside, or labels a speech: then they are the style of the line."""
        words = self.words
        if not _in_capitals(words[index].text):
            return False
        if self.text.startswith(":", words[index].end):
            return True
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(words) and abs(at - index) < 4 and words[at].text[0].isdigit():
                at += step
            if 0 <= at < len(words) and _in_capitals(words[at].text):
                return True
        return False


def bare(word: str) -> str:
    """A word without its possessive ending, and without what a hyphen ties to it: “Assad” of “Assad’s” and “Assad-led”."""
    if "-" in word:
        head, _, tail = word.rpartition("-")
        if tail in listed("compound-tails") and not head.islower():
            word = head
    if word[-1] in "sS'’" and ("'" in word or "’" in word):
        return _POSSESSIVE.sub("", word)
    return word


def is_ordinary(word: str) -> bool:
    """Whether a word is a common one, and no given name."""
    low = word.lower()
    return low in listed("common-words") and low not in listed("given-names")


def _in_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()
