"""The check `quotes`: double marks without a partner or inside their like, and one quotation in two wordings."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.quotes import Quotation
from linter.checks.check import Check
from linter.checks.wordings import Wording, difference, wording
from linter.model.rule import Match
from linter.model.span import Place

_DOUBLE = re.compile('["“”]')
_CURLY = re.compile("[“”‘’]")
_STRAIGHT = re.compile(r"(?<!\d)[\"']")
_TURNED = re.compile(r"[^\s(\[–—-]“(?=[\s.,]|$)|\s”(?=\w)")
"""A mark that looks the wrong way has a rule of its own, and its partner is not missing."""

_MEASURE = re.compile(r"\d ?$")
_TOLD = re.compile(r"\b(?:said|says|told|added|asked|wrote|tweeted|explained|noted|continued)\b")
_NEAR, _WORDS_SHOWN = 80, 5
_SHORTEST, _MOST_WORDS = 50, 200
_SHINGLE = 3
_MOST_PARTNERS = 4
_COPY = ("paragraph", "standfirst", "caption", "list-item")


class Options(NamedTuple):
    """`find` says what is looked for."""

    find: Literal["unpaired", "nested", "two-wordings", "mixed-marks"]


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match on each mark that has no partner, or stands in its like, or on a quotation that stands otherwise before."""
    yield from (match for match in _FINDERS[options.find](analysis) if scope.holds(match.place))


def _unpaired(analysis: Analysis) -> Iterator[Match]:
    """One a block, for one lost mark throws off those after it; variant `closing` for a mark that closes what nothing opened."""
    for block, _nested, opening, closing in _loose_marks(analysis):
        text = analysis.blocks[block].text
        first = min((*opening, *closing), default=None)
        if first in opening:
            yield Match(Place(block, first, first + 1), fills={"near": _first_words(text, first)})
        elif first is not None:
            yield Match(Place(block, first, first + 1), variant="closing", fills={"near": _last_words(text, first)})


def _nested(analysis: Analysis) -> Iterator[Match]:
    for block, nested, _opening, _closing in _loose_marks(analysis):
        text = analysis.blocks[block].text
        for at in nested:
            yield Match(Place(block, at, at + 1), fills={"near": _first_words(text, at)})


def _first_words(text: str, at: int) -> str:
    return " ".join(text[at + 1 : at + _NEAR].split()[:_WORDS_SHOWN])


def _last_words(text: str, at: int) -> str:
    return " ".join(text[max(0, at - _NEAR) : at].split()[-_WORDS_SHOWN:])


class _Marks(NamedTuple):
    """The double marks of one block that do not simply pair, by where they stand."""

    block: int
    nested: list[int]
    opening: list[int]
    closing: list[int]


def _loose_marks(analysis: Analysis) -> Iterator[_Marks]:
    last = (quotation.places[-1] for quotation in analysis.quotations if not quotation.closed)
    unclosed = {place for place in last if not _goes_on(analysis, place.block)}
    suspect = {place.block for place in unclosed}
    for block, text in enumerate(analysis.folded):
        double = sum(text[start] == '"' for start, _ in analysis.quoted[block])
        odd = text.count('"') != 2 * double or block in suspect
        if odd and '="' not in text and not _TURNED.search(analysis.blocks[block].text):
            yield _loose_in(analysis, block, unclosed)


def _loose_in(analysis: Analysis, block: int, unclosed: set[Place]) -> _Marks:
    """A mark inside a quotation has its partner after the quotation's end, or else the quotation was never closed."""
    text = analysis.blocks[block].text
    stretches = analysis.quoted[block]
    closing = deque(at for at in _outside(text, stretches) if text[at] != "“" and not _MEASURE.search(text[max(0, at - 2) : at]))
    opening, nested, passed = [], [], []
    for start, end in stretches:
        while closing and closing[0] < end:
            passed.append(closing.popleft())
        inner = _DOUBLE.search(text, start + 1, end - 1) if text[start] in '"“' else None
        if inner and inner.group() == text[start] and closing:
            nested.append(inner.start())
            closing.popleft()
        elif (inner and not _opens_paragraph(text, start, inner.start())) or (not inner and Place(block, start, end) in unclosed):
            opening.append(start)
    return _Marks(block, nested, opening, [*passed, *closing])


