"""What is reported: complete, so that a reporter looks nothing up."""

from collections.abc import Mapping
from typing import NamedTuple

from linter.model.document import Document
from linter.model.rule import Rule, Severity
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


class Excerpt(NamedTuple):
    """The line of a finding, cut to what stands near it; the place is `text[start:end]`."""

    text: str
    start: int
    end: int


class Finding(NamedTuple):
    """One fault: where, what, how bad. `paragraph` counts the blocks that hold text, from 1.

    `formerly` holds the fingerprints that it had under the old ids of its rule.
    """

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
    excerpt: Excerpt
    fingerprint: str
    fixes: tuple[SourceFix, ...] = ()
    related: tuple[Related, ...] = ()
    item: str | None = None
    pointer: str | None = None
    location: str | None = None
    source_rule: str | None = None
    suppressed_by: str | None = None
    formerly: tuple[str, ...] = ()


class Failure(NamedTuple):
    """Something that could not be done, in one line for a person; `trace` is the traceback if it is a fault of our own."""

    message: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    rule: str | None = None
    trace: str | None = None


class Unused(NamedTuple):
    """A directive or an entry of a configuration that silences nothing: where it is written, and what to say of it."""

    path: str
    line: int
    message: str


class FileReport(NamedTuple):
    """A file that was linted, and what was found in it; `documents` only where a format needs them."""

    path: str
    findings: tuple[Finding, ...]
    documents: tuple[Document, ...] = ()


Ruleset = tuple[str | None, tuple[bool, ...], bool]
"""Which rules are looked for: the file of the configuration, which of its changes hold, whether the text is foreign."""


class Outcome(NamedTuple):
    """What became of one file, as plain data: no report where it could not be linted, and what a person is to be told.

    `rulesets` says which rules were looked for; `spent` on what the time went, where that was asked for.
    """

    report: FileReport | None
    failures: tuple[Failure, ...] = ()
    notices: tuple[str, ...] = ()
    idle: tuple[Unused, ...] = ()
    rulesets: tuple[Ruleset, ...] = ()
    spent: Mapping[str, int] = {}


class Report(NamedTuple):
    """A whole run. `notices` are lines for a person; `skipped` counts the files that were left out on purpose.

    `rules` holds by id the rules that were looked for; `unused` is told where it was asked for.
    """

    files: tuple[FileReport, ...]
    failures: tuple[Failure, ...] = ()
    notices: tuple[str, ...] = ()
    skipped: int = 0
    rules: Mapping[str, Rule] = {}
    unused: tuple[Unused, ...] = ()

    def count(self, severity: Severity) -> int:
        """The findings of one severity that are not suppressed."""
        return sum(f.severity == severity and not f.suppressed_by for file in self.files for f in file.findings)

    def reaches(self, limit: Severity | None) -> bool:
        """Whether a finding that nothing silences is as bad as `limit`, or worse; nothing reaches None."""
        return limit is not None and any(self.count(severity) for severity in Severity if severity.rank <= limit.rank)

    @property
    def suppressed(self) -> int:
        """The findings that something silences."""
        return sum(bool(f.suppressed_by) for file in self.files for f in file.findings)
