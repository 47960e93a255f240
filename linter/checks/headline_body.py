"""The check `headline-body`: words that the headline quotes and the body has otherwise."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.analysis import Analysis, Scope
from linter.checks.check import Check
from linter.checks.wordings import Wording, wording
from linter.model.rule import Match
from linter.model.span import Place

_HEADS = frozenset(("headline", "seo-title", "social-title", "standfirst", "kicker"))
_SPEAKERS = frozenset(("i", "you", "we", "my", "your", "our", "me", "us"))
_PASSED_OVER = frozenset(("a", "an", "the", "and"))
_GAP = re.compile(r"\.{2,}|…|\[[^\]]{0,80}\]|\([^)]{0,80}\)|—|--")
_FEWEST_WORDS = 3
_LEAST_SHARE = 0.7
_MOST_ASTRAY = 4
_LONGEST_HEADLINE = 1000


class Options(NamedTuple):
    """There is nothing to set."""


def run(analysis: Analysis, scope: Scope, _options: Options) -> Iterator[Match]:
    """A match on each stretch of quoted words of a headline that the body quotes otherwise, with the body's words as fill `other`."""
    roles = analysis.structure.roles
    quoted = [quotation for quotation in analysis.quotations if roles[quotation.places[0].block] not in _HEADS]
    body: str | None = None
    others: list[Wording] = []
    for quotation in analysis.quotations:
        place = quotation.places[0]
        if not scope.holds(place) or len(analysis.blocks[place.block].text) > _LONGEST_HEADLINE:
            continue
        for part in _parts(analysis, place):
            said = _plain(wording(analysis, (part,)))
            if (
                len(said.words) < _FEWEST_WORDS
                or "*" in analysis.folded[part.block][part.start : part.end]
                or not (_is_double(analysis, place) or _SPEAKERS & set(said.words))
            ):
                continue
            if body is None:
                body = _body(analysis)
                others = [_plain(wording(analysis, other.places)) for other in quoted]
            if f" {' '.join(said.words)} " in body:
                continue
            near = _nearest(said, others)
            if near:
                other = analysis.blocks[near.block].text[near.start : near.end]
                yield Match(part, fills={"other": other}, related=((near, "stands here otherwise"),))


def _parts(analysis: Analysis, place: Place) -> Iterator[Place]:
    """What stands between the marks, cut where words are left out or put in."""
    text = analysis.blocks[place.block].text
    start = place.start + 1
    for gap in (*_GAP.finditer(text, start, place.end), None):
        end = gap.start() if gap else place.end - (text[place.end - 1] in "\"'”’")
        yield Place(place.block, start, max(start, end))
        start = gap.end() if gap else end


def _is_double(analysis: Analysis, place: Place) -> bool:
    return analysis.folded[place.block][place.start] == '"'


def _plain(said: Wording) -> Wording:
    kept = [(word, place) for word, place in zip(said.words, said.places, strict=True) if word not in _PASSED_OVER]
    return Wording(tuple(word for word, _ in kept), tuple(place for _, place in kept))


def _body(analysis: Analysis) -> str:
    """The words of everything but the heads, with a blank round each."""
    blocks = (block for block, role in enumerate(analysis.structure.roles) if role not in _HEADS)
    places = [Place(block, 0, len(analysis.blocks[block].text)) for block in blocks]
    return f" {' '.join(_plain(wording(analysis, places)).words)} "


def _nearest(said: Wording, others: list[Wording]) -> Place | None:
    """The words of a quotation that say nearly the same, in nearly as many words; not of one that is quoted only in part."""
    from difflib import SequenceMatcher

    wanted = set(said.words)
    best, best_size = None, _LEAST_SHARE * len(said.words)
    for other in others:
        if len(wanted.intersection(other.words)) < _LEAST_SHARE * len(wanted):
            continue
        runs = [run for run in SequenceMatcher(None, said.words, other.words, autojunk=False).get_matching_blocks() if run.size]
        size = sum(run.size for run in runs)
        first, last = runs[0].b, runs[-1].b + runs[-1].size - 1
        together = last + 1 - first <= len(said.words) + _MOST_ASTRAY and other.places[first].block == other.places[last].block
        cut = (runs[0].a and not runs[0].b) or (runs[-1].a + runs[-1].size < len(said.words) and last + 1 == len(other.words))
        if size >= best_size and size >= _FEWEST_WORDS - 1 and together and not cut:
            best, best_size = Place(other.places[first].block, other.places[first].start, other.places[last].end), size
    return best


CHECK = Check(Options, run, fills=("other",))
