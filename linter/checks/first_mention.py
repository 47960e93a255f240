"""The check `first-mention`: what a reader must be told when something is named for the first time."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.patterns import Pattern
from linter.checks.check import Check
from linter.model.rule import Match


class Options(NamedTuple):
    """The first mention of each wording of `pattern` needs `needs` in its sentence or before it; those in `allow` need nothing.

    Case counts in both patterns.
    """

    pattern: str
    needs: str
    allow: tuple[str, ...] = ()


def patterns(options: Options) -> Iterator[Pattern]:
    """What the analysis is to find."""
    yield Pattern(options.pattern, "exact")
    yield Pattern(options.needs, "exact")


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match at each first mention that lacks what it needs."""
    given = [place for place, _ in analysis.find(Pattern(options.needs, "exact"))]
    first_given = min(given) if given else None
    seen = set(options.allow)
    for place, _ in sorted(analysis.find(Pattern(options.pattern, "exact"))):
        text = analysis.blocks[place.block].text[place.start : place.end]
        if text in seen or not scope.holds(place):
            continue
        seen.add(text)
        sentence = analysis.sentence_at(place)
        if first_given is None or (first_given.block, first_given.start) >= (sentence.block, sentence.end):
            yield Match(place)


CHECK = Check(Options, run, patterns=patterns)
