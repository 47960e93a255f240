"""Which findings a format tells, and which of them are told as one."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from linter.model.finding import FileReport, Finding
from linter.reporters.style import Style

FOLD = 3
"""More findings of one rule in a file than these are told as one."""


class Group(NamedTuple):
    """Findings that are told as one: the first in full, of the rest the places."""

    first: Finding
    rest: tuple[Finding, ...]

    @property
    def rank(self) -> int:
        """The rank of the worst of them."""
        return min(finding.severity.rank for finding in (self.first, *self.rest))


def shown(file: FileReport, style: Style) -> list[Finding]:
    """What a format for people prints of a file."""
    return [f for f in file.findings if f.severity.rank <= style.show.rank and (style.show_suppressed or not f.suppressed_by)]


def open_findings(file: FileReport) -> list[Finding]:
    """What nothing silences: formats that cannot mark the rest tell these alone."""
    return [finding for finding in file.findings if not finding.suppressed_by]


def groups(findings: Sequence[Finding]) -> list[Group]:
    """Findings of one file in groups: spellings by the name that they misspell, and what a rule finds again and again."""
    counts = Counter(finding.rule for finding in findings)
    found: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        if finding.rule.startswith("names/") and finding.related:
            key: tuple[object, ...] = (finding.rule, finding.item, finding.related[0].span)
        elif counts[finding.rule] > FOLD:
            key = (finding.rule,)
        else:
            key = (finding.rule, finding.span, finding.fingerprint)
        found.setdefault(key, []).append(finding)
    return [Group(first, tuple(rest)) for first, *rest in found.values()]
