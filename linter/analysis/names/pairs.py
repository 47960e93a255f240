"""Pairs: the spellings of a document that look like one name spelt two ways."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from linter.analysis.names.evidence import one_name
from linter.analysis.names.letters import core, difference, edits, letters, skeleton
from linter.analysis.names.mentions import Mention
from linter.analysis.names.spellings import Pair, Spelling, explained, ordered, side_by_side, usable
from linter.analysis.names.styles import small_letters, styled

if TYPE_CHECKING:
    from linter.analysis import Analysis

_SHORTEST, _LONGEST = 4, 40
_SILENT = frozenset("aeiouyhw")
_KEPT = 4_000
_MOST_ALIKE = 12
"""A key that more spellings share than these tells nothing; it also keeps the work linear."""


def find_pairs(analysis: "Analysis") -> tuple[Pair, ...]:
    """The pairs of spellings that an editor would query, in the order of their later spelling. No pair is compared that shares no key."""
    by_text: dict[str, list[Mention]] = defaultdict(list)
    for run in analysis.runs:
        for mention in run.mentions:
            by_text[mention.text].append(mention)
    pairs = [*_misspelt(by_text, analysis), *styled(by_text, analysis), *small_letters(by_text, analysis)]
    kept = [_settled(pair, analysis) for pair in pairs if not explained(pair.usual, pair.rare, analysis)]
    return tuple(sorted(kept, key=lambda pair: (pair.rare.places[0], pair.usual.text)))


def _misspelt(by_text: Mapping[str, list[Mention]], analysis: "Analysis") -> Iterator[Pair]:
    """Spellings that differ by a letter, or sound alike in another alphabet."""
    by_base: dict[str, list[str]] = defaultdict(list)
    for text in by_text:
        base = letters(core(text))
        if _SHORTEST <= len(base) <= _LONGEST and base.isalpha():
            by_base[base].append(text)

    @cache
    def spelling(base: str) -> Spelling:
        found = sorted((mention for text in by_base[base] for mention in by_text[text]), key=lambda mention: mention.place)
        return Spelling(base, [mention for mention in found if usable(mention, analysis)])

    for one, other in sorted(set(_alike(by_base))):
        first, second = spelling(one), spelling(other)
        if first.count and second.count and one_name(first, second) and not side_by_side(first, second, analysis):
            yield ordered(first, second, _kind(one, other))


def _settled(pair: Pair, analysis: "Analysis") -> Pair:
    """The pair with the spelling of the house as the usual one, if the register has one of the two."""
    if not analysis.house.entries:
        return pair
    usual, rare = (any(_is_canonical(mention.text, analysis) for mention in spelling.mentions) for spelling in (pair.usual, pair.rare))
    if usual == rare:
        return pair
    return pair._replace(settled=True) if usual else Pair(pair.rare, pair.usual, pair.kind, settled=True)


def _is_canonical(text: str, analysis: "Analysis") -> bool:
    return not {text, core(text)}.isdisjoint(analysis.house.canonical_words)


def _alike(bases: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs that share a key."""
    firsts: dict[str, str] = {}
    shared: dict[str, list[str]] = {}
    for base in bases:
        for key in _keys(base):
            first = firsts.setdefault(key, base)
            if first is not base:
                shared.setdefault(key, [first]).append(base)
    for alike in shared.values():
        if len(alike) <= _MOST_ALIKE:
            for number, one in enumerate(alike):
                for other in alike[number + 1 :]:
                    yield (one, other) if one < other else (other, one)


@lru_cache(_KEPT)
def _keys(base: str) -> tuple[str, ...]:
    """The word itself, less one letter, its skeleton of consonants, and its letters in any order."""
    shorter = {base[:at] + base[at + 1 :] for at in range(1, len(base))}
    return (base, "=" + skeleton(base), "~" + "".join(sorted(base)), *shorter)


def _kind(one: str, other: str) -> str:
    """Letters that sound alike, or are silent, are what two alphabets make of one name; the rest are slips of the fingers."""
    differs = difference(one, other)
    if skeleton(one) != skeleton(other) or differs == "double" or (differs == "swap" and edits(one, other) == 1):
        return "typing"
    if differs == "letter" and not _SILENT & (Counter(one) - Counter(other) | Counter(other) - Counter(one)).keys():
        return "typing"
    return "transliteration"
