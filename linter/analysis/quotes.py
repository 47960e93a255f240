"""Quotations, by the conventions of newspapers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.model.document import Block
from linter.model.span import Place

_MARKS = re.compile("[“”„«»\"‘’']")
_OPENING = frozenset("“„«")
_CLOSING = {"“": '”"', "„": '“”"', "«": "»", '"': '"”', "‘": "’'", "'": "'’"}
_BEFORE_OPENING = frozenset(" \t\n\u00a0(\u2009[{-–—/‘'“\"")
_LONGEST_SINGLE = 600
_SHORTENED = re.compile(r"['‘’](?:\d0s|n['’]|em\b|til\b|tis\b|twas\b)", re.IGNORECASE)


class Quotation(NamedTuple):
    """One quotation: a place for each paragraph that it runs through, marks included; `closed` if its last mark is there."""

    places: tuple[Place, ...]
    closed: bool


def find_quotations(blocks: tuple[Block, ...]) -> tuple[Quotation, ...]:
    """The outermost quotations of a document, in order.

    Every paragraph of a running quotation opens with a mark, and only the last one closes it. What is opened and
    never closed ends with its paragraph.
    """
    found: list[list[Place]] = []
    ended: list[bool] = []
    for index, block in enumerate(blocks):
        for start, end, closed in _in_text(block.text):
            place = Place(index, start, end)
            if found and not ended[-1] and _runs_on(found[-1][-1], place, blocks):
                found[-1].append(place)
                ended[-1] = closed
            else:
                found.append([place])
                ended.append(closed)
    return tuple(Quotation(tuple(places), closed) for places, closed in zip(found, ended, strict=True))


def _runs_on(before: Place, place: Place, blocks: tuple[Block, ...]) -> bool:
    """Whether a place is the next paragraph of a quotation that the end of its paragraph left open."""
    opens_paragraph = not blocks[place.block].text[: place.start].strip()
    same_mark = blocks[before.block].text[before.start] == blocks[place.block].text[place.start]
    return before.block == place.block - 1 and opens_paragraph and same_mark


def _in_text(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it is closed, for each outermost quotation of one text."""
    opened = ""
    start = 0
    single_until = searched = -1
    for found in _MARKS.finditer(text):
        mark, at = found.group(), found.start()
        if at < single_until:
            continue
        if opened:
            if mark in _CLOSING[opened] and _closes(text, at, opened):
                yield start, at + 1, True
                opened = ""
        elif mark in "‘'":
            end, searched = _single_end(text, at, searched)
            if end:
                yield at, end, True
                single_until = end
        elif mark in _OPENING or (mark == '"' and _opens(text, at)):
            opened, start = mark, at
    if opened:
        yield start, len(text.rstrip()), False


def _opens(text: str, at: int) -> bool:
    after = text[at + 1 : at + 2]
    return bool(after.strip()) and (at == 0 or text[at - 1] in _BEFORE_OPENING)


def _closes(text: str, at: int, opened: str) -> bool:
    """A curly mark says itself which way it looks; a straight one closes unless it can only open."""
    if text[at] != '"' or opened not in ('"', "“"):
        return True
    after = text[at + 1 : at + 2]
    return not (text[at - 1].isspace() and after.isalnum())


def _single_end(text: str, at: int, searched: int) -> tuple[int, int]:
    """The end of a quotation in single marks that opens here, or 0: most single marks are apostrophes.

    Up to `searched` no closing mark stands, as an earlier search found; the second figure says how far this one came.
    """
    after = text[at + 1 : at + 2]
    opens = (after.isalnum() or after in ("“", '"', "…", ".")) and not _SHORTENED.match(text, at)
    if not opens or (at and text[at - 1] not in _BEFORE_OPENING):
        return 0, searched
    marks = "’'" if text[at] == "‘" else "'"
    plural = 0
    stop = min(len(text), at + _LONGEST_SINGLE)
    for end in range(max(at + 2, searched), stop):
        if text[end] not in marks or text[end + 1 : end + 2].isalnum() or text[end - 1].isspace():
            continue
        if text[end - 1] in "sS" and text[end + 1 : end + 2] == " " and text[end + 2 : end + 3].islower():
            plural = plural or end + 1
            continue
        return end + 1, end
    return plural, searched if plural else stop
