"""Marks findings that somebody accepted; nothing is dropped, so that every summary can count them."""

from collections.abc import Sequence
from pathlib import Path

from linter.analysis.text import fold
from linter.config import Config, Ignore, relative
from linter.globs import any_of, glob
from linter.model.finding import Finding

_SPELLING = ("names/", "grammar/misspelling")


def suppress(findings: Sequence[Finding], config: Config, source: str, path: Path, today: str) -> tuple[Finding, ...]:
    """The findings, those marked that `accept` or `ignore` of the configuration speaks of. `today` is YYYY-MM-DD."""
    entries = [entry for entry in config.ignores if _holds_for(entry, path, today)]
    return tuple(_marked(finding, config, entries, source) for finding in findings)


def expired(config: Config, today: str) -> list[str]:
    """A line for each entry whose day has passed: it silences nothing any more."""
    late = [entry for entry in config.ignores if entry.until and entry.until < today]
    return [f"{entry.origin}: this “ignore” ended on {entry.until} and silences nothing any more" for entry in late]


def _marked(finding: Finding, config: Config, entries: Sequence[Ignore], source: str) -> Finding:
    if _accepted(finding, config, source):
        return finding._replace(suppressed_by="accept")
    for entry in entries:
        if _speaks_of(entry, finding):
            return finding._replace(suppressed_by=f"ignore ({entry.origin})")
    return finding


def _holds_for(entry: Ignore, path: Path, today: str) -> bool:
    if entry.until and entry.until < today:
        return False
    if entry.path is None:
        return True
    shown = relative(path, entry.folder)
    return shown is not None and any_of((glob(entry.path),), shown)


def _speaks_of(entry: Ignore, finding: Finding) -> bool:
    if finding.rule != entry.rule and not finding.rule.startswith(entry.rule.rstrip("/") + "/"):
        return False
    return entry.text is None or _plain(entry.text) == _plain(finding.text)


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