def _outside(text: str, stretches: tuple[tuple[int, int], ...]) -> list[int]:
    """Where double marks stand that no quotation holds."""
    taken = {at for start, end in stretches for at in range(start, end)}
    return [found.start() for found in _DOUBLE.finditer(text) if found.start() not in taken]


def _opens_paragraph(text: str, start: int, inner: int) -> bool:
    """Whether a mark inside a quotation looks like the beginning of its next paragraph, whose line end was lost."""
    return text[:inner].rstrip()[-1:] in ".!?…" and not _TOLD.search(text, start, inner)


def _goes_on(analysis: Analysis, block: int) -> bool:
    """Whether the next paragraph begins with a mark: then the quotation of this one need not close."""
    if analysis.structure.roles[block] not in _COPY:
        return False
    for after in range(block + 1, len(analysis.blocks)):
        text = analysis.folded[after].strip()
        if text and analysis.structure.roles[after] in _COPY:
            return text[0] == '"'
    return False


def _two_wordings(analysis: Analysis) -> Iterator[Match]:
    """Pairs are looked for among quotations that share runs of words; the few with the most in common are compared."""
    if analysis.structure.genre == "transcript":
        return
    long = [quotation for quotation in analysis.quotations if _is_long(analysis, quotation)]
    seen: list[Wording] = []
    shingles: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for quotation in long if len(long) > 1 else ():
        said = wording(analysis, quotation.places)
        if len(said.words) > _MOST_WORDS:
            continue
        keys = [said.words[at : at + _SHINGLE] for at in range(len(said.words) - _SHINGLE + 1)]
        shared = Counter(index for key in keys for index in shingles[key][:_MOST_PARTNERS])
        for index, _ in shared.most_common(_MOST_PARTNERS):
            changed = difference(analysis, seen[index], said)
            if changed:
                there = changed.there
                other = analysis.blocks[there.block].text[there.start : there.end]
                yield Match(changed.here, fills={"other": other}, related=((there, "stands here otherwise"),))
                break
        for key in keys:
            shingles[key].append(len(seen))
        seen.append(said)


def _is_long(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether a quotation in the copy is long enough to be compared, and no question, which may be put twice.

    One with double marks inside double marks may be two.
    """
    texts = [analysis.folded[place.block][place.start : place.end] for place in quotation.places]
    if not quotation.closed or sum(map(len, texts)) < _SHORTEST or analysis.structure.roles[quotation.places[0].block] != "paragraph":
        return False
    return not any("?" in text or (text[0] == '"' and '"' in text[1:-1]) for text in texts)


def _mixed_marks(analysis: Analysis) -> Iterator[Match]:
    """One an article, at the first mark of the kind that is rarer."""
    curly, straight = [], []
    for block, found in enumerate(analysis.blocks):
        curly += [Place(block, mark.start(), mark.end()) for mark in _CURLY.finditer(found.text)]
        straight += [Place(block, mark.start(), mark.end()) for mark in _STRAIGHT.finditer(found.text)]
    if curly and straight:
        fills = {"count": str(len(curly)), "other_count": str(len(straight))}
        yield Match(min(curly, straight, key=len)[0], fills=fills)


_FINDERS: dict[str, Callable[[Analysis], Iterator[Match]]] = {
    "unpaired": _unpaired,
    "nested": _nested,
    "two-wordings": _two_wordings,
    "mixed-marks": _mixed_marks,
}

CHECK = Check(Options, run, fills=("near", "other", "count", "other_count"))
