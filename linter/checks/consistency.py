"""The check `consistency`: one article, one way to write a word."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.patterns import Pattern
from linter.analysis.text import lower
from linter.checks.check import Check
from linter.checks.literals import in_scope, literal
from linter.model.rule import Edit, Match
from linter.model.span import Place


class Options(NamedTuple):
    """Each item of `forms` is a group of ways to write one thing, with `|` between: `per cent|percent`.

    `patterns` is one more group, for ways that no word shows: the name of each, and the pattern that finds it.
    Where an article uses several ways of a group, those that `prefer` does not name are reported: the `majority` of the
    article (of a tie, the form met first), or the `first` of the group. `per` says how many findings that gives: one for
    each `place`, one for each `group`, or one for the `rule`, whose groups are then one choice: the first way of each, or
    the second.
    """

    forms: tuple[str, ...] = ()
    patterns: dict[str, str] = {}  # noqa: RUF012 (a NamedTuple's default is never changed)
    prefer: Literal["majority", "first"] = "majority"
    per: Literal["place", "group", "rule"] = "place"
    case: Literal["fold", "exact"] = "fold"


class _Use(NamedTuple):
    """One place of a group, which of its ways stands there, and what the ways are called."""

    place: Place
    way: int
    names: tuple[str, ...]


def _ways(group: str) -> tuple[str, ...]:
    return tuple(way.strip() for way in group.split("|") if way.strip())


@cache
def _groups(forms: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """For each literal, as the analysis knows it, the ways of its group."""
    return {lower(literal(way)): _ways(group) for group in forms for way in _ways(group)}


def literals(options: Options) -> Iterator[str]:
    """What the analysis is to find."""
    yield from _groups(options.forms)


def patterns(options: Options) -> Iterator[Pattern]:
    """What the analysis is to find besides."""
    for source in options.patterns.values():
        yield Pattern(source, options.case)


def faults(options: Options) -> Iterator[str]:
    """What is wrong with the groups."""
    for group in options.forms:
        if len(group.split("|")) < 2 or not all(way.strip() for way in group.split("|")):
            yield f"“{group}” is no group of forms: write one way and another with “|” between"


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """Matches for the places of the ways that are not the preferred one, as many as `per` says."""
    known = _groups(options.forms)
    groups = [_written(analysis, scope, ways, options) for ways in dict.fromkeys(known[found] for found in analysis.present(known))]
    groups.append(_hit(analysis, scope, options))
    if options.per == "rule":
        groups = [sorted(use for group in groups for use in group)]
    for uses in groups:
        counts = Counter(use.way for use in uses)
        if len(counts) < 2:
            continue
        best = min(counts) if options.prefer == "first" else max(counts, key=lambda way: counts[way])
        rare = [use for use in uses if use.way != best]
        usual = [use for use in uses if use.way == best]
        related = tuple((use.place, f"“{_text(analysis, use)}” here") for use in usual)
        for use in rare if options.per == "place" else rare[:1]:
            others = related if options.per == "place" else (*related, *((other.place, "here too") for other in rare[1:]))
            edits = (Edit(use.place, use.names[best]),) if options.forms else ()
            fills = {
                "other": usual[0].names[best] if options.forms else _text(analysis, usual[0]),
                "count": str(counts[use.way]),
                "other_count": str(counts[best]),
            }
            yield Match(use.place, fills=fills, related=others, edits=edits)


def _written(analysis: Analysis, scope: Scope, ways: tuple[str, ...], options: Options) -> list[_Use]:
    found = in_scope(analysis, scope, ways, exact=options.case == "exact")
    return [_Use(place, ways.index(way), ways) for place, way in found]


def _hit(analysis: Analysis, scope: Scope, options: Options) -> list[_Use]:
    names = tuple(options.patterns)
    found = [
        _Use(place, way, names)
        for way, source in enumerate(options.patterns.values())
        for place, _ in analysis.find(Pattern(source, options.case))
        if scope.holds(place)
    ]
    return sorted(found)


def _text(analysis: Analysis, use: _Use) -> str:
    return analysis.blocks[use.place.block].text[use.place.start : use.place.end]


CHECK = Check(Options, run, fills=("other", "count", "other_count"), patterns=patterns, literals=literals, faults=faults)
