"""The check `names`: one name spelt two ways in one article."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.names.letters import core
from linter.analysis.names.mentions import Mention
from linter.analysis.names.spellings import Pair
from linter.checks.check import Check
from linter.model.rule import Edit, Match
from linter.model.span import Place

KINDS = ("typing", "typing.tie", "transliteration", "transliteration.tie", "join", "join.tie", "case", "case.tie", "diacritic", "diacritic.tie")
Related = tuple[tuple[Place, str], ...]
_LETTERS = ("typing", "transliteration")


class Options(NamedTuple):
    """There is nothing to set: kinds have severities of their own, and `accept` holds the names that are right."""


class _Shared(NamedTuple):
    """What many matches need, made once: by pairs the places of their usual forms, by spelling how often each wording stands."""

    related: dict[tuple[int, ...], Related]
    wordings: dict[int, Counter[str]]


def run(analysis: Analysis, scope: Scope, _options: Options) -> Iterator[Match]:
    """A match for each place of the rarer form; of a tie one, at the first place of the form that comes later."""
    told: dict[Place, list[tuple[Pair, Mention]]] = {}
    for pair in analysis.spellings:
        for mention in pair.rare.mentions[:1] if pair.tie else pair.rare.mentions:
            if scope.holds(mention.place):
                told.setdefault(mention.place, []).append((pair, mention))
    shared = _Shared({}, {})
    for found in told.values():
        yield _match(found, shared)


def _match(found: list[tuple[Pair, Mention]], shared: _Shared) -> Match:
    """The match against the commonest other form; every place of every other form is related."""
    pair, mention = max(found, key=lambda item: item[0].usual.count)
    other = _dressed(pair.usual.text, mention) if pair.kind in _LETTERS else pair.usual.text
    count, other_count = _counts(pair, mention.text, other, shared)
    fills = {"other": other, "count": str(count), "other_count": str(other_count), "total": str(count + other_count)}
    pairs = [pair, *(another for another, _ in found if another is not pair)]
    key = tuple(map(id, pairs))
    if key not in shared.related:  # every place of a rare form speaks of the same places
        shared.related[key] = tuple(
            (place, f"{'also' if number else 'first use of'} “{another.usual.text}”") for another in pairs for number, place in enumerate(another.usual.places)
        )
    edits = () if pair.tie else (Edit(mention.place, other),)
    return Match(mention.place, pair.kind, _variant(pair), fills, shared.related[key], edits)


def _variant(pair: Pair) -> str | None:
    if pair.settled:
        return "register"
    return "tie" if pair.tie else None


def _dressed(text: str, mention: Mention) -> str:
    """The other spelling with the article and the capitals of the mention: “Kadhimi” for “Khadimi”, “Al-Kadhimi” for “Al-Khadimi”."""
    article = mention.text[: len(mention.text) - len(core(mention.text))]
    return article + (core(text).upper() if mention.text.isupper() else core(text))


def _counts(pair: Pair, text: str, other: str, shared: _Shared) -> tuple[int, int]:
    """How often the two wordings stand, whatever their capitals; where that would mislead, how often the two spellings do."""
    for spelling in (pair.rare, pair.usual):
        if id(spelling) not in shared.wordings:
            shared.wordings[id(spelling)] = Counter(mention.text.lower() for mention in spelling.mentions)
    count, other_count = shared.wordings[id(pair.rare)][text.lower()], shared.wordings[id(pair.usual)][other.lower()]
    return (count, other_count) if pair.kind in _LETTERS and other_count > count and not pair.tie else (pair.rare.count, pair.usual.count)


CHECK = Check(Options, run, kinds=KINDS, fills=("other", "count", "other_count", "total"))
