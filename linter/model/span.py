"""Places: in a source (`Span`, `Location`) and in the prose of one block (`Place`)."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a source, in Unicode code points from 0.

    Raises ValueError when it is not ordered or begins before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            message = f"not a span: {self.start}..{self.end}"
            raise ValueError(message)

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


class Location(NamedTuple):
    """A line and a column of a source, both counted from 1; columns count code points."""

    line: int
    column: int


class Place(NamedTuple):
    """A half-open stretch of the prose of one block, in code points of `Block.text`.

    It is what layers and checks speak; the engine turns it into a `Span` of the source.
    """

    block: int
    start: int
    end: int

    def overlaps(self, other: "Place") -> bool:
        return self.block == other.block and self.start < other.end and other.start < self.end

    def within(self, other: "Place") -> bool:
        return self.block == other.block and other.start <= self.start and self.end <= other.end
