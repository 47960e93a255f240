"""The check `compounds`: one word joined by a hyphen here and written as one there."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.analysis import Analysis, Scope
from linter.checks.check import Check
from linter.model.rule import Match
from linter.model.span import Place

_SHORTEST = 5


class Options(NamedTuple):
    """`allow` holds compounds, with their hyphen, that are another word without it: re-sign."""

    allow: tuple[str, ...] = ()


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """One match a compound, at the first place of the way that is rarer. Names, with their capitals, have ways of their own."""
    joined: dict[str, list[Place]] = {}
    for block in scope.blocks:
        for word in analysis.words[block]:
            if "-" in word.text and _is_compound(word.text) and word.text not in options.allow:
                joined.setdefault(word.text, []).append(Place(block, word.start, word.end))
    if not joined:
        return
    closed: dict[str, list[Place]] = {text.replace("-", ""): [] for text in joined}
    for block in scope.blocks:
        for word in analysis.words[block]:
            if word.text in closed:
                closed[word.text].append(Place(block, word.start, word.end))
    for text, places in joined.items():
        with_hyphen = [place for place in places if scope.holds(place)]
        without = [place for place in closed[text.replace("-", "")] if scope.holds(place)]
        if with_hyphen and without:
            yield _match(text, with_hyphen, without)


def _is_compound(text: str) -> bool:
    return len(text) >= _SHORTEST and text.count("-") == 1 and text.islower()


def _match(word: str, joined: list[Place], closed: list[Place]) -> Match:
    one = word.replace("-", "")
    rare, usual, other = (joined, closed, one) if len(joined) <= len(closed) else (closed, joined, word)
    fills = {"other": other, "count": str(len(rare)), "other_count": str(len(usual))}
    related = tuple((place, f"“{other}” here") for place in usual) + tuple((place, "here too") for place in rare[1:])
    return Match(rare[0], fills=fills, related=related)


CHECK = Check(Options, run, fills=("other", "count", "other_count"))
