"""The check `structure`: what stands wrong in the build of an article, which only its neighbours show."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.structure import is_prose
from linter.checks.check import Check
from linter.checks.duplicates import PARAGRAPH, duplicated_paragraphs, duplicated_sentences
from linter.model.rule import Match

_SHOWN = r"(?:videos?|clips?|pictures?|photos?|photographs?|images?|tweets?|posts?|trailers?|teasers?|footage|audio|gallery|slideshow|snaps?|selfies?|pics?|graphics?|charts?|maps?|embed)"
_POINTING = re.compile(r"\b(?:below|here|following|watch|see|listen|look|check|tweeted|posted|shared|uploaded)\b", re.IGNORECASE)
_ENDS = (":", "here", "here.", "here!")
_SHOWS = re.compile(r"<(?:iframe|img|picture|video|audio|embed|object|figure|script|svg|amp-|twitter|blockquote)|!\[|\{[{%<]|\[embed", re.IGNORECASE)
_LONGEST_TAG = 2000
_QUOTES = "“\"‘'"
_EMBEDDED = frozenset(("caption", "credit", "blockquote", "pull-quote", "code", "other", "table-cell", "list-item"))
"""Roles of what may stand where something was announced."""

_FEWEST_WORDS, _LONGEST_LINE = 4, 200


@cache
def _announces() -> re.Pattern[str]:
    """What announces something to see; made when it is first asked for, as few articles need it."""
    return re.compile(
        rf"\b(?:below|here(?:'s| is| are)?|following|watch|see|listen|look at|check out)\b[^.!?]{{0,100}}\b{_SHOWN}\b[^.!?:]{{0,60}}:$|"
        rf"\b{_SHOWN}\b(?! continues?\b)[^.!?:]{{0,60}}\b(?:below[:.!]?|right here[:.!]?|here:)$|"
        r"^(?:watch|listen)(?: it)?,? (?:below|here|right here)[:.!]?$|"
        r"^(?:watch|see|listen|check (?:it|this|them|that) out|take a look|have a look|see for yourself|listen to it|watch it|look)(?: (?:below|here|right here))?:$|"
        rf"^(?:see|view|check out|take a look at|have a look at|look at)\b[^.!?:]{{0,100}}\b{_SHOWN}\b[^.!?:]{{0,60}}\b(?:below|right here)\b[^.!?:]{{0,40}}[:.!]?$|"
        r"^(?:watch|listen to|hear|see more)\b[^.!?:]{0,120}\b(?:below|right here)\b[^.!?:]{0,40}[:.!]?$|"
        rf"^(?:watch|see|view|check out|listen to)\b[^.!?:]{{0,80}}\b{_SHOWN}\b[^.!?:]{{0,40}}\bhere$|"
        rf"\b(?:tweeted|posted|shared|uploaded)\b (?:(?:the following|this|these)\b[^.!?:]{{0,30}})?\b{_SHOWN}:$",
        re.IGNORECASE,
    )


class Options(NamedTuple):
    """`find` says what is looked for; `allow` holds texts of blocks that a house leaves in."""

    find: Literal["missing-embed", "repeated-headline", "duplicated-paragraph", "duplicated-sentence"]
    allow: tuple[str, ...] = ()


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match on each block or sentence that stands wrong."""
    allowed = {text.casefold() for text in options.allow}
    for match in _FINDERS[options.find](analysis):
        text = analysis.blocks[match.place.block].text
        if scope.holds(match.place) and text[match.place.start : match.place.end].casefold() not in allowed:
            yield match


def _missing_embeds(analysis: Analysis) -> Iterator[Match]:
    """The last sentence of a block that announces something to see, where copy goes on or ends instead."""
    for block, sentences in enumerate(analysis.sentences):
        if not sentences or analysis.structure.roles[block] not in ("paragraph", "subheading"):
            continue
        last = sentences[-1]
        text = analysis.folded[block][last.start : last.end]
        if (
            (text.endswith(_ENDS) or " below" in text)
            and _POINTING.search(text)
            and _announces().search(text)
            and not analysis.quoted_in(last)
            and not _is_followed(analysis, block, colon=text[-1] == ":")
        ):
            yield Match(last)


def _is_followed(analysis: Analysis, block: int, *, colon: bool) -> bool:
    """Whether something other than copy stands after a block; after a colon a quotation will do as well."""
    blocks = analysis.blocks
    after = block + 1
    while after < len(blocks) and analysis.structure.roles[after] == "furniture":
        after += 1
    if _SHOWS.search(_between(analysis, block, after)):
        return True
    if after == len(blocks):
        return False
    text = blocks[after].text.strip()
    if analysis.structure.roles[after] in _EMBEDDED or not text:
        return True
    return colon and (text[0] in _QUOTES or not is_prose(text))


def _between(analysis: Analysis, block: int, after: int) -> str:
    """The source between two blocks: there a page has its pictures and players, which are no copy."""
    blocks = analysis.blocks
    start = blocks[block].pieces[-1].source_end
    end = blocks[after].pieces[0].source_start if after < len(blocks) and blocks[after].pieces else start + _LONGEST_TAG
    return analysis.document.source[start : min(max(start, end), start + _LONGEST_TAG)]


def _repeated_headlines(analysis: Analysis) -> Iterator[Match]:
    """A line that repeats the line before it: the headline that was pasted with the text."""
    roles = analysis.structure.roles
    for block in range(1, len(roles)):
        if roles[block - 1] not in _HEADLINES or roles[block] not in _HEADLINES or len(analysis.blocks[block].text) > _LONGEST_LINE:
            continue
        before, after = analysis.whole(block - 1), analysis.whole(block)
        one, other = (_spelt(analysis.blocks[place.block].text) for place in (before, after))
        if one == other and _FEWEST_WORDS <= len(one) < PARAGRAPH:
            yield Match(after, related=((before, "stands here first"),))


def _spelt(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


_HEADLINES = frozenset(("headline", "standfirst", "paragraph", "subheading"))

_FINDERS: dict[str, Callable[[Analysis], Iterator[Match]]] = {
    "missing-embed": _missing_embeds,
    "repeated-headline": _repeated_headlines,
    "duplicated-paragraph": duplicated_paragraphs,
    "duplicated-sentence": duplicated_sentences,
}

CHECK = Check(Options, run)
