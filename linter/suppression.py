"""Marks findings that somebody accepted; nothing is dropped, so that every summary can count them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from linter.analysis.text import fold
from linter.config import Config, Ignore, relative, renamed, selected
from linter.globs import any_of, glob
from linter.mistakes import nearest
from linter.model.document import Directive, Document
from linter.model.finding import Failure, Finding
from linter.model.rule import Rule

_SPELLING = ("names/", "grammar/misspelling")


def suppress(findings: Sequence[Finding], config: Config, document: Document, today: str, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """The findings, those marked that `accept` or `ignore` of the configuration speaks of, or a directive in the text.

    `today` is YYYY-MM-DD. `rules` know their old ids.
    """
    entries = [entry for entry in config.ignores if _holds_for(entry, Path(document.path), today)]
    silent = _stretches(document)
    known = {rule.id: rule for rule in rules} if entries or silent else {}
    return tuple(_marked(finding, config, entries, silent, document, known) for finding in findings)


def old_names(document: Document, rules: Sequence[Rule]) -> list[tuple[str, int]]:
    """The old ids that the directives of a document write, each with its line."""
    if not document.directives:
        return []
    old = renamed(rules)
    return [(name, document.locate(d.start).line) for d in document.directives for name in d.rules if name in old]


def unknown_rules(document: Document, rules: Sequence[Rule]) -> list[Failure]:
    """A failure for each name in a directive that names no rule and no family."""
    failures = []
    for directive in document.directives:
        for name in directive.rules:
            if not any(selected(rule, name) for rule in rules):
                message = f"the directive names no rule: “{name}”{nearest(name, [rule.id for rule in rules])}"
                failures.append(Failure(message, document.path, document.locate(directive.start).line))
    return failures


class _Stretch(NamedTuple):
    """A stretch of the source in which a directive silences a rule or a family."""

    rule: str
    start: int
    end: int
    line: int


def _stretches(document: Document) -> list[_Stretch]:
    """Where directives silence what: `ignore` the next block, `off` up to `on` or the end, `ignore-file` everything."""
    found: list[_Stretch] = []
    opened: dict[str, Directive] = {}
    for directive in document.directives:
        for rule in directive.rules:
            line = document.locate(directive.start).line
            if directive.action == "ignore":
                found.append(_Stretch(rule, *_next_block(document, directive.end), line))
            elif directive.action == "ignore-file":
                found.append(_Stretch(rule, 0, len(document.source), line))
            elif directive.action == "off":
                opened.setdefault(rule, directive)
            elif rule in opened:
                first = opened.pop(rule)
                found.append(_Stretch(rule, first.start, directive.start, document.locate(first.start).line))
    return found + [_Stretch(rule, first.start, len(document.source), document.locate(first.start).line) for rule, first in opened.items()]


def _next_block(document: Document, offset: int) -> tuple[int, int]:
    spans = (block.span(0, len(block.text)) for block in document.blocks)
    return min(((span.start, span.end) for span in spans if span.start >= offset), default=(offset, offset))


def expired(config: Config, today: str) -> list[str]:
    """A line for each entry whose day has passed: it silences nothing any more."""
    late = [entry for entry in config.ignores if entry.until and entry.until < today]
    return [f"{entry.origin}: this “ignore” ended on {entry.until} and silences nothing any more" for entry in late]


def _marked(
    finding: Finding,
    config: Config,
    entries: Sequence[Ignore],
    silent: Sequence[_Stretch],
    document: Document,
    known: Mapping[str, Rule],
) -> Finding:
    if _accepted(finding, config, document.source):
        return finding._replace(suppressed_by="accept")
    for stretch in silent:
        if stretch.start <= finding.span.start < stretch.end and selected(known[finding.rule], stretch.rule):
            return finding._replace(suppressed_by=f"directive (line {stretch.line})")
    for entry in entries:
        if selected(known[finding.rule], entry.rule) and (entry.text is None or _plain(entry.text) == _plain(finding.text)):
            return finding._replace(suppressed_by=f"ignore ({entry.origin})")
    return finding


def _holds_for(entry: Ignore, path: Path, today: str) -> bool:
    if entry.until and entry.until < today:
        return False
    if entry.path is None:
        return True
    shown = relative(path, entry.folder)
    return shown is not None and any_of((glob(entry.path),), shown)


def _accepted(finding: Finding, config: Config, source: str) -> bool:
    if not finding.rule.startswith(_SPELLING):
        return False
    text = _plain(finding.text)
    if text in {_plain(word) for word in config.value("accept.words")}:
        return True
    if not finding.rule.startswith("names/"):
        return False
    names = {_plain(name) for name in config.value("accept.names")}
    if text in names:
        return True
    others = {_plain(source[other.span.start : other.span.end]) for other in finding.related}
    others |= {_plain(edit.replacement) for fix in finding.fixes for edit in fix.edits}
    pairs = [{_plain(one) for one in pair} for pair in config.value("accept.pairs")]
    return any({text, other} in pairs for other in others)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
