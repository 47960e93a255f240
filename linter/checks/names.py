"""The check `names`: one name spelt two ways in one article."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.names.spelling import Pair, find_pairs
from linter.checks.check import Check
from linter.model.rule import Edit, Match
from linter.model.span import Place

KINDS = ("typing", "typing.tie", "transliteration", "transliteration.tie", "join", "join.tie", "case", "case.tie", "diacritic", "diacritic.tie")


class Options(NamedTuple):
    """There is nothing to set: kinds have severities of their own, and `accept` holds the names that are right."""


def run(analysis: Analysis, scope: Scope, _options: Options) -> Iterator[Match]:
    """A match for each place of the rarer form; of a tie one, at the first place of the form that comes later."""
    told: set[Place] = set()
    for pair in find_pairs(analysis):
        for match in _matches(pair):
            if match.place not in told and scope.holds(match.place):
                told.add(match.place)
                yield match


def _matches(pair: Pair) -> Iterator[Match]:
    usual, rare = pair.usual, pair.rare
    tie = pair.tie
    fills = {
        "other": usual.text,
        "count": str(len(rare.places)),
        "other_count": str(len(usual.places)),
        "total": str(len(usual.places) + len(rare.places)),
    }
    related = tuple((place, f"{'first use of' if number == 0 else 'also'} “{usual.text}”") for number, place in enumerate(usual.places))
    for place in rare.places[:1] if tie else rare.places:
        edits = () if tie else (Edit(place, usual.text),)
        yield Match(place, pair.kind, "tie" if tie else None, fills, related, edits)


CHECK = Check(Options, run, kinds=KINDS, fills=("other", "count", "other_count", "total"))
