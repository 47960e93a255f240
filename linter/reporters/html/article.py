"""The article as it reads, with its findings marked."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from linter.analysis import Analysis
from linter.model.document import Block, Document
from linter.model.finding import Finding
from linter.model.rule import Severity
from linter.reporters.escape import printable

Numbered = tuple[int, Finding]
_Stretch = tuple[int, int, int]
"""Start and end in the text of a block, and which finding."""

_TAGS = {"headline": "h2", "subheading": "h3", "blockquote": "blockquote", "pull-quote": "blockquote", "code": "pre"}
_PLAIN = ("headline", "subheading", "paragraph", "blockquote", "pull-quote")
"""Roles that show by themselves; the others are named."""


def shown(text: str) -> str:
    """Text as a page may hold it: markup and control characters are only shown."""
    return escape("\n".join(printable(line) for line in text.split("\n")))


def article(document: Document, found: Sequence[Numbered]) -> str:
    """The blocks of a document, numbered, with a link round each stretch that a finding is about."""
    stretches = _stretches(document, found)
    severities = {number: finding.severity for number, finding in found}
    title = f'<p class="quiet">{shown(document.item)}</p>\n' if document.item else ""
    roles = Analysis(document).structure.roles
    parts = []
    paragraph = 0
    for index, (block, role) in enumerate(zip(document.blocks, roles, strict=True)):
        if not block.text.strip():
            continue
        paragraph += 1
        tag = _TAGS.get(role, "p")
        label = "" if role in _PLAIN else f'<span class="role">{shown(role)}</span> '
        told: set[int] = set()
        text = "".join(_segment(text, numbers, severities, told) for text, numbers in _segments(block.text, stretches.get(index, ())))
        parts.append(f'<div class="block {shown(role)}"><span class="number">¶{paragraph}</span><{tag}>{label}{text}</{tag}></div>\n')
    return f'<div class="article">\n{title}{"".join(parts)}</div>\n'


def _segment(text: str, numbers: Sequence[int], severities: dict[int, Severity], told: set[int]) -> str:
    if not numbers:
        return shown(text)
    new = [number for number in numbers if number not in told]
    told.update(new)
    anchors = "".join(f'<span id="m{number}"></span>' for number in new)
    listed = " ".join(map(str, numbers))
    worst = min((severities[number] for number in numbers), key=lambda severity: severity.rank)
    return f'{anchors}<a class="mark {worst}" href="#f{numbers[-1]}" data-findings="{listed}">{shown(text)}</a>'


def _segments(text: str, stretches: Iterable[_Stretch]) -> Iterator[tuple[str, list[int]]]:
    """The text cut wherever a stretch begins or ends, each part with the findings on it."""
    changes: dict[int, list[tuple[bool, int]]] = {}
    for start, end, number in stretches:
        changes.setdefault(start, []).append((True, number))
        changes.setdefault(end, []).append((False, number))
    active: dict[int, None] = {}
    at = 0
    for offset in sorted(changes):
        if offset > at:
            yield text[at:offset], list(active)
        at = offset
        for begins, number in changes[offset]:
            if begins:
                active[number] = None
            else:
                active.pop(number, None)
    yield text[at:], list(active)


def _stretches(document: Document, found: Sequence[Numbered]) -> dict[int, list[_Stretch]]:
    """By block, the stretches of its text that findings are about."""
    order = sorted((block.pieces[0].source_start, block.pieces[-1].source_end, index) for index, block in enumerate(document.blocks) if block.pieces)
    starts = [start for start, _, _ in order]
    stretches: dict[int, list[_Stretch]] = {}
    for number, finding in found:
        for start, end, index in order[max(0, bisect_left(starts, finding.span.start + 1) - 1) :]:
            if start >= max(finding.span.end, finding.span.start + 1):
                break
            if end > finding.span.start:
                block = document.blocks[index]
                first, last = _offset(block, finding.span.start), _offset(block, finding.span.end)
                stretches.setdefault(index, []).append((first, max(first + 1, last), number))
    return stretches


def _offset(block: Block, source_offset: int) -> int:
    """Where an offset of the source lies in the text of a block."""
    index = max(0, bisect_left(block.pieces, source_offset + 1, key=lambda piece: piece.source_start) - 1)
    piece = block.pieces[index]
    if source_offset <= piece.source_start:
        return piece.start
    if source_offset >= piece.source_end:
        return piece.end
    return piece.start + (source_offset - piece.source_start if piece.exact else 0)
