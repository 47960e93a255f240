"""What is known of one document beyond its text: layers, each computed when it is first asked for."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import proxy

from linter.analysis.attributions import Attributions, Lines, find_attributions, find_lines
from linter.analysis.matching import Matcher
from linter.analysis.names import Name, find_names
from linter.analysis.names.house import House
from linter.analysis.names.mentions import Run, find_runs
from linter.analysis.names.pairs import find_pairs
from linter.analysis.names.spellings import Pair
from linter.analysis.patterns import Hit, Pattern, Text, hits
from linter.analysis.phrases import Tagged, phrase_hits, tag
from linter.analysis.quotes import Quotation, find_quotations
from linter.analysis.sentences import cut, split_sentences
from linter.analysis.structure import Structure, find_structure
from linter.analysis.text import fold
from linter.analysis.words import Word, split_words
from linter.model.document import Block, Document
from linter.model.span import Place

if TYPE_CHECKING:
    from linter.analysis.readability import Figures

_LONG = 600

LONGEST_PART = 5000
"""Longer blocks are searched in parts: no paragraph is that long."""


class Analysis:
    """The layers over one document. Every place they speak of is a place in a block's text."""

    def __init__(self, document: Document, matcher: Matcher | None = None, house: House | None = None) -> None:
        self.document = document
        self.house = house or House()
        self._matcher = matcher or Matcher((), ())
        self._scopes: dict[tuple[tuple[str, ...], str], Scope] = {}
        self._excepted: dict[tuple[Pattern, Place], list[Hit]] = {}
        self._long: dict[int, list[Place]] = {}

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks as the reader found them; `structure` knows their roles better."""
        return self.document.blocks

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The folded text of each block."""
        return tuple(fold(block.text) for block in self.blocks)

    @cached_property
    def structure(self) -> Structure:
        """The role and form of each block by its place and neighbours, and the genre of the document."""
        return find_structure(self.blocks)

    @cached_property
    def sentences(self) -> tuple[tuple[Place, ...], ...]:
        """The sentences of each block, without the blanks round them."""
        return tuple(split_sentences(index, text) for index, text in enumerate(self.folded))

    @cached_property
    def words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of each block."""
        return tuple(split_words(block.text) for block in self.blocks)

    @cached_property
    def tagged(self) -> Tagged:
        """The sentences as phrases see them: words with the classes they may belong to."""
        return tag(self.sentences, self.folded)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations, one for words quoted in a run, however many paragraphs they fill."""
        return find_quotations(self.blocks)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The runs of capitalised words that make names, in order."""
        return tuple(find_runs(self))

    @cached_property
    def spellings(self) -> tuple[Pair, ...]:
        """The names that look spelt in two ways."""
        return find_pairs(self)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The people, places, organisations and brands of the document, in the order of first mention."""
        return find_names(self)

    @cached_property
    def lines(self) -> Lines:
        """For each block its sentences as attribution sees them; who speaks in them `attributions` knows."""
        return find_lines(self)

    @cached_property
    def attributions(self) -> Attributions:
        """Who says what."""
        return find_attributions(self)

    @cached_property
    def readability(self) -> "dict[str, Figures]":
        """How hard each part is to read, by the name of the part."""
        from linter.analysis.readability import find_readability

        return find_readability(self)

    @cached_property
    def quoted(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """For each block its quoted stretches, marks included, sorted; nested quotations lie in the outer one."""
        stretches: list[list[tuple[int, int]]] = [[] for _ in self.blocks]
        for quotation in self.quotations:
            for place in quotation.places:
                stretches[place.block].append((place.start, place.end))
        return tuple(tuple(sorted(found)) for found in stretches)

    def words_in(self, place: Place) -> tuple[Word, ...]:
        """The words that begin in a place."""
        words = self.words[place.block]
        first = bisect_left(words, place.start, key=lambda word: word.start)
        return words[first : bisect_left(words, place.end, lo=first, key=lambda word: word.start)]

    def quoted_in(self, place: Place) -> tuple[tuple[int, int], ...]:
        """The quoted stretches that overlap a place."""
        stretches = self.quoted[place.block]
        first = bisect_right(stretches, place.start, key=lambda stretch: stretch[1])
        last = bisect_left(stretches, place.end, lo=first, key=lambda stretch: stretch[0])
        return stretches[first:last]

    def sentence_at(self, place: Place) -> Place:
        """The sentence in which a place begins; the whole block where none does."""
        sentences = self.sentences[place.block]
        index = bisect_right(sentences, place.start, key=lambda sentence: sentence.start) - 1
        if index >= 0 and place.start < sentences[index].end:
            return sentences[index]
        return Place(place.block, 0, len(self.blocks[place.block].text))

    def whole(self, block: int) -> Place:
        """A block without the blanks round its text."""
        text = self.blocks[block].text
        return Place(block, len(text) - len(text.lstrip()), len(text.rstrip()))

    def scope(self, roles: tuple[str, ...], quotations: str) -> "Scope":
        """The part of the document that a rule looks at."""
        key = (roles, quotations)
        if key not in self._scopes:
            self._scopes[key] = Scope(self, frozenset(roles), quotations)
        return self._scopes[key]

    @cached_property
    def _units(self) -> dict[Pattern, list[tuple[Place, Text]]]:
        """For each pattern of the rules the sentences or blocks in which it occurs."""
        units: dict[Pattern, list[tuple[Place, Text]]] = defaultdict(list)
        for index, text in enumerate(self.folded):
            for part in self._parts(index):
                self._collect(units, "block", part, text[part.start : part.end])
            if self._matcher.patterns["sentence"]:
                for sentence in self.sentences[index]:
                    self._collect(units, "sentence", sentence, text[sentence.start : sentence.end])
        return units

    def _parts(self, block: int) -> list[Place]:
        """The block whole, as nearly every block is, or in parts, so that what is done with a part stays bounded."""
        text = self.folded[block]
        return [Place(block, start, end) for start, end in cut(text, ((0, len(text)),), LONGEST_PART)]

    def _collect(self, units: dict[Pattern, list[tuple[Place, Text]]], per: str, place: Place, text: str) -> None:
        if self._matcher.patterns[per]:
            ready = Text(text)
            for pattern in self._matcher.candidates(per, ready):
                units[pattern].append((place, ready))

    @cached_property
    def _likely_phrases(self) -> set[str]:
        return self._matcher.likely_phrases(self.tagged.plain())

    @cached_property
    def _literals(self) -> dict[str, list[Place]]:
        """For each literal of the rules (in lower case) the places where it stands as whole words."""
        places: dict[str, list[Place]] = defaultdict(list)
        for index, text in enumerate(self.folded):
            for literal, start, end in self._matcher.literal_places(text):
                places[literal].append(Place(index, start, end))
        return places

    @cached_property
    def sources_found(self) -> frozenset[str]:
        """The patterns that may occur in the document, as their rules write them: most rules need not look further."""
        return frozenset(pattern.source for pattern in self._units)

    def find(self, pattern: Pattern) -> Iterator[tuple[Place, Hit]]:
        """Every hit of a rule's pattern, with the place of its reported part; offsets of the hit count from `base`.

        Only patterns that the analysis was given by its matcher are found.
        """
        for unit, text in self._units.get(pattern, ()):
            for hit in hits(pattern, text):
                yield Place(unit.block, unit.start + hit.start, unit.start + hit.end), _moved(hit, unit.start)

    def find_phrase(self, source: str) -> Iterator[tuple[Place, dict[str, Place]]]:
        """Every place that a rule's phrase marks, with the places of its named groups.

        Only phrases that the analysis was given by its matcher are found.
        """
        return phrase_hits(source, self.tagged) if source in self._likely_phrases else iter(())

    def lost(self, mark: str) -> bool:
        """Whether a text of some length has none of a mark that every such text has: it was stripped of them."""
        return sum(map(len, self.folded)) >= _LONG and not any(mark in text for text in self.folded)

    def overlapped(self, place: Place, pattern: Pattern) -> bool:
        """Whether a hit of a pattern, any pattern, overlaps a place in its sentence or block."""
        unit = self.sentence_at(place) if pattern.per == "sentence" else self._part_at(place)
        key = (pattern, unit)
        if key not in self._excepted:
            self._excepted[key] = list(hits(pattern, Text(self.folded[unit.block][unit.start : unit.end])))
        found = self._excepted[key]
        before = bisect_left(found, place.end - unit.start, key=lambda hit: hit.start) - 1
        return before >= 0 and found[before].end > place.start - unit.start

    def _part_at(self, place: Place) -> Place:
        text = self.folded[place.block]
        if len(text) <= LONGEST_PART:
            return Place(place.block, 0, len(text))
        if place.block not in self._long:
            self._long[place.block] = self._parts(place.block)
        parts = self._long[place.block]
        return parts[bisect_right(parts, place.start, key=lambda part: part.start) - 1]

    @property
    def literals_found(self) -> Iterable[str]:
        """The literals of the rules that stand in the document, in lower case."""
        return self._literals.keys()

    def literal(self, literal: str) -> list[Place]:
        """The places where a rule's literal stands as whole words, whatever its case."""
        return self._literals.get(literal, [])

    def present(self, literals: Container[str]) -> list[str]:
        """Those of some literals of the rules, in lower case, that stand anywhere."""
        return [literal for literal in self._literals if literal in literals]


def _moved(hit: Hit, by: int) -> Hit:
    groups = {name: (start + by, end + by) for name, (start, end) in hit.groups.items()}
    return Hit(hit.start + by, hit.end + by, hit.whole_start + by, hit.whole_end + by, groups)


class Scope:
    """The part of a document that a rule looks at: blocks of some roles, outside or only inside quotations."""

    def __init__(self, analysis: Analysis, roles: frozenset[str], quotations: str) -> None:
        self._analysis: Analysis = proxy(analysis)  # which keeps its scopes: no cycle holds its memory when the article is done
        self._quotations = quotations
        self.blocks = tuple(index for index, role in enumerate(analysis.structure.roles) if role in roles)
        self._members = frozenset(self.blocks)

    def holds(self, place: Place) -> bool:
        """Whether a place lies in the scope, and crosses no quotation's border."""
        if place.block not in self._members:
            return False
        inside = False
        for start, end in self._analysis.quoted_in(place):
            if start <= place.start and place.end <= end:
                inside = True
            elif not (place.start <= start and end <= place.end):
                return False
        return self._quotations == "any" or inside == (self._quotations == "only")

    def reads(self, sentence: Place) -> bool:
        """Whether a sentence or block is looked at as a whole; one that is quoted from end to end is a quotation's."""
        if sentence.block not in self._members or self._quotations == "any":
            return sentence.block in self._members
        text, at, told = self._analysis.blocks[sentence.block].text, sentence.start, ""
        for start, end in self._analysis.quoted_in(sentence):
            told += text[at:start]
            at = max(at, end)
        told += text[at : sentence.end]
        return any(map(str.isalnum, told)) == (self._quotations == "skip")
