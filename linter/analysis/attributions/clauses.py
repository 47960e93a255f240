"""Who says, and by which word: the source and the cue of one sentence."""

import re
from typing import NamedTuple

from linter.resources import words as listed

_ACCORDING = re.compile(r"\b(?:according to|quoting|citing|as reported by|in the words of)\s+(?=\S)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_NAME = r"(?:[A-Z][\w.'-]*|al-[A-Z][\w'-]+)"
_SOURCE_BEFORE = re.compile(
    rf"((?:\b(?:[Tt]he|[Aa]n?|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome|[Mm]any|[Ss]enior|[Tt]op|[Hh]is|[Hh]er|[Tt]heir)\s+)?"
    rf"(?:{_NAME}\s+(?:of\s+|for\s+|the\s+|and\s+)?){{0,6}}(?:{_NAME}|[a-z]+(?:s|n|r|t|e)|he|she|they|it|who|I|we))"
    r"(?:,[^,]{1,80},)?\s+(?:also\s+|later\s+|then\s+|has\s+|have\s+|had\s+|notably\s+|reportedly\s+|earlier\s+|previously\s+|did\s+not\s+|is\s+|was\s+|were\s+|are\s+)*$",
)
_SOURCE_AFTER = re.compile(
    rf"\s+(?:media outlet |news outlet |newspaper |news agency |the |a |an |his |her )?((?:{_NAME}\s*){{1,5}}|he|she|they|(?:the|a|an|one|his|her)\s+[a-z]+(?:\s[a-z]+)?)"
)
_PRONOUNS = frozenset(("he", "she", "they", "it", "who", "i", "we"))
_NEAREST = 120


class Clause(NamedTuple):
    """Offsets into the sentence: the cue, and the source where one is found. `pronoun` says that the source is one."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    pronoun: bool


def find_clause(told: str) -> Clause | None:
    """The clause of attribution in a sentence whose quoted words are blanked out, or None."""
    found = _ACCORDING.search(told)
    if found:
        after = re.match(r"(?:the |a |an |news outlet |its |his |her )?[^,.;:]{1,80}", told[found.end() :])
        source = (found.end(), found.end() + len(after.group().rstrip())) if after and after.group().strip() else None
        return Clause((found.start(), found.end() - 1), source, pronoun=False)
    cues = listed("cue-words")
    for word in _WORD.finditer(told):
        if word.group() in cues:
            return _with_source(told, word.start(), word.end())
    return None


def _with_source(told: str, start: int, end: int) -> Clause:
    before = _SOURCE_BEFORE.search(told[max(0, start - _NEAREST) : start])
    if before:
        offset = max(0, start - _NEAREST)
        source = (offset + before.start(1), offset + before.end(1))
        return Clause((start, end), source, told[source[0] : source[1]].lower() in _PRONOUNS)
    after = _SOURCE_AFTER.match(told, end)
    if after:
        source = (after.start(1), after.start(1) + len(after.group(1).rstrip()))
        return Clause((start, end), source, told[source[0] : source[1]].lower() in _PRONOUNS)
    return Clause((start, end), None, pronoun=False)
