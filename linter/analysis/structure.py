"""The structure of an article: the role and the form of each block by its place and neighbours, and the genre."""

from typing import NamedTuple

from linter.model.document import Block


class Structure(NamedTuple):
    """`roles` and `forms` have one item a block; a form is None where the role says it all.

    `genre` is news, opinion or transcript.
    """

    genre: str
    roles: tuple[str, ...]
    forms: tuple[str | None, ...]


def find_structure(blocks: tuple[Block, ...]) -> Structure:
    """The structure of a document's blocks."""
    return Structure("news", tuple(block.role for block in blocks), (None,) * len(blocks))
