"""The check `substitution`: reports words and phrases that have a better one, and offers it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.checks.check import Check
from linter.checks.literals import in_scope, literal
from linter.model.rule import Edit, Match


class Options(NamedTuple):
    """`swap` maps what is found to what is better. `case: keep` finds any case and keeps a capital; `exact` heeds it."""

    swap: dict[str, str]
    case: Literal["keep", "exact"] = "keep"


def literals(options: Options) -> Iterator[str]:
    """What the analysis is to find."""
    yield from map(literal, options.swap)


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match for each place, with the better words as fill `replacement` and as edit."""
    for place, item in in_scope(analysis, scope, options.swap, exact=options.case == "exact"):
        found = analysis.blocks[place.block].text[place.start : place.end]
        better = options.swap[item]
        if options.case == "keep":
            better = _cased(better, found)
        if better != found:
            yield Match(place, fills={"replacement": better}, edits=(Edit(place, better),))


def _cased(better: str, found: str) -> str:
    if len(found) > 1 and found.isupper():
        return better.upper()
    return better[:1].upper() + better[1:] if found[:1].isupper() else better


CHECK = Check(Options, run, fills=("replacement",), literals=literals)
