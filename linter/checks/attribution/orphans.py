"""Quotations whose speaker nobody can find in the article."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.analysis import Analysis, Scope
from linter.analysis.attributions import Line
from linter.model.rule import Match
from linter.model.span import Place

_FEWEST_WORDS = 6


def find_orphans(analysis: Analysis, scope: Scope) -> Iterator[Match]:
    """A match on each quotation that fills its paragraph and for which the paragraphs round it name no speaker."""
    lines = analysis.lines
    paragraphs = [block for block in scope.blocks if analysis.structure.roles[block] == "paragraph" and lines[block]]
    for number, block in enumerate(paragraphs):
        if not _only_quotes(lines[block]) or (number and _introduces(lines[paragraphs[number - 1]])):
            continue
        near = [paragraphs[at] for at in (number - 2, number - 1, number + 1) if 0 <= at < len(paragraphs)]
        if not near or any(_may_speak(line) for at in near for line in lines[at]):
            continue
        first, last = lines[block][0].told.place, lines[block][-1].told.place
        if len(analysis.words_in(Place(block, first.start, last.end))) < _FEWEST_WORDS or _named_around(analysis, block):
            continue
        if not any(speaker for at in (block, *near) for speaker in analysis.attributions.speakers[at]):
            yield Match(Place(block, first.start, last.end))


def _only_quotes(paragraph: Sequence[Line]) -> bool:
    """Whether a paragraph holds nothing but quoted sentences."""
    text = paragraph[0].told.text.rstrip()
    return all(not line.told.lows and line.told.quoted for line in paragraph) and text[-1:] == '"' and text[-2:-1] in (".", "!", "?", ",")


def _introduces(paragraph: Sequence[Line]) -> bool:
    """Whether a paragraph leads up to a speaker: its last sentence has a full name, or it is a mere line of a list."""
    tokens = paragraph[-1].told.tokens
    named = any(first.capital and second.capital and first.end + 1 == second.start for first, second in pairwise(tokens))
    return named or sum(len(line.told.lows) for line in paragraph) < _FEWEST_WORDS


def _may_speak(line: Line) -> bool:
    """Whether somebody may be speaking whoever it is: there is a quotation, or a colon at the end."""
    return bool(line.told.quoted) or line.told.text.endswith(":", line.told.place.start, line.told.place.end)


def _named_around(analysis: Analysis, block: int) -> bool:
    """Whether a line that is no copy stands next to a paragraph: it may be the signature of a quotation that is set off."""
    roles = analysis.structure.roles
    return any(0 <= at < len(roles) and roles[at] != "paragraph" for at in (block - 1, block + 1))
