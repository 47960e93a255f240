"""Plain text: a headline and paragraphs, one line each or hard-wrapped as mail is."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.model.document import Block, Document
from linter.readers.fields import Fields
from linter.readers.prose import Prose

LONGEST_WRAPPED = 100
"""A text with a longer line than this is not hard-wrapped: its lines are paragraphs."""

LONGEST_HEADLINE = 200
_SHORTEST_WRAP = 45
_LEAST_CONTINUED = 0.4
_BULLET = re.compile(r"(?:[•‣▪*]|-(?!.*-\s*$))\s+(?=[^\s*•-])")


class _Line(NamedTuple):
    text: str
    start: int


def read_plain(source: str, path: str, _own: Fields) -> tuple[Document, ...]:
    """The one document of a plain text. Lines end at `\\n` or `\\r\\n` only."""
    paragraphs = list(_paragraphs(source))
    blocks = [block for lines in paragraphs if (block := _block(lines))]
    if len(blocks) > 1 and len(paragraphs[0]) == 1 and reads_as_headline(blocks[0]):
        blocks[0] = blocks[0]._replace(role="headline")
    return (Document(path, source, tuple(blocks)),)


def reads_as_headline(block: Block) -> bool:
    """Whether the first paragraph of a text looks like its headline: short, and without a full stop."""
    text = block.text.strip()
    stopped = text.endswith((".", ".”", '."')) and not text.endswith("...")
    return block.role == "paragraph" and len(text) <= LONGEST_HEADLINE and not stopped


def _lines(source: str) -> Iterator[_Line]:
    start = 0
    while start <= len(source):
        end = source.find("\n", start)
        stop = len(source) if end < 0 else end
        yield _Line(source[start:stop].removesuffix("\r") if end >= 0 else source[start:stop], start)
        start = stop + 1


def _paragraphs(source: str) -> Iterator[list[_Line]]:
    lines = list(_lines(source))
    width = _wrap_width(lines)
    paragraph: list[_Line] = []
    for line in lines:
        blank = not line.text.strip()
        if paragraph and (blank or not _continues(paragraph[-1].text, line.text, width)):
            yield paragraph
            paragraph = []
        if not blank:
            paragraph.append(line)
    if paragraph:
        yield paragraph


def _wrap_width(lines: list[_Line]) -> int:
    """The width at which a text is hard-wrapped, or 0: its lines are all short, and many break off inside a sentence."""
    width = max((len(line.text) for line in lines), default=0)
    if not _SHORTEST_WRAP <= width <= LONGEST_WRAPPED:
        return 0
    breaks = [after.text for before, after in zip(lines, lines[1:], strict=False) if before.text.strip() and after.text.strip()]
    continued = sum(text.lstrip()[0].islower() for text in breaks)
    return width if continued and continued >= _LEAST_CONTINUED * len(breaks) else 0


def _continues(before: str, after: str, width: int) -> bool:
    """Whether a line goes on with the one before: that one was full, so its next word had to move down."""
    if not width or _BULLET.match(after.lstrip()):
        return False
    first = after.split(maxsplit=1)[0] if after.strip() else ""
    return after.lstrip()[:1].islower() or len(before.rstrip()) + 1 + len(first) > width


def _block(lines: list[_Line]) -> Block | None:
    first = lines[0].text
    bullet = _BULLET.match(first.lstrip())
    skip = len(first) - len(first.lstrip()) + (bullet.end() if bullet else 0)
    prose = Prose()
    for line in lines:
        text = line.text[skip:] if line is lines[0] else line.text.strip()
        start = line.start + (skip if line is lines[0] else line.text.index(text))
        prose.blank()
        prose.add(text, start, start + len(text))
    return prose.block("list-item" if bullet else "paragraph")
