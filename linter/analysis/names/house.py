"""What a house has settled about names: its register, and what its configuration accepts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from linter.analysis.text import fold
from linter.analysis.words import split_words


class Entry(NamedTuple):
    """One row of a register: the spelling of the house, those that it does not want, and phrases in which such a one is right."""

    canonical: str
    variants: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    note: str = ""


class House:
    """The register, and the names that are accepted as they are."""

    def __init__(self, entries: Sequence[Entry] = (), accepted: Iterable[str] = ()) -> None:
        self.entries = entries
        self.canonical = frozenset(fold(entry.canonical) for entry in entries)
        self.accepted = frozenset(map(fold, accepted))

    @cached_property
    def canonical_words(self) -> frozenset[str]:
        """The words of the canonical spellings."""
        return frozenset(word.text for entry in self.entries for word in split_words(fold(entry.canonical)))

    @cached_property
    def unwanted(self) -> "Unwanted":
        """The variants of the register."""
        return unwanted(self.entries)

    def settles(self, text: str) -> int:
        """How much the house is for a spelling: 2 by its register, 1 by acceptance, 0 not at all."""
        return 2 if fold(text) in self.canonical else int(fold(text) in self.accepted)


Unwanted = dict[str, list[tuple[str, str, Entry]]]
"""By the first word of a variant: the variant, what to write for it, and its entry; the longest variant first."""


def unwanted(entries: Iterable[Entry]) -> Unwanted:
    """The variants of some entries, and the same in capitals."""
    found: Unwanted = defaultdict(list)
    for entry in entries:
        for variant in map(fold, entry.variants):
            first = split_words(variant)[0].text
            found[first].append((variant, entry.canonical, entry))
            if not variant.isupper():
                found[first.upper()].append((variant.upper(), entry.canonical.upper(), entry))
    for variants in found.values():
        variants.sort(key=lambda variant: -len(variant[0]))
    return dict(found)
