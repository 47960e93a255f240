"""The examples of rules as documents: where the marks say that findings and related places are."""

import re
from typing import NamedTuple

from linter.model.document import Block, Document, Piece
from linter.model.finding import Finding
from linter.model.rule import Example, Rule, Severity
from linter.readers import SUFFIXES, read

_MARK = re.compile("[⟦⟧⟪⟫]")


class Expectation(NamedTuple):
    """An example without its marks, and the spans (start, end) they stood round, in order."""

    document: Document
    findings: tuple[tuple[int, int], ...]
    related: tuple[tuple[int, int], ...]


def expectation(example: Example) -> Expectation:
    """What an example says: several lines, or a text of a format, are read as an article; else it is one block of its role.

    Raises ValueError where marks do not pair.
    """
    source, findings, related = unmarked(example.text)
    if "\n" in source or example.format != "plain":
        document = read(source, "example", SUFFIXES[example.format])[0]
    else:
        document = Document("example", source, (Block(example.role, source, (Piece(0, len(source), 0, len(source)),)),))
    return Expectation(document, tuple(findings), tuple(related))


def as_shown(rule: Rule, example: Example) -> Rule:
    """The rule with the options of the example, and with the kind that it shows switched on."""
    if example.options is not None:
        rule = rule._replace(options=example.options)
    if example.kind and rule.kinds.get(example.kind, rule.severity) is None:
        rule = rule._replace(kinds={**rule.kinds, example.kind: Severity.WARNING})
    return rule


def unmarked(text: str) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """The text without marks, the spans of ⟦…⟧ and those of ⟪…⟫. Raises ValueError where they do not pair."""
    pairs: dict[str, list[tuple[int, int]]] = {"⟦": [], "⟪": []}
    waiting: list[tuple[str, int]] = []
    out: list[str] = []
    at = length = 0
    for found in _MARK.finditer(text):
        out.append(text[at : found.start()])
        length += found.start() - at
        at = found.end()
        mark = found.group()
        if mark in pairs:
            waiting.append((mark, length))
        elif waiting and waiting[-1][0] == {"⟧": "⟦", "⟫": "⟪"}[mark]:
            opened, start = waiting.pop()
            pairs[opened].append((start, length))
        else:
            waiting.append((mark, length))
    if waiting:
        message = f"the mark “{waiting[0][0]}” has no partner"
        raise ValueError(message)
    out.append(text[at:])
    return "".join(out), sorted(pairs["⟦"]), sorted(pairs["⟪"])


def marked(source: str, spans: list[tuple[int, int]]) -> str:
    """A text with ⟦ and ⟧ round some spans, for a person to compare."""
    for start, end in sorted(spans, reverse=True):
        source = f"{source[:start]}⟦{source[start:end]}⟧{source[end:]}"
    return source


def mended(source: str, findings: tuple[Finding, ...]) -> str:
    """The text with the first fix of each finding applied; of edits that overlap the first one counts."""
    edits = sorted({(edit.span.start, edit.span.end, edit.replacement) for finding in findings for fix in finding.fixes[:1] for edit in fix.edits})
    out, at = [], 0
    for start, end, replacement in edits:
        if start >= at:
            out += [source[at:start], replacement]
            at = end
    return "".join((*out, source[at:]))
