"""A text as a reader found it: its source, and the blocks of prose in it."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

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
    `pieces` is sorted, covers `text`, and each piece is not empty.
    """

    role: str
    text: str
    pieces: tuple[Piece, ...]

    def span(self, start: int, end: int) -> Span:
        """The source span of `text[start:end]`; offsets are code points. An empty stretch gives an empty span."""
        first = self._piece(start)
        last = self._piece(max(start, end - 1))
        begin = first.source_start + (start - first.start) if first.exact else first.source_start
        if end <= start:
            return Span(begin, begin)
        stop = last.source_start + (end - last.start) if last.exact else last.source_end
        return Span(begin, stop)

    def editable(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` stands in the source just so, in one run: only then may it be edited."""
        piece = self._piece(start)
        return piece.exact and end <= piece.end

    def _piece(self, offset: int) -> Piece:
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        return self.pieces[max(index, 0)]


@dataclass(frozen=True)
class Document:
    """One article: the decoded source whose lines are counted, and its blocks in order.

    `item` and `pointer` name the article inside a file that holds several. Directives are comments to the
    linter that a reader found in the text.
    """

    path: str
    source: str
    blocks: tuple[Block, ...]
    directives: tuple[Any, ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
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
