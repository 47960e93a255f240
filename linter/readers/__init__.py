"""From a decoded file to documents: every reader by the suffix it is for. A new reader is a module and a line here."""

from collections.abc import Callable

from linter.model.document import Document
from linter.readers.plain import read_plain

READERS: dict[str, Callable[[str, str], tuple[Document, ...]]] = {
    ".txt": read_plain,
    ".text": read_plain,
}


def read(source: str, path: str, suffix: str) -> tuple[Document, ...]:
    """The documents in a file; a file may hold several articles. Raises KeyError for a suffix without a reader."""
    return READERS[suffix](source, path)
