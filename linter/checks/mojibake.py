"""The check `mojibake`: characters that were read in the wrong encoding, with what they were meant to be."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.analysis import Analysis, Scope
from linter.checks.check import Check
from linter.model.rule import Edit, Match
from linter.model.span import Place

_HIGH = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u0080-\u009f"
"""What the bytes from 80 to 9f are in Windows-1252 and in Latin-1."""

_RUN = re.compile(f"[\u00c2-\u00f4][\u00a0-\u00bf\u00c2-\u00f4{_HIGH}]{{1,15}}|[\u0080\u0082-\u0084\u0086-\u008c\u0091-\u009c\u009e\u009f]")
_LOST = re.compile("\ufffd{1,200}|ï¿½|\\?{5,200}|(?<=[a-z])\\?(?=(?:s|t|re|ve|ll|d|m)(?:[ .,;:]|$))|(?<!\\w)\u00e2(?= \\w)")
_LOST_SIGNS = ("?", "\ufffd", "ï¿½", "\u00e2 ")
_PUNCTUATION = frozenset("‘’“”–—…‹›•")
_LEADS = frozenset("ÂÃÄÅÎÏÐÑ")
"""With a mark of punctuation these are letters of Latin, Greek or Cyrillic; other capitals would be signs of phonetics."""

_CUT = "â€"
"""A closing quotation mark whose last byte is no sign of Windows-1252, and was dropped."""

_LONGEST = 4
"""So many bytes make one character of UTF-8."""


class Options(NamedTuple):
    """There is nothing to set."""


def run(analysis: Analysis, scope: Scope, _options: Options) -> Iterator[Match]:
    """A match for each broken place; variant `lost` where what it was cannot be told any more."""
    for block in scope.blocks:
        text = analysis.blocks[block].text
        broken = list(_broken(block, text)) if not text.isascii() else []
        for place, meant in broken:
            yield Match(place, fills={"replacement": meant}, edits=(Edit(place, meant),))
        if not any(sign in text for sign in _LOST_SIGNS):
            continue
        taken = {at for place, _ in broken for at in range(place.start, place.end)}
        for found in _LOST.finditer(text):
            if found.start() not in taken:
                yield Match(Place(block, found.start(), found.end()), variant="lost")


def _broken(block: int, text: str) -> Iterator[tuple[Place, str]]:
    """Each run of signs that is one character of UTF-8 read byte by byte, once or twice over, with that character.

    A control character is a sign of Windows-1252 that was read as Latin-1.
    """
    for found in _RUN.finditer(text):
        at = found.start()
        if found.group()[0] <= "\u009f":
            yield Place(block, at, at + 1), found.group()[0].encode("latin-1").decode("cp1252")
            continue
        while at < found.end():
            length, meant = _meant(text[at : found.end()], text[found.end() : found.end() + 1])
            if length:
                yield Place(block, at, at + length), meant
            at += length or 1


def _meant(run: str, after: str) -> tuple[int, str]:
    """How many signs at the start of a run are one broken character, and that character; 0 where none are."""
    first, once = _decoded(run, after)
    if not first:
        return (len(_CUT), "”") if run == _CUT else (0, "")
    length, twice = first, once
    while length < len(run) and len(twice) < _LONGEST:
        more, sign = _decoded(run[length:], after)
        if not more:
            break
        length, twice = length + more, twice + sign
        whole, meant = _decoded(twice, after)
        if whole == len(twice):
            return length, meant
    return first, once


def _decoded(run: str, after: str) -> tuple[int, str]:
    """How many signs at the start of a run are the bytes of one character, and that character; 0 where none are.

    Two signs may be a capital and a mark of punctuation that follows it: “CAFÉ”, “BEYONCÉ’S”; inside a word most are not.
    """
    for length in range(2, min(len(run), _LONGEST) + 1):
        try:
            meant = b"".join(map(_byte, run[:length])).decode("utf-8")
        except (UnicodeDecodeError, UnicodeEncodeError):
            continue
        if len(meant) != 1 or "\u0080" <= meant <= "\u009f":
            return 0, ""
        inside = (run[length : length + 1] or after).isalpha()
        marked = length == 2 and run[1] in _PUNCTUATION
        return (0, "") if marked and not (inside and run[0] in _LEADS) else (length, meant)
    return 0, ""


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")


CHECK = Check(Options, run, fills=("replacement",))
