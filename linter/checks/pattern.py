"""The check `pattern`: reports what a pattern marks."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.patterns import Pattern
from linter.checks.check import Check
from linter.checks.literals import longest, overlap
from linter.model.rule import Match


class Options(NamedTuple):
    """`pattern` is one pattern or several; a hit that overlaps a hit of an `allow` pattern is left alone."""

    pattern: tuple[str, ...]
    case: Literal["fold", "exact"] = "fold"
    per: Literal["sentence", "block"] = "sentence"
    allow: tuple[str, ...] = ()


def patterns(options: Options) -> Iterator[Pattern]:
    """What the analysis is to find: the patterns, then those that allow."""
    for source in (*options.pattern, *options.allow):
        yield Pattern(source, options.case, options.per)


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match for each hit, of overlapping ones the first and longest; its fills are the groups that the pattern names."""
    allowed = overlap(place for source in options.allow for place, _ in analysis.find(Pattern(source, options.case, options.per)))
    found = {}
    for source in options.pattern:
        for place, hit in analysis.find(Pattern(source, options.case, options.per)):
            if scope.holds(place) and not allowed(place):
                found[place] = hit.groups
    for place in longest(found):
        text = analysis.blocks[place.block].text
        yield Match(place, fills={name: text[start:end] for name, (start, end) in found[place].items()})


CHECK = Check(Options, run, patterns=patterns)
