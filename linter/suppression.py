"""Marks findings that somebody accepted; nothing is dropped, so that every summary can count them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from linter.analysis.text import fold
from linter.config import Config, Ignore, relative, selected
from linter.globs import any_of, glob
from linter.mistakes import nearest
from linter.model.document import Directive, Document
from linter.model.finding import Failure, Finding, Unused
from linter.model.rule import Rule
from linter.model.span import Span

_SPELLING = ("names/", "grammar/misspelling")


def suppress(
    findings: Sequence[Finding],
    config: Config,
    document: Document,
    today: str,
    renamed: Mapping[str, str],
    *,
    inline: bool = True,
) -> tuple[Finding, ...]:
    """The findings, those marked that `accept` or `ignore` of the configuration speaks of, or a directive in the text.

    `today` is YYYY-MM-DD. `renamed` maps the old ids of rules to the new. Directives count only where `inline` says so.
    """
    entries = [e._replace(rule=renamed.get(e.rule, e.rule)) for e in config.ignores if holds_for(e, Path(document.path), today)]
    silent = _by_name(_stretches(document, renamed)) if inline else {}
    return tuple(_marked(finding, config, entries, silent, document) for finding in findings)


def faults(document: Document, rules: Sequence[Rule], *, require_reason: bool) -> list[Failure]:
    """A failure for each name in a directive that names no rule and no family, and for a reason that is missing."""
    failures = []
    named = {name for directive in document.directives for name in directive.rules}
    unknown = {name for name in named if not any(selected(rule, name) for rule in rules)}
    for directive in document.directives:
        line = document.locate(directive.start).line
        if require_reason and not directive.reason and directive.action != "on":
            failures.append(Failure("the directive gives no reason (-- why), and require-reason is true", document.path, line))
        for name in directive.rules:
            if name in unknown:
                message = f"the directive names no rule: “{name}”{nearest(name, [rule.id for rule in rules])}"
                failures.append(Failure(message, document.path, line))
    return failures


def idle_directives(document: Document, findings: Sequence[Finding], rules: Sequence[Rule], renamed: Mapping[str, str]) -> list[Unused]:
    """The directives that silence nothing, of those that name a rule which was looked for."""
    used: dict[str, set[str]] = {}
    for finding in findings:
        used.setdefault(finding.suppressed_by or "", set()).add(finding.rule)
    stretches = _stretches(document, renamed)
    looked_for = {name for name in {stretch.rule for stretch in stretches} if any(means(name, rule.id) for rule in rules)}
    return [
        Unused(document.path, stretch.line, f"this directive silences nothing of {stretch.rule}")
        for stretch in stretches
        if stretch.rule in looked_for and not any(means(stretch.rule, rule) for rule in used.get(stretch.source, ()))
    ]


class _Stretch(NamedTuple):
    """A stretch of the source in which a directive silences a rule or a family."""

    rule: str
    start: int
    end: int
    line: int
    reason: str | None

    @property
    def source(self) -> str:
        """What a finding in it is silenced by."""
        return f"directive (line {self.line}){f': {self.reason}' if self.reason else ''}"


def _stretches(document: Document, renamed: Mapping[str, str]) -> list[_Stretch]:
    """Where directives silence what: `ignore` the next block, `off` up to `on` or the end, `ignore-file` everything."""
    found: list[_Stretch] = []
    opened: dict[str, Directive] = {}
    blocks = sorted(block.span(0, len(block.text)) for block in document.blocks) if document.directives else []

    def add(rule: str, directive: Directive, start: int, end: int) -> None:
        found.append(_Stretch(rule, start, end, document.locate(directive.start).line, directive.reason))

    for directive in document.directives:
        for name in directive.rules:
            rule = renamed.get(name, name)
            if directive.action == "ignore":
                add(rule, directive, *_next_block(blocks, directive.end))
            elif directive.action == "ignore-file":
                add(rule, directive, 0, len(document.source))
            elif directive.action == "off":
                opened.setdefault(rule, directive)
            elif rule in opened:
                first = opened.pop(rule)
                add(rule, first, first.start, directive.start)
    for rule, first in opened.items():
        add(rule, first, first.start, len(document.source))
    return found


def _next_block(blocks: Sequence[Span], offset: int) -> tuple[int, int]:
    """The first block that begins after an offset, of blocks in order."""
    index = bisect_left(blocks, offset, key=lambda span: span.start)
    return (blocks[index].start, blocks[index].end) if index < len(blocks) else (offset, offset)


def _by_name(stretches: Iterable[_Stretch]) -> dict[str, tuple[list[int], list[_Stretch]]]:
    """For each rule or family the starts of its stretches, and beside each the stretch that reaches furthest so far."""
    found: dict[str, tuple[list[int], list[_Stretch]]] = {}
    for stretch in sorted(stretches, key=lambda stretch: stretch.start):
        starts, furthest = found.setdefault(stretch.rule.rstrip("/"), ([], []))
        starts.append(stretch.start)
        furthest.append(max(stretch, furthest[-1], key=lambda one: one.end) if furthest else stretch)
    return found


def _silencing(silent: Mapping[str, tuple[list[int], list[_Stretch]]], finding: Finding) -> _Stretch | None:
    """The stretch in which a finding lies and is silenced."""
    for name in (finding.rule, finding.rule.partition("/")[0]) if silent else ():
        starts, furthest = silent.get(name, ([], []))
        index = bisect_right(starts, finding.span.start) - 1
        if index >= 0 and finding.span.start < furthest[index].end:
            return furthest[index]
    return None


def expired(config: Config, today: str) -> list[str]:
    """A line for each entry whose day has passed: it silences nothing any more."""
    late = [entry for entry in config.ignores if entry.until and entry.until < today]
    return [f"{entry.origin}: this “ignore” ended on {entry.until} and silences nothing any more" for entry in late]


def former_names(config: Config, renamed: Mapping[str, str]) -> list[str]:
    """A line for each old id of a rule that a configuration uses. `renamed` maps the old ids to the new."""
    named = [(f"{change.file}:{change.line}", change.rule) for change in config.changes] + [(entry.origin, entry.rule) for entry in config.ignores]
    first = {name: place for place, name in reversed(named)}
    return [renaming(place, name, renamed) for name, place in first.items() if name in renamed]


def renaming(place: str, name: str, renamed: Mapping[str, str]) -> str:
    """The line that tells of one."""
    return f"{place}: “{name}” is called “{renamed[name]}” now"


def unused(config: Config, today: str, used: Collection[str | None], looked_at: Callable[[Ignore], bool]) -> list[Unused]:
    """The entries in force that silence nothing, of those that `looked_at` says could have; `used` is what silences something."""
    idle = [e for e in config.ignores if not (e.until and e.until < today) and _source(e) not in used and looked_at(e)]
    return [Unused(*_place(entry.origin), f"this “ignore” of {entry.rule} silences nothing") for entry in idle]


def _place(origin: str) -> tuple[str, int]:
    path, _, line = origin.rpartition(":")
    return path, int(line)


def _source(entry: Ignore) -> str:
    return f"ignore ({entry.origin}){f': {entry.reason}' if entry.reason else ''}"


def _marked(
    finding: Finding,
    config: Config,
    entries: Sequence[Ignore],
    silent: Mapping[str, tuple[list[int], list[_Stretch]]],
    document: Document,
) -> Finding:
    if _accepted(finding, config, document.source):
        return finding._replace(suppressed_by="accept")
    stretch = _silencing(silent, finding)
    if stretch:
        return finding._replace(suppressed_by=stretch.source)
    for entry in entries:
        if _speaks_of(entry, finding):
            return finding._replace(suppressed_by=_source(entry))
    return finding


def holds_for(entry: Ignore, path: Path, today: str) -> bool:
    """Whether an entry is in force, and speaks of a path."""
    if entry.until and entry.until < today:
        return False
    if entry.path is None:
        return True
    shown = relative(path, entry.folder)
    return shown is not None and any_of((glob(entry.path),), shown)


def is_literal(entry: Ignore) -> bool:
    """Whether an entry names one file, not a pattern that other files may match."""
    plain = re.sub(r"\[[*?[]\]", "", entry.path or "*")
    return "/" in plain and not plain.endswith("/") and not set(plain) & set("*?[!")


def _speaks_of(entry: Ignore, finding: Finding) -> bool:
    return means(entry.rule, finding.rule) and (entry.text is None or _plain(entry.text) == _plain(finding.text))


def means(name: str, rule: str) -> bool:
    """Whether a name, of a rule or a family, means a rule."""
    return rule == name or rule.startswith(name.rstrip("/") + "/")


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
    if not config.value("accept.pairs"):
        return False
    others = {_plain(source[other.span.start : other.span.end]) for other in finding.related}
    others |= {_plain(edit.replacement) for fix in finding.fixes for edit in fix.edits}
    pairs = [{_plain(one) for one in pair} for pair in config.value("accept.pairs")]
    return any({text, other} in pairs for other in others)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
