"""Attributions: who says what."""

from typing import TYPE_CHECKING, NamedTuple

from linter.model.span import Place

if TYPE_CHECKING:
    from linter.analysis import Analysis


class Attribution(NamedTuple):
    """Somebody's word: who (None when the text does not say), the cue that says so, and what is said.

    `vague` says that nobody could phone the source.
    """

    source: Place | None
    source_name: str | None
    cue: Place | None
    content: tuple[Place, ...]
    vague: bool


class Attributions(NamedTuple):
    """The attributions in order, and the sentences (as places) that are somebody's word by the text itself."""

    attributions: tuple[Attribution, ...]
    attributed: frozenset[Place]


def find_attributions(analysis: "Analysis") -> Attributions:
    """The attributions of a document."""
    return Attributions((), frozenset())
