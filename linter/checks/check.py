"""What a check is: a function from an analysis and options to matches, and what others must know of it."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.patterns import Pattern
from linter.model.rule import Match


def _none(_options: Any) -> Iterable[Any]:
    return ()


class Check(NamedTuple):
    """How to look.

    `options` is a NamedTuple whose fields are typed str, int, float, bool, Literal, tuple[str, ...] or dict[str, str];
    a field without a default is required. `patterns`, `literals` and `phrases` name what `run` will ask the analysis to
    find, so that all rules are searched for in one pass. `kinds` are the kinds its matches may have. `fills` are those its
    matches bring for messages, beside `text`. `faults` says what is wrong with options that fit their types.
    """

    options: Any
    run: Callable[[Analysis, Scope, Any], Iterable[Match]]
    kinds: tuple[str, ...] = ()
    fills: tuple[str, ...] = ()
    patterns: Callable[[Any], Iterable[Pattern]] = _none
    literals: Callable[[Any], Iterable[str]] = _none
    phrases: Callable[[Any], Iterable[str]] = _none
    faults: Callable[[Any], Iterable[str]] = _none


def exceptions(options: Any, sources: Iterable[str]) -> tuple[Pattern, ...]:
    """The patterns of a rule's `unless`: they reach as far, and heed case as, the rule's own patterns do."""
    per = "block" if getattr(options, "per", None) == "block" else "sentence"
    case = "exact" if getattr(options, "case", None) == "exact" else "fold"
    return tuple(Pattern(source, case, per) for source in sources)
