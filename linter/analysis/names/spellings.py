"""Spellings: the mentions that write a word of a name in one way, and pairs of them."""

import re
from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from linter.analysis.names.letters import core, letters
from linter.analysis.names.mentions import Mention, titles
from linter.model.span import Place
from linter.resources import words as listed

if TYPE_CHECKING:
    from linter.analysis import Analysis

_SHORTENED = re.compile(r"['’](?:re|ve|ll|d|m|t)$|[âÃ]$", re.IGNORECASE)
"""“He’ll”; and what is left of an apostrophe in a wrong encoding."""

_GLUED = re.compile(r"[@#/_]$|=[\"“]$|\b(?:source|credit|photo|photos|image|picture|via|known as|called)s?:? [\"“'‘]?$", re.IGNORECASE)
_BEFORE = 14
ADDRESS = re.compile(r"\.(?:com|org|net|co|gov|io|tv|uk|in|cn)\b|/|@|_")
_CHECKED = re.compile(r"['’]?s?\W{0,2}(?:\[sic\]|\(sic\)|\(cq\)|\[cq\])", re.IGNORECASE)
_EXPLAINED = re.compile(
    r"\b(?:spell?ed|spelt|misspell?ed|misspelt|known as|(?:also|formerly|previously|originally|sometimes) called|transliterated|pronounced|written as|confused with|the spelling|stylis?ed|stylized)\b"
)
_JOINT = re.compile(r"(?:'s)?(?:,| and| or| &|, and|, or|/)? ?")
_GLOSS = re.compile(r"[^.!?]{0,40}\(")
_LONGEST_JOINT = 42
_LOOKED_AT = 3
_LONGEST_LINE = 600
"""A longer block is an article in one piece, whatever its end looks like."""

_HASHTAG = re.compile(r"(?:^|\s)#[A-Za-z]\w")
"""A line with one is a post that is shown, not copy."""

_SILENT_FORMS = ("tweet", "contributor")


class Spelling:
    """One way in which a word of a name is written, and every mention that writes it so."""

    def __init__(self, base: str, mentions: list[Mention]) -> None:
        self.base = base
        self.mentions = mentions

    @cached_property
    def text(self) -> str:
        """The commonest wording, of equals the first."""
        counts = Counter(mention.text for mention in self.mentions)
        return max(counts, key=counts.__getitem__)

    @property
    def count(self) -> int:
        return len(self.mentions)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        return tuple(mention.place for mention in self.mentions)

    @cached_property
    def before(self) -> frozenset[str]:
        """The words that stand before it in a name, as letters; of headlines and shouted lines only given names."""
        return frozenset(letters(word) for mention in self.mentions for word in mention.before if _tells(mention, word))

    @cached_property
    def after(self) -> frozenset[str]:
        return frozenset(letters(word) for mention in self.mentions for word in mention.after if _tells(mention, word))

    @cached_property
    def articled(self) -> bool:
        """Whether an Arabic article stands before it somewhere: “al-Qaeda”, “al Qaida”."""
        return any(core(mention.text) != mention.text or mention.articled for mention in self.mentions)

    @cached_property
    def listed(self) -> bool:
        return all(mention.listed for mention in self.mentions)

    @cached_property
    def possessive(self) -> bool:
        """Whether it stands with the ending of a possessive everywhere."""
        return all(mention.possessive for mention in self.mentions)

    @cached_property
    def titled(self) -> bool:
        return any(mention.titled for mention in self.mentions)

    @cached_property
    def opens(self) -> bool:
        return all(mention.opens for mention in self.mentions)

    @cached_property
    def known(self) -> bool:
        """Whether it is a name that the news is full of."""
        return not {self.text, core(self.text), core(self.text).capitalize()}.isdisjoint(listed("known-names"))

    @cached_property
    def ordinary(self) -> bool:
        """Whether it is a common word too, such as “Institute”, or a title."""
        return self.base in listed("common-words") or self.base in titles()

    @cached_property
    def unheard(self) -> bool:
        """Whether it is neither a name that the news is full of nor a common word."""
        return not self.known and not self.ordinary

    @cached_property
    def introduced(self) -> bool:
        """Whether something stands before it that is no common word: it is a surname, in full."""
        return any(word not in listed("common-words") or word in listed("given-names") for word in self.before)

    @cached_property
    def only_alone(self) -> bool:
        """Whether it is a name of one word wherever one can tell."""
        return not self.before and not self.after and any(mention.bare for mention in self.mentions)


def _tells(mention: Mention, neighbour: str) -> bool:
    """Whether a neighbour belongs to the name: in title case every word has a capital."""
    return not mention.loud or neighbour.lower() in listed("given-names")


class Pair(NamedTuple):
    """Two spellings of one name; `kind` says in what they differ. Of a tie `rare` is the later one.

    `settled` says that `usual` stands in the register of the house.
    """

    usual: Spelling
    rare: Spelling
    kind: str
    settled: bool = False

    @property
    def tie(self) -> bool:
        """Whether nobody can say which is right: the article uses both equally often, and the house has settled neither."""
        return self.usual.count == self.rare.count and not self.settled


def ordered(one: Spelling, other: Spelling, kind: str) -> Pair:
    """The commoner spelling first; of a tie the one that comes first."""
    if (other.count, one.places[0]) > (one.count, other.places[0]):
        one, other = other, one
    return Pair(one, other, kind)


def usable(mention: Mention, analysis: "Analysis") -> bool:
    """Whether a mention is the paper's own spelling of a name: no address or handle, nothing marked as checked."""
    text = analysis.blocks[mention.place.block].text
    start, end = mention.place.start, mention.place.end
    if not stands_free(text, start, end) or _SHORTENED.search(mention.text):
        return False
    if text[max(start - 1, 0) : start] == "(" and text[end : end + 1] == ")" and mention.text.isalpha():
        return False  # an alias or a handle: “Ann Brandt (Anbrand)”
    if len(text) > _LONGEST_LINE:
        return True
    return analysis.structure.forms[mention.place.block] not in _SILENT_FORMS and not _HASHTAG.search(text)


def stands_free(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is no part of an address, handle or credit, and nobody has marked it as checked."""
    return not (_GLUED.search(text, max(start - _BEFORE, 0), start) or ADDRESS.match(text, end) or _CHECKED.match(text, end))


def side_by_side(one: Spelling, other: Spelling, analysis: "Analysis") -> bool:
    """Whether they stand next to one another in a row, as two things do (“iPods, iPads”), or one explains the other in brackets."""
    places = sorted([(place, 0) for place in one.places] + [(place, 1) for place in other.places])
    return any(
        which != next_which
        and first.block == second.block
        and second.start - first.end <= _LONGEST_JOINT
        and _parts(analysis.folded[first.block], first.end, second.start)
        for (first, which), (second, next_which) in pairwise(places)
    )


def _parts(text: str, start: int, end: int) -> bool:
    return any(pattern.fullmatch(text, start, end) for pattern in (_JOINT, _GLOSS))


def explained(one: Spelling, other: Spelling, analysis: "Analysis") -> bool:
    """Whether a sentence that holds both says that the name is spelt two ways."""
    for place in other.places[:_LOOKED_AT]:
        sentence = analysis.sentence_at(place)
        text = analysis.blocks[place.block].text[sentence.start : sentence.end]
        if one.text in text and _EXPLAINED.search(text):
            return True
    return False
