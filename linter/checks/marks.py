"""The check `marks`: quotation marks that look the wrong way or cling to a word outside, and brackets that are opened or closed alone."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.analysis import Analysis, Scope
from linter.checks.check import Check
from linter.model.rule import Match
from linter.model.span import Place

_WRONG_WAY = re.compile(r"“(?<=[^\W\d_][.,!?…]“)(?=\s|$)|“(?<=[^\W\d_]“)(?=[\s.,]|$)|”(?<=\s”)(?=[^\W\d_])|“(?<=[a-z]“)(?=[^\W\d_])|”(?<=[.,!?a-z]”)(?=[A-Za-z]{2})")
_BRACKET = re.compile(r"[()]")
_NO_BRACKET = re.compile(r"(?:^|[\s(])(?:\w{1,3}|[:;=8xX]-?'?|<3)\)|[:;=]-?\(")
_ENDED = re.compile(r"[.!?…][\"'”’)]*\s*$")


class Options(NamedTuple):
    """`at` says what is looked at: `quotes` for their direction, `brackets` for their other half."""

    at: str


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match on each such mark, with the word it touches."""
    look = _brackets if options.at == "brackets" else _quotes
    for block in scope.blocks:
        text = analysis.blocks[block].text
        for at in look(text):
            place = _with_word(block, text, at)
            if scope.holds(place):
                yield Match(place)


def _quotes(text: str) -> Iterator[int]:
    if "„" not in text:
        yield from (found.start() for found in _WRONG_WAY.finditer(text))


def _brackets(text: str) -> Iterator[int]:
    """The bracket of a paragraph that has only one half of a pair; lists (“a)”) and faces have halves by right."""
    if ("(" in text or ")" in text) and _ENDED.search(text) and not _NO_BRACKET.search(text):
        marks = [found.start() for found in _BRACKET.finditer(text)]
        opened = [at for at in marks if text[at] == "("]
        if abs(2 * len(opened) - len(marks)) == 1:
            yield from _odd_one(text, marks)


def _odd_one(text: str, marks: list[int]) -> Iterator[int]:
    waiting: list[int] = []
    for at in marks:
        if text[at] == "(":
            waiting.append(at)
        elif waiting:
            waiting.pop()
        else:
            yield at
    yield from waiting


def _with_word(block: int, text: str, at: int) -> Place:
    """The mark and the letters that touch it."""
    start, end = at, at + 1
    while start > 0 and not text[start - 1].isspace() and at - start < 30:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - at < 30:
        end += 1
    return Place(block, start, end)


CHECK = Check(Options, run)
