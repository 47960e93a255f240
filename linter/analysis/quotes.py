"""Quotations, by the conventions of newspapers."""

from typing import NamedTuple

from linter.model.document import Block
from linter.model.span import Place


class Quotation(NamedTuple):
    """One quotation: a place for each paragraph that it runs through, marks included; `closed` if its last mark is there."""

    places: tuple[Place, ...]
    closed: bool


def find_quotations(blocks: tuple[Block, ...]) -> tuple[Quotation, ...]:
    """The outermost quotations of a document, in order."""
    return ()
