"""Sentences of a block's text."""

from linter.model.span import Place


def split_sentences(block: int, text: str) -> tuple[Place, ...]:
    """The sentences of a folded text, without the blanks round them."""
    stripped = text.strip()
    start = len(text) - len(text.lstrip())
    return (Place(block, start, start + len(stripped)),) if stripped else ()
