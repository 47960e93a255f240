"""A text as a reader found it: its source, and the blocks of prose in it."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from linter.model.span import Location, Span

ROLES = (
    "headline",
    "seo-title",
    "social-title",
    "kicker",
    "standfirst",
    "byline",
    "dateline",
    "subheading",
    "paragraph",
    "list-item",
    "table-cell",
    "blockquote",
    "pull-quote",
    "caption",
    "credit",
    "furniture",
    "code",
    "other",
)
"""Every role a block may have: the list of the contract, in its order."""


OPAQUE = "\ufffc"
"""Stands in a block's text for what is there and is not copy: code, an address in brackets, a shortcode."""


class Piece(NamedTuple):
    """A stretch of a block's text and the stretch of the source it was read from.

    Equal lengths mean the two agree character by character; otherwise (an entity, a line end
    of two characters) the piece stands for its source as a whole.
    """

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def exact(self) -> bool:
        return self.end - self.start == self.source_end - self.source_start


class Block(NamedTuple):
    """One unit of copy: its role as the reader sees it, its prose, and where each part of the prose stands.

    `text` is the prose as a person reads it, without markup; line ends inside a paragraph are blanks.
    `pieces` is sorted, and no piece is empty. A blank between two pieces stands for what parts them in the source:
    a line end, indentation, a tag.
    """

    role: str
    text: str
    pieces: tuple[Piece, ...]

    def span(self, start: int, end: int) -> Span:
        """The source span of `text[start:end]`; offsets are code points. An empty stretch gives an empty span.

        A block without pieces stands nowhere in the source: its span is the empty one at the beginning.
        """
        if not self.pieces:
            return Span(0, 0)
        begin = self._source_of(start, after=False)
        if end <= start:
            return Span(begin, begin)
        return Span(begin, max(begin, self._source_of(end - 1, after=True)))

    def editable(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` stands in the source just so, in one run: only then may it be edited."""
        if not self.pieces:
            return False
        piece = self.pieces[self._index(start)]
        return piece.exact and piece.start <= start and end <= piece.end

    def _index(self, offset: int) -> int:
        """The piece that holds a character of the text, or the one before it."""
        return max(bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1, 0)

    def _source_of(self, offset: int, *, after: bool) -> int:
        """Where a character of the text stands in the source: its first code point, or the one after its last."""
        index = self._index(offset)
        piece = self.pieces[index]
        if offset >= piece.end and after:
            return self.pieces[min(index + 1, len(self.pieces) - 1)].source_start
        if offset >= piece.end:
            return piece.source_end
        if piece.exact:
            return piece.source_start + offset - piece.start + after
        return piece.source_end if after else piece.source_start


class Directive(NamedTuple):
    """A comment that silences rules: `ignore` the next block, `off` … `on` a stretch, `ignore-file` all of it.

    `start` and `end` are the code points of the comment in the source.
    """

    action: str
    rules: tuple[str, ...]
    reason: str | None
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """One article: the decoded source whose lines are counted, and its blocks in order.

    `item` and `pointer` name the article inside a file that holds several. `directives` are the comments to the
    linter in the text, in order. `metadata` holds the values of the fields that stand beside the copy (front matter,
    `<meta>`), by lower-case name, with points between the names of nested ones. `problems` is what a reader could
    not read: a line (from 1) and what is wrong there.
    """

    path: str
    source: str
    blocks: tuple[Block, ...]
    directives: tuple[Directive, ...] = ()
    metadata: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[tuple[int, str], ...] = ()
    item: str | None = None
    pointer: str | None = None

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        at = self.source.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.source.find("\n", at + 1)
        return starts

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """For each block its number, counting from 1 the blocks that hold text."""
        counts = accumulate(bool(block.text.strip()) for block in self.blocks)
        return tuple(max(count, 1) for count in counts)

    def locate(self, offset: int) -> Location:
        """The line and column, from 1, of a code point of the source. Only `\\n` and `\\r\\n` end a line."""
        line = bisect_right(self._line_starts, offset)
        return Location(line, offset - self._line_starts[line - 1] + 1)

    def line_span(self, offset: int) -> Span:
        """The span of the line in which a code point stands, without its line end."""
        line = bisect_right(self._line_starts, offset)
        start = self._line_starts[line - 1]
        end = self._line_starts[line] - 1 if line < len(self._line_starts) else len(self.source)
        return Span(start, end - 1 if end > start and line < len(self._line_starts) and self.source[end - 1] == "\r" else end)
