"""The check `mojibake`: characters that were read in the wrong encoding, with what they were meant to be."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.analysis import Analysis, Scope
from linter.checks.check import Check
from linter.model.rule import Edit, Match
from linter.model.span import Place

_RUN = re.compile("[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}")
_LOST = re.compile("\ufffd{1,200}|(?<=\\w)\\?(?=s\\b)|\\?{5,200}|ï¿½|\u00e2(?= \\w|\u20ac)")


class Options(NamedTuple):
    """There is nothing to set."""


def run(analysis: Analysis, scope: Scope, _options: Options) -> Iterator[Match]:
    """A match for each broken place; variant `lost` where what it was cannot be told any more."""
    for block in scope.blocks:
        text = analysis.blocks[block].text
        if text.isascii() and "?" not in text:
            continue
        taken = 0
        for found in _RUN.finditer(text):
            meant = _meant(found.group())
            if meant:
                length = _length(found.group(), meant)
                place = Place(block, found.start(), found.start() + length)
                taken = place.end
                yield Match(place, fills={"replacement": meant}, edits=(Edit(place, meant),))
        for found in _LOST.finditer(text):
            if found.start() >= taken or not _RUN.match(text, found.start()):
                yield Match(Place(block, found.start(), found.end()), variant="lost")


def _meant(run: str) -> str | None:
    """The one character that a run of signs was in UTF-8, if it was read as Windows-1252 or Latin-1."""
    data = b"".join(_byte(sign) for sign in run)
    for length in range(len(data), 1, -1):
        try:
            meant = data[:length].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return meant if len(meant) == 1 else None
    return None


def _length(run: str, meant: str) -> int:
    return min(len(run), len(meant.encode("utf-8")))


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1", "replace")


CHECK = Check(Options, run, fills=("replacement",))
