"""When a source is named after all: in the sentence, or near it."""

from collections.abc import Sequence

from linter.analysis.attributions import Line
from linter.analysis.attributions.clauses import Clause
from linter.analysis.attributions.lexicon import DETERMINERS, PRONOUNS
from linter.analysis.attributions.told import Told
from linter.resources import words as listed

NUMBERS = frozenset("two three four five six seven eight nine ten dozen dozens hundreds thousands both percent".split())

_TO_MEDIUM = frozenset("told tells telling".split())
_GAP, _REMEMBERED = 3, 12
"""How many blocks that are no copy may lie between paragraphs; how many sentences of a neighbour are looked at."""


def is_named(line: Line, at: int, kind: str) -> bool:
    """Whether the sentence names who says what stands at a token: a person, a body, a medium, a court."""
    told = line.told
    if any(low in _TO_MEDIUM and at_capital(told, index + 1) for index, low in enumerate(told.lows)):
        return True
    return any(_names(told, clause, at, kind) for clause in line.clauses)


def at_capital(told: Told, index: int) -> bool:
    """Whether a name stands at a token, an article left out."""
    if told.low(index) in ("the", "a"):
        index += 1
    return index < len(told.lows) and told.capitals[index]


def _names(told: Told, clause: Clause, at: int, kind: str) -> bool:
    """Whether a clause names a source and governs what stands at a token."""
    if clause.source is None or clause.kind not in ("according", "saying", "showing"):
        return False
    first, last = tokens_in(told, clause.source)
    cue = tokens_in(told, clause.cue)[0]
    if first <= at <= max(last, cue) and cue > last or cue <= at <= last:
        return False
    if kind == "adverb" and abs(cue - at) <= 1 and clause.kind != "according":
        return False
    if (
        kind in ("adverb", "passive")
        and cue < at
        and clause.kind != "according"
        and not told.after(cue).startswith(",")
        and any("," in told.gap(n) for n in range(cue + 1, at + 1))
    ):
        return False
    if clause.head in PRONOUNS:
        return clause.head in ("he", "she", "i", "we")
    return any(token.capital and token.start > told.place.start + 1 or clause.head == "" for token in told.tokens[first : last + 1]) or clause.head in listed(
        "source-roles"
    )


def _near(lines: Sequence[Sequence[Line]], block: int, position: int) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines before and after one, in its paragraph and in the neighbouring ones; of long paragraphs so many as a reader remembers."""
    spoken = [at for at in range(max(0, block - _GAP), min(block + _GAP + 1, len(lines))) if lines[at]]
    here = spoken.index(block)
    before = lines[spoken[here - 1]][-_REMEMBERED:] if here else ()
    after = lines[spoken[here + 1]][:_REMEMBERED] if here + 1 < len(spoken) else ()
    paragraph = lines[block]
    return (
        (*before, *paragraph[max(0, position - _REMEMBERED) : position + 1]),
        (*paragraph[position + 1 : position + 1 + _REMEMBERED], *after),
    )


def member_near(lines: Sequence[Sequence[Line]], block: int, position: int, head: str) -> bool:
    """Whether a group has a place or a member near: in its paragraph, the one before or the one after."""
    before, after = _near(lines, block, position)
    return any(_placed(line, head) for line in before) or any(_is_member(line, head) for line in after)


def _placed(line: Line, head: str) -> bool:
    """Whether a sentence has the same group with a number, a name or a place."""
    told = line.told
    for clause in line.clauses:
        if clause.source and clause.head == head:
            first, last = tokens_in(told, clause.source)
            tokens = told.tokens[first : last + 1]
            if any(token.capital and token.start > told.place.start + 1 or token.low in NUMBERS or token.low in ("of", "at", "from", "in") for token in tokens):
                return True
    return False


def _is_member(line: Line, head: str) -> bool:
    """Whether somebody speaks by full name in a sentence that calls him or her one of the group."""
    told = line.told
    roles = {head.removesuffix("s")} | (listed("expert-roles") if head in listed("expert-groups") else frozenset())
    named = any(
        clause.source and not clause.head and sum(token.capital for token in told.tokens[slice(*_reach(told, clause.source))]) >= 2
        for clause in line.clauses
        if clause.kind in ("according", "saying", "showing", "thinking")
    )
    return named and (not roles.isdisjoint(told.lows) or head not in listed("expert-groups"))


def _reach(told: Told, offsets: tuple[int, int]) -> tuple[int, int]:
    first, last = tokens_in(told, offsets)
    return first, last + 1


def speaks_of_poll(told: Told, first: int, last: int) -> bool:
    return any(told.low(at) in listed("report-kinds") for at in range(first, last + 1))


def report_near(lines: Sequence[Sequence[Line]], block: int, position: int) -> bool:
    """Whether a poll or a study is named in the paragraph or a neighbouring one."""
    near = (line.told for part in _near(lines, block, position) for line in part)
    kinds = listed("report-kinds")
    return any(_names_report(told, index) for told in near for index, low in enumerate(told.lows) if low in kinds)


def _names_report(told: Told, index: int) -> bool:
    before = [told.tokens[at] for at in range(max(0, index - 3), index) if not told.gap(at + 1).strip()]
    if any(token.capital and token.low not in DETERMINERS and token.start > told.place.start + 1 for token in before):
        return True
    return told.low(index + 1) in ("by", "from", "of", "in") and at_capital(told, index + 2)


def tokens_in(told: Told, offsets: tuple[int, int]) -> tuple[int, int]:
    """The indices of the first and the last token in a stretch."""
    inside = [index for index, word in enumerate(told.words) if offsets[0] <= word[1] < offsets[1]]
    return (inside[0], inside[-1]) if inside else (0, 0)
