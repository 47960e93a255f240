"""The check `marks`: quotation marks that look the wrong way or cling to a word outside, and brackets that are opened or closed alone."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.analysis import Analysis, Scope
from linter.checks.check import Check
from linter.model.rule import Match
from linter.model.span import Place

_WRONG_WAY = re.compile(r"“(?<=[^\W\d_][.,!?…]“)(?=\s|$)|“(?<=[^\W\d_]“)(?=[\s.,]|$)|”(?<=\s”)(?=[^\W\d_])")
_CLINGS = re.compile(r"“(?<=[a-z]“)(?=[^\W\d_])|”(?<=[.,!?a-z]”)(?=[A-Za-z]{2})")
_BRACKET = re.compile(r"[()]")
_NO_BRACKET = re.compile(r"(?:^|[\s(])(?:\w{1,3}|[:;=8xX]-?'?|<3)\)|[:;=]-?\(")
_OPENS_SENTENCE = re.compile(r"^\s*$|[.!?:][\"'”’]?\s+$")
_ENDED = re.compile(r"[.!?…][\"'”’)]*\s*$")


class Options(NamedTuple):
    """`at` says what is looked at: `quotes` for their direction, `brackets` for their other half."""

    at: str


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match on each such mark, with the letters it touches; where it clings to a word outside, on that word."""
    look = _brackets if options.at == "brackets" else _quotes
    for block in scope.blocks:
        for start, end in look(analysis.blocks[block].text):
            place = Place(block, start, end)
            if scope.holds(place):
                yield Match(place)


def _quotes(text: str) -> Iterator[tuple[int, int]]:
    if "„" in text:
        return
    for found in _WRONG_WAY.finditer(text):
        yield _left(text, found.start()), _right(text, found.end())
    for found in _CLINGS.finditer(text):
        at = found.start()
        yield (_left(text, at), at) if found.group() == "“" else (at + 1, _right(text, at + 1))


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """The bracket of a paragraph that has only one half of a pair; lists (“a)”) and faces have halves by right."""
    if ("(" in text or ")" in text) and _ENDED.search(text) and not _NO_BRACKET.search(text):
        marks = [found.start() for found in _BRACKET.finditer(text)]
        opened = [at for at in marks if text[at] == "("]
        if abs(2 * len(opened) - len(marks)) == 1:
            yield from ((_left(text, at), _right(text, at + 1)) for at in _odd_one(text, marks))


def _odd_one(text: str, marks: list[int]) -> Iterator[int]:
    """The halves that are alone. One that opens a sentence may well close in another paragraph."""
    waiting: list[int] = []
    for at in marks:
        if text[at] == "(":
            waiting.append(at)
        elif waiting:
            waiting.pop()
        elif text[at - 1 : at].isalnum():
            yield at
    yield from (at for at in waiting if not _OPENS_SENTENCE.search(text[max(0, at - 3) : at]))


def _left(text: str, at: int) -> int:
    """Where what touches a mark from before begins, at most thirty characters away."""
    before = text[max(0, at - 30) : at]
    return at - len(before.split()[-1]) if before[-1:].strip() else at


def _right(text: str, at: int) -> int:
    """Where what touches a mark from behind ends, at most thirty characters away."""
    after = text[at : at + 30]
    return at + len(after.split()[0]) if after[:1].strip() else at


CHECK = Check(Options, run)
