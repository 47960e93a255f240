"""What is reported: complete, so that a reporter looks nothing up."""

from typing import NamedTuple

from linter.model.rule import Severity
from linter.model.span import Location, Span


class SourceEdit(NamedTuple):
    """Put `replacement` where `span` of the source is."""

    span: Span
    replacement: str


class SourceFix(NamedTuple):
    """Edits that belong together; `safety` is `safe` or `unsafe`."""

    description: str
    safety: str
    edits: tuple[SourceEdit, ...]


class Related(NamedTuple):
    """Another place that the finding speaks of."""

    path: str
    span: Span
    start: Location
    end: Location
    message: str


class Finding(NamedTuple):
    """One fault: where, what, how bad. `paragraph` counts the blocks that hold text, from 1."""

    rule: str
    kind: str | None
    severity: Severity
    message: str
    path: str
    span: Span
    start: Location
    end: Location
    text: str
    paragraph: int
    fingerprint: str
    fixes: tuple[SourceFix, ...] = ()
    related: tuple[Related, ...] = ()
    item: str | None = None
    pointer: str | None = None
    location: str | None = None
    source_rule: str | None = None
    suppressed_by: str | None = None


class Failure(NamedTuple):
    """Something that could not be done, in one line for a person."""

    message: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    rule: str | None = None
