"""Names and sources of an article, as a page to check against: who is called what, and who says what."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from linter.analysis import Analysis
from linter.model.document import Document
from linter.reporters.html.article import shown
from linter.reporters.layers import layers

_MOST = 12
_LONGEST = 140


def ledger(document: Document) -> str:
    """Two tables, with the paragraphs in which a form of a name, or a source, stands."""
    seen = layers(Analysis(document), ("names", "attributions"))
    places = _Places(document)
    names = [
        (name["canonical"], form["text"], str(form["count"]), places.of(start for start, _ in form["spans"]))
        for name in seen["names"]
        for form in name["forms"]
    ]
    sources = [
        (said["source_name"] or "nobody named", _words(document, said["cue"]), _words(document, (said["content"] or [None])[0]), places.of(_starts(said)))
        for said in seen["attributions"]
    ]
    return _table("Names", ("name", "written", "times", "where"), names) + _table("Sources", ("source", "cue", "what", "where"), sources)


class _Places:
    """Finds the numbers of the paragraphs in which offsets of the source lie."""

    def __init__(self, document: Document) -> None:
        blocks = [block for block in document.blocks if block.text.strip()]
        self._order = sorted((block.pieces[0].source_start, number) for number, block in enumerate(blocks, 1))

    def of(self, offsets: Iterable[int]) -> str:
        """The numbers, as a person reads them."""
        found = dict.fromkeys(self._order[max(0, bisect_right(self._order, (offset, len(self._order))) - 1)][1] for offset in offsets)
        return ", ".join(f"¶{number}" for number in list(found)[:_MOST]) + (", …" if len(found) > _MOST else "")


def _starts(said: dict[str, list[int] | None]) -> list[int]:
    span = said["source"] or said["cue"]
    return span[:1] if span else []


def _words(document: Document, span: list[int] | None) -> str:
    words = " ".join(document.source[span[0] : span[1]].split()) if span else ""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _table(title: str, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    if not rows:
        return f'<h3>{title}</h3>\n<p class="quiet">None were found.</p>\n'
    head = "".join(f'<th scope="col">{name}</th>' for name in header)
    body = "".join(f"<tr>{''.join(map(_cell, header, row))}</tr>\n" for row in rows)
    return f"<h3>{title}</h3>\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _cell(name: str, content: str) -> str:
    """A narrow page has no header above the cells, and puts the name before each."""
    return f'<td data-label="{name}">{shown(content)}</td>'
