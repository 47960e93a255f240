"""Prose in the making: text from here and there in a source, with the place of every part, until it is a block."""

from bisect import bisect_left, bisect_right
from string import whitespace

from linter.model.document import OPAQUE, Block, Piece

_AT_THE_END = OPAQUE + whitespace + "\xa0"


class Prose:
    """The text of one block as it is read; `block` hands it over and begins anew."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0

    def __bool__(self) -> bool:
        return bool(self._texts)

    def add(self, text: str, start: int, end: int) -> None:
        """Appends text read from `source[start:end]`; where the lengths are equal, so are the texts."""
        if not text:
            return
        piece = Piece(self._length, self._length + len(text), start, end)
        last = self._pieces[-1] if self._pieces else None
        if last and last.end == piece.start and last.source_end == start and last.exact and piece.exact:
            self._pieces[-1] = Piece(last.start, piece.end, last.source_start, end)
        else:
            self._pieces.append(piece)
        self._texts.append(text)
        self._length += len(text)

    def flowing(self, text: str, start: int, end: int) -> None:
        """The same, but for a first blank that comes after another one from elsewhere: a page shows one."""
        if text[:1] == " " and self._texts and self._texts[-1].endswith(" ") and self._pieces and self._pieces[-1].source_end != start:
            text, start = text[1:], start + 1
        self.add(text, start, end)

    def blank(self) -> None:
        """Appends a blank that stands nowhere in the source just so: a line end, indentation, a tag that parts words."""
        if self._texts and not self._texts[-1].endswith(" "):
            self._texts.append(" ")
            self._length += 1

    def trimmed(self, source: str, start: int, end: int) -> None:
        """Appends `source[start:end]`, without its first blank where there is one already, or nothing yet."""
        if start < end and source[start] == " " and (not self._texts or self._texts[-1].endswith(" ")):
            start += 1
        self.add(source[start:end], start, end)

    def opaque(self, start: int, end: int) -> None:
        """Appends one character for what stands at `source[start:end]` and is not copy; a blank where that is as short."""
        if end - start > 1:
            self.add(OPAQUE, start, end)
        else:
            self.blank()

    def block(self, role: str) -> Block | None:
        """What has come together as a block, without blanks or pictures at its end, or None where nothing of it is copy."""
        text, pieces = "".join(self._texts), self._pieces
        self._texts, self._pieces, self._length = [], [], 0
        text = text.rstrip() if role == "code" else text.rstrip(_AT_THE_END)
        if not (text if role == "code" else text.replace(OPAQUE, "")).strip():
            return None
        while pieces[-1].start >= len(text):
            pieces.pop()
        last, surplus = pieces[-1], max(0, pieces[-1].end - len(text))
        pieces[-1] = last._replace(end=last.end - surplus, source_end=last.source_end - (surplus if last.exact else 0))
        return Block(role, text, tuple(pieces))


def carried(block: Block, outer: Block) -> Block:
    """A block that was read from the text of another one, with pieces that lead to the source of that one.

    Where the other one knows no more than the whole of its place, neither does the result.
    """
    pieces: list[Piece] = []
    for piece in block.pieces:
        first = bisect_right(outer.pieces, piece.source_start, key=lambda other: other.end)
        last = bisect_left(outer.pieces, piece.source_end, lo=first, key=lambda other: other.start)
        for other in outer.pieces[first:last]:
            start, end = max(piece.source_start, other.start), min(piece.source_end, other.end)
            if not other.exact and (start, end) != (other.start, other.end):
                return block._replace(pieces=_whole(block.text, outer))
            by = other.source_start - other.start
            source_start, source_end = (start + by, end + by) if other.exact else (other.source_start, other.source_end)
            if piece.exact:
                shift = piece.start - piece.source_start
                pieces.append(Piece(start + shift, end + shift, source_start, source_end))
            elif pieces and pieces[-1][:2] == piece[:2]:
                pieces[-1] = pieces[-1]._replace(source_end=source_end)
            else:
                pieces.append(Piece(piece.start, piece.end, source_start, source_end))
    return block._replace(pieces=tuple(pieces))


def _whole(text: str, outer: Block) -> tuple[Piece, ...]:
    return (Piece(0, len(text), outer.pieces[0].source_start, outer.pieces[-1].source_end),)
