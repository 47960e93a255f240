"""From a decoded file to articles that are fit to be linted, and what is told where that fails."""

from pathlib import Path

from linter.analysis.language import is_foreign
from linter.analysis.words import split_words
from linter.config import Config
from linter.engine import breakdown
from linter.mistakes import DataError
from linter.model.document import Document
from linter.model.finding import Failure
from linter.readers import read
from linter.readers.decoding import ReadError

MOST_BLOCKS = 200_000
"""So many paragraphs at most has an article that is linted."""

_SAMPLE = 10_000
"""So many characters of a text tell its language."""


def foreign(document: Document) -> bool:
    """Whether hardly any English word is in a text."""
    return is_foreign(split_words(_sample(document)))


def _sample(document: Document) -> str:
    """The beginning of the copy."""
    texts, length = [], 0
    for block in document.blocks:
        if length > _SAMPLE:
            break
        texts.append(block.text[:_SAMPLE])
        length += len(texts[-1])
    return "\n".join(texts)


def bound(document: Document) -> None:
    """Raises ReadError for more paragraphs than an article can have: each costs memory, however short it is."""
    if len(document.blocks) > MOST_BLOCKS:
        message = f"more than {MOST_BLOCKS:,} paragraphs: no article has so many"
        raise ReadError(message)


def documents_in(text: str, path: str, config: Config) -> tuple[Document, ...]:
    """The documents in a file. Which names of fields hold may depend on the fields themselves: then it is read again."""
    suffix = Path(path).suffix.lower()
    own = config.fields_for(Path(path), {})
    documents = read(text, path, suffix, own)
    for document in documents:
        told = config.fields_for(Path(path), document.metadata)
        if told != own:
            return read(text, path, suffix, told)
    return documents


def told(fault: Exception, path: str) -> tuple[Failure, ...]:
    """What went wrong with a file in words for a person: a failure for each mistake of theirs, else one of our own."""
    if isinstance(fault, ReadError):
        return (Failure(str(fault), path),)
    if isinstance(fault, OSError):
        return (Failure((fault.strerror or str(fault)).lower(), str(fault.filename or path)),)
    if isinstance(fault, DataError):
        return tuple(Failure(mistake.message, mistake.path, mistake.line) for mistake in fault.mistakes)
    return (breakdown(fault, path),)
