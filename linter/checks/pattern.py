"""The check `pattern`: reports what a pattern marks."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.patterns import Pattern
from linter.checks.check import Check
from linter.checks.literals import longest, overlap
from linter.model.rule import Match
from linter.model.span import Place


class Options(NamedTuple):
    """`pattern` is one pattern or several; a hit that overlaps a hit of an `allow` pattern is left alone.

    A long text that has none of the mark `needs` was stripped of it, and is left alone too.
    Blocks of one of the `forms`, as the structure of the article has them, are reported whole.
    """

    pattern: tuple[str, ...] = ()
    case: Literal["fold", "exact"] = "fold"
    per: Literal["sentence", "block"] = "sentence"
    allow: tuple[str, ...] = ()
    needs: str = ""
    forms: tuple[str, ...] = ()


def patterns(options: Options) -> Iterator[Pattern]:
    """What the analysis is to find: the patterns, then those that allow."""
    for source in (*options.pattern, *options.allow):
        yield Pattern(source, options.case, options.per)


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match for each hit, of overlapping ones the first and longest; its fills are the groups that the pattern names."""
    if options.needs and analysis.lost(options.needs):
        return
    found: dict[Place, dict[str, tuple[int, int]]] = {place: {} for place in _of_forms(analysis, scope, options.forms)}
    for source in options.pattern:
        if source in analysis.sources_found:
            found |= {place: hit.groups for place, hit in analysis.find(Pattern(source, options.case, options.per)) if scope.holds(place)}
    if not found:
        return
    allowed = overlap(place for source in options.allow for place, _ in analysis.find(Pattern(source, options.case, options.per)))
    for place in longest(place for place in found if not allowed(place)):
        text = analysis.blocks[place.block].text
        yield Match(place, fills={name: text[start:end] for name, (start, end) in found[place].items()})


def _of_forms(analysis: Analysis, scope: Scope, forms: tuple[str, ...]) -> Iterator[Place]:
    """The blocks of some forms, without the blanks round them."""
    for block in scope.blocks if forms else ():
        if analysis.structure.forms[block] in forms:
            yield analysis.whole(block)


CHECK = Check(Options, run, patterns=patterns)
