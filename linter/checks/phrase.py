"""The check `phrase`: reports what a phrase of words and word classes marks."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.analysis import Analysis, Scope
from linter.checks.check import Check
from linter.checks.literals import longest, overlap
from linter.model.rule import Match


class Options(NamedTuple):
    """`phrase` is one phrase or several; a hit that overlaps a hit of an `allow` phrase is left alone.

    A long text that has none of the mark `needs` was stripped of it, and is left alone too.
    """

    phrase: tuple[str, ...]
    allow: tuple[str, ...] = ()
    needs: str = ""


def phrases(options: Options) -> Iterator[str]:
    """What the analysis is to find."""
    yield from options.phrase
    yield from options.allow


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match for each hit, of overlapping ones the first and longest; its fills are the groups that the phrase names."""
    if options.needs and analysis.lost(options.needs):
        return
    found = {place: groups for source in options.phrase for place, groups in analysis.find_phrase(source) if scope.holds(place)}
    if not found:
        return
    allowed = overlap(place for source in options.allow for place, _ in analysis.find_phrase(source))
    for place in longest(found):
        if not allowed(place):
            fills = {name: analysis.blocks[group.block].text[group.start : group.end] for name, group in found[place].items()}
            yield Match(place, fills=fills)


CHECK = Check(Options, run, phrases=phrases)
