"""Finds which patterns, phrases and literals of all rules may occur where, in one pass over a document."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

from linter.analysis import phrases as phrasing
from linter.analysis.patterns import Pattern, Text, compiled, needed, options, translate
from linter.analysis.text import lower, word_ends

Item = TypeVar("Item")


class Matcher:
    """The patterns, literals and phrases of all rules in force, made ready once for any number of documents."""

    def __init__(self, patterns: Iterable[Pattern], literals: Iterable[str], phrases: Iterable[str] = ()) -> None:
        unique = dict.fromkeys(patterns)
        self.patterns = {per: [p for p in unique if p.per == per] for per in ("sentence", "block")}
        self.literals = sorted({lower(literal) for literal in literals})
        self.phrases = tuple(dict.fromkeys(phrases))

    @cached_property
    def _filters(self) -> "dict[str, _Filter]":
        return {per: _Filter(patterns) for per, patterns in self.patterns.items() if patterns}

    def candidates(self, per: str, text: Text) -> list[Pattern]:
        """The patterns of one reach (`sentence` or `block`) that may occur in a text.

        Raises PatternError, at the first text, for a pattern without literals that RE2 refuses.
        """
        chosen = self._filters.get(per)
        return chosen.candidates(text) if chosen else []

    @cached_property
    def _phrase_filter(self) -> "_Needed[str]":
        return _Needed({phrase: phrasing.needed(phrase) for phrase in self.phrases})

    def likely_phrases(self, sentences: Iterable[str]) -> set[str]:
        """The phrases that may occur in some sentences, which are given as their words and marks."""
        chosen = {phrase for phrase in self.phrases if not phrasing.needed(phrase)}
        return chosen.union(*map(self._phrase_filter.likely, sentences)) if self.phrases else chosen

    @cached_property
    def _automaton(self) -> Any:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(self.literals)

    def literal_places(self, text: str) -> list[tuple[str, int, int]]:
        """Every literal (in lower case) that stands in a folded text as whole words, with its place; they may overlap."""
        if not self.literals:
            return []
        found = self._automaton.find_matches_as_indexes(lower(text), overlapping=True)
        return [(self.literals[index], start, end) for index, start, end in found if word_ends(text, start, end)]


class _Needed(Generic[Item]):
    """Finds in one pass of which of some items all the literals that they need are there; of none that need no literal."""

    def __init__(self, needs: Mapping[Item, Sequence[Sequence[str]]]) -> None:
        from ahocorasick_rs import AhoCorasick

        self.needs = {item: [frozenset(literals) for literals in sets] for item, sets in needs.items() if sets}
        self.by_literal: dict[str, list[Item]] = defaultdict(list)
        for item, (rarest, *_) in self.needs.items():
            for literal in rarest:
                self.by_literal[literal].append(item)
        self.automaton = AhoCorasick({literal for sets in self.needs.values() for literals in sets for literal in literals})

    def likely(self, low: str) -> list[Item]:
        """Those that may occur in a text in small letters."""
        found = frozenset(self.automaton.find_matches_as_strings(low, overlapping=True))
        likely = {item for literal in found & self.by_literal.keys() for item in self.by_literal[literal]}
        return [item for item in likely if not any(found.isdisjoint(literals) for literals in self.needs[item])]


class _Filter:
    """Says which of some patterns may occur: by the literals they need, and by RE2's own filter for those that need none."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.needed = _Needed({pattern: needed(pattern) for pattern in patterns})
        self.others = [pattern for pattern in patterns if not needed(pattern)]
        self.wide = _wide(self.others) if self.others else None

    def candidates(self, text: Text) -> list[Pattern]:
        low = lower(text.text).replace("ſ", "s")  # RE2 takes the long s for an s; its other such signs have the same small letter
        return self.needed.likely(low) + [self.others[index] for index in (self.wide.Match(text.data) if self.wide else None) or ()]


def _wide(patterns: Iterable[Pattern]) -> Any:
    """RE2's filter of the wide forms of patterns."""
    import re2

    chosen = re2.Filter()
    for pattern in patterns:
        try:
            chosen.Add(translate(pattern, "wide"), options(of_bytes=True))
        except re2.error:
            compiled(pattern)
            raise
    chosen.Compile()
    return chosen
