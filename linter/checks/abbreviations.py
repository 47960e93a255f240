"""The check `abbreviations`: those that are introduced and never used, or used without a word of what they are."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.patterns import Pattern
from linter.checks.check import Check
from linter.model.rule import Match
from linter.model.span import Place

_INTRODUCED = Pattern(r"\((?:the )?⟨[A-Z][A-Za-z&]{0,6}[A-Z]⟩\)", "exact")
_USES = re.compile(r"[A-Z][A-Za-z&]{0,6}[A-Z]")
_LINKS = frozenset(("of", "the", "and", "for", "in", "on", "to", "de", "la", "a"))
_MOST_WORDS = 12


class Options(NamedTuple):
    """`find` says what is looked for; `known` are the abbreviations that a house never spells out."""

    find: Literal["unused", "unknown"]
    known: tuple[str, ...] = ()


_USED = Pattern(r"\b⟨[A-Z]{2,6}⟩\b", "exact")


def patterns(options: Options) -> Iterator[Pattern]:
    """What the analysis is to find."""
    yield _INTRODUCED
    if options.find == "unknown":
        yield _USED


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match on an abbreviation in brackets after its full name that stands nowhere else, or on the first use of an unknown one."""
    introduced = {_text(analysis, place): place for place, _ in analysis.find(_INTRODUCED) if _spells(analysis, place)}
    if options.find == "unused":
        uses = Counter(use for folded in analysis.folded for use in _USES.findall(folded)) if introduced else Counter()
        for text, place in introduced.items():
            if scope.holds(place) and uses[text] < 2:
                yield Match(place, fills={"name": _spells(analysis, place) or ""})
        return
    told = {*options.known, *introduced}
    for place, _ in analysis.find(_USED):
        text = _text(analysis, place)
        if text not in told and scope.holds(place):
            told.add(text)
            yield Match(place)


def _text(analysis: Analysis, place: Place) -> str:
    return analysis.folded[place.block][place.start : place.end]


def _spells(analysis: Analysis, place: Place) -> str | None:
    """The words before the bracket whose first letters, small words aside, are those of the abbreviation."""
    text = analysis.folded[place.block]
    letters = "".join(letter for letter in _text(analysis, place) if letter.isupper()).lower()
    words = text[max(0, place.start - 200) : place.start].rstrip("( ").replace("-", " ").split()[-_MOST_WORDS:]
    for length in range(len(letters), len(words) + 1):
        name = words[-length:]
        initials = "".join(word[0] for word in name if word.lower() not in _LINKS or word[0].isupper()).lower()
        if name[0][0].lower() == letters[0] and letters in (initials, "".join(word[0] for word in name).lower()):
            return " ".join(name)
    return None


CHECK = Check(Options, run, fills=("name",), patterns=patterns)
