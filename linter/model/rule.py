"""A rule as data, and the match a check yields for it."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from linter.model.span import Place

FAMILIES = ("names", "placeholders", "quotes", "numbers", "headline", "attribution", "grammar", "style", "readability")
"""The families of rules, in the order in which they win one place."""

LANGUAGE = re.compile(r"en(?:-[A-Z]{2})?")
"""A language that rules and configurations may name: English, or English as one country writes it."""


class Severity(StrEnum):
    """How bad a finding is; a gate may block on an error."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """0 for an error, 2 for a suggestion."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.SUGGESTION: 2}


class Example(NamedTuple):
    """A text that a rule must find (`bad`) or leave alone (`good`).

    `text` bears the marks: ⟦…⟧ round each finding, ⟪…⟫ round each related place. `options` are the rule's own,
    changed for this example alone.
    """

    text: str
    role: str = "paragraph"
    format: str = "plain"
    kind: str | None = None
    options: Any = None
    fixed: str | None = None
    line: int = 0


class Fix(NamedTuple):
    """How a rule mends its findings: the replacement (which may use fills) and whether that is safe unseen."""

    replace: str
    safety: str = "unsafe"


class Rule(NamedTuple):
    """What to look for, why, and how bad it is. How to look is the check's business.

    `options` is an instance of the check's own options type. `on` is false for a rule that is shipped but not in
    force. `kinds` maps a kind to its severity, None when that kind is off; a kind that is not in it has the rule's.
    `message` maps a kind, a variant, `kind.variant` or `default` to the text.
    `origin` is the file and line that wrote the rule.
    """

    id: str
    check: str
    message: Mapping[str, str]
    why: str
    severity: Severity
    on: bool
    options: Any
    kinds: Mapping[str, Severity | None]
    blocks: tuple[str, ...]
    quotations: str
    unless: tuple[str, ...]
    language: str | None
    fix: Fix | None
    source: str | None
    replaces: tuple[str, ...]
    requires: str | None
    origin: str
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()

    @property
    def written_at(self) -> tuple[str, int]:
        """The file and the line (from 1) that wrote the rule."""
        path, _, line = self.origin.rpartition(":")
        return path, int(line)


class Edit(NamedTuple):
    """Put `replacement` where `place` is."""

    place: Place
    replacement: str


class Match(NamedTuple):
    """What a check found: a place, and what the rule's message needs to know. It knows no rule and no file."""

    place: Place
    kind: str | None = None
    variant: str | None = None
    fills: Mapping[str, str] = {}
    related: tuple[tuple[Place, str], ...] = ()
    edits: tuple[Edit, ...] = ()
