"""The check `attribution`: claims that nobody is quoted for, sources that nobody could phone, quotations without a speaker."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.checks.attribution import claims, orphans, vague
from linter.checks.check import Check
from linter.model.rule import Match

KINDS = (*claims.KINDS, *vague.KINDS)


class Options(NamedTuple):
    """`find` says which of the queries is raised."""

    find: Literal["unattributed-claim", "vague-source", "orphan-quote"]


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match on each sentence that makes a claim, on the words of each vague source, or on each quotation without a speaker."""
    if analysis.structure.genre in _GENRES[options.find]:
        yield from (match for match in _FINDERS[options.find](analysis, scope) if scope.holds(match.place))


_GENRES = {"unattributed-claim": ("news",), "vague-source": ("news", "opinion"), "orphan-quote": ("news",)}
"""Who writes in the first person is the source of what he or she thinks, not of what critics say."""

_FINDERS: dict[str, Callable[[Analysis, Scope], Iterator[Match]]] = {
    "unattributed-claim": claims.find_claims,
    "vague-source": vague.find_vague,
    "orphan-quote": orphans.find_orphans,
}

CHECK = Check(Options, run, kinds=KINDS)
