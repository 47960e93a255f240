"""From a decoded file to documents: every reader by the suffix it is for. A new reader is a module and a line here."""

from collections.abc import Callable
from importlib import import_module

from linter.model.document import Document
from linter.readers.fields import Fields

Reader = Callable[[str, str, Fields], tuple[Document, ...]]
"""From a source, its path and a site's own field names to the documents in it."""

READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
"""The module for each suffix; its function is `read_MODULE`. It is imported when a file asks for it."""

SUFFIXES = {"plain": ".txt", "markdown": ".md", "html": ".html"}
"""The usual suffix of each format, by the name that an example of a rule gives it."""


def read(source: str, path: str, suffix: str, own: Fields = {}) -> tuple[Document, ...]:  # noqa: B006
    """The documents in a file; a file may hold several articles. Raises KeyError for a suffix without a reader.

    `own` maps a site's own names of fields to the roles of what they hold.
    """
    name = READERS[suffix]
    reader: Reader = getattr(import_module(f"linter.readers.{name}"), f"read_{name}")
    return reader(source, path, own)
