"""Who says what, paragraph by paragraph: the map of an article and its totals, from an `inspect` document."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

_COPY = ("paragraph", "list-item", "standfirst", "blockquote", "pull-quote")


class Paragraph(NamedTuple):
    """A paragraph of copy: its number among the blocks that hold text, where it begins, and the attributions in it."""

    number: int
    start: int
    end: int
    said: tuple[dict[str, Any], ...]


def paragraphs(seen: dict[str, Any], numbers: Sequence[int]) -> list[Paragraph]:
    """The paragraphs of copy in order, each with the attributions of which a part stands in it.

    `numbers` are the numbers of all blocks; the document needs its blocks and its attributions.
    """
    starts = [block["start"] for block in seen["blocks"]]
    said: list[dict[int, dict[str, Any]]] = [{} for _ in starts]
    for number, item in enumerate(seen["attributions"]):
        for span in (item["source"], item["cue"], *item["content"]):
            if span:
                said[bisect_right(starts, span[0]) - 1][number] = item
    blocks = zip(seen["blocks"], numbers, said, strict=True)
    return [Paragraph(number, block["start"], block["end"], tuple(items.values())) for block, number, items in blocks if block["role"] in _COPY]


def source_of(item: dict[str, Any]) -> str:
    """Whose word an attribution is: the name, the medium it came through, and whether nobody could phone the source."""
    name = item["source_name"] or "not named"
    return f"{name}{' (anonymous)' if item['vague'] else ''}{' via ' + item['via'] if item['via'] else ''}"


def totals(found: list[Paragraph]) -> str:
    """How many paragraphs are sourced, how many sources there are, and how many of them are anonymous."""
    sources = {item["source_name"]: item["vague"] for paragraph in found for item in paragraph.said if item["source_name"]}
    sourced = sum(bool(paragraph.said) for paragraph in found)
    return f"{sourced} of {len(found)} paragraphs sourced; {len(sources)} sources, {sum(sources.values())} of them anonymous"
