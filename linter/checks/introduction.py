"""The check `introduction`: how people are named the first time, and after that."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.names import Form, Name
from linter.analysis.names.letters import letters
from linter.checks.check import Check
from linter.model.rule import Match
from linter.model.span import Place
from linter.resources import words as listed

KINDS = ("surname", "given-name")
_HEADS = frozenset(("headline", "seo-title", "social-title", "kicker", "standfirst", "caption", "subheading", "pull-quote"))
"""Where a surname alone is the custom."""


class Options(NamedTuple):
    """`allow` holds the names that everybody knows, as a surname or in full."""

    allow: tuple[str, ...] = ()


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match at a person's surname that comes before the full name, and at a given name that stands for the surname later."""
    known = {name.casefold() for name in options.allow}
    for name in analysis.names:
        full = _full(name, analysis)
        if full is None or not known.isdisjoint(form.text.casefold() for form in name.forms):
            continue
        first = full.places[0]
        surname = full.text.rsplit(" ", 1)[-1]
        given = full.text.split(" ", 1)[0]
        fills = {"full": full.text, "other": surname}
        early = [place for place in _alone(name, surname) if place < first and _in_body(place, analysis) and scope.holds(place)]
        for place in early[:1]:
            yield Match(place, "surname", fills=fills, related=((first, "the full name"),))
        for place in _alone(name, given):
            if place > first and _in_body(place, analysis) and scope.holds(place):
                yield Match(place, "given-name", fills=fills, related=((first, "the full name"),))


def _full(name: Name, analysis: Analysis) -> Form | None:
    """The full name of a person, where it first stands in the body: a given name and what follows it."""
    for form in name.forms:
        places = tuple(place for place in form.places if _in_body(place, analysis))
        if places and " " in form.text and form.text.split()[0].lower() in listed("given-names"):
            return form._replace(places=places)
    return None


def _in_body(place: Place, analysis: Analysis) -> bool:
    return analysis.structure.roles[place.block] not in _HEADS


def _alone(name: Name, word: str) -> list[Place]:
    return sorted(place for form in name.forms if letters(form.text) == letters(word) for place in form.places)


CHECK = Check(Options, run, kinds=KINDS, fills=("full", "other"))
