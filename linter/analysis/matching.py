"""Finds which patterns and which literals of all rules occur where, in one pass over a document."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from linter.analysis.patterns import Pattern, Text, compiled, options, translate
from linter.analysis.text import lower, word_ends


class Matcher:
    """The patterns and literals of all rules in force, made ready once for any number of documents.

    Raises PatternError, when it is made ready, for a pattern that RE2 refuses.
    """

    def __init__(self, patterns: Iterable[Pattern], literals: Iterable[str]) -> None:
        unique = dict.fromkeys(patterns)
        self.patterns = {per: [p for p in unique if p.per == per] for per in ("sentence", "block")}
        self.literals = sorted({lower(literal) for literal in literals})

    @cached_property
    def _filters(self) -> dict[str, Any]:
        """For each reach RE2's filter: one pass for the literals that patterns need, then the wide forms of those left."""
        import re2

        filters = {}
        for per, patterns in self.patterns.items():
            if not patterns:
                continue
            chosen = re2.Filter()
            for pattern in patterns:
                try:
                    chosen.Add(translate(pattern, "wide"), options(of_bytes=True))
                except re2.error:
                    compiled(pattern)
                    raise
            chosen.Compile()
            filters[per] = chosen
        return filters

    def candidates(self, per: str, text: Text) -> list[Pattern]:
        """The patterns of one reach (`sentence` or `block`) that may occur in a text."""
        chosen = self._filters.get(per)
        if chosen is None:
            return []
        return [self.patterns[per][index] for index in chosen.Match(text.data) or ()]

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
