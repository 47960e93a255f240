"""The check `headline`: what is wrong with a headline by itself, or beside its standfirst."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.text import lower
from linter.checks.check import Check
from linter.model.rule import Match
from linter.model.span import Place
from linter.resources import words as listed

_SHORTEST = 4
_FEWEST_BLOCKS = 3


class Options(NamedTuple):
    """`find` says what is looked for; `allow` holds words that are left alone."""

    find: Literal["missing", "same-as-standfirst", "repeated-word", "title-case", "sentence-case", "all-capitals"]
    allow: tuple[str, ...] = ()


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match on a word of a headline, on the headline, or on the first block of an article that has none."""
    yield from (match for match in _FINDERS[options.find](analysis, scope, options) if match.place.block in scope.blocks)


def _whole(analysis: Analysis, block: int) -> Place:
    return Place(block, 0, len(analysis.blocks[block].text))


def _missing(analysis: Analysis, scope: Scope, _options: Options) -> Iterator[Match]:
    if "headline" not in analysis.structure.roles and len(analysis.blocks) >= _FEWEST_BLOCKS and scope.blocks:
        yield Match(_whole(analysis, scope.blocks[0]))


def _same(analysis: Analysis, scope: Scope, _options: Options) -> Iterator[Match]:
    heads = {_plain(analysis, block): block for block, role in enumerate(analysis.structure.roles) if role == "headline"}
    for block in scope.blocks:
        first = heads.get(_plain(analysis, block))
        if first is not None and first != block:
            yield Match(_whole(analysis, block), related=((_whole(analysis, first), "the headline"),))


def _plain(analysis: Analysis, block: int) -> tuple[str, ...]:
    return tuple(lower(word.text) for word in analysis.words[block])


def _repeated(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    for block in scope.blocks:
        seen: dict[str, Place] = {}
        for word in analysis.words[block]:
            place, text = Place(block, word.start, word.end), lower(word.text)
            if len(text) < _SHORTEST or text in options.allow or text in listed("frequent-english"):
                continue
            if text in seen:
                yield Match(place, related=((seen[text], "stands here first"),))
            seen.setdefault(text, place)


def _title_case(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A word of four letters or more that begins small."""
    for place, text in _inner(analysis, scope, options):
        if text[0].islower() and len(text) >= _SHORTEST:
            yield Match(place, fills={"replacement": text[0].upper() + text[1:]})


def _sentence_case(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A frequent word, which is no name, that begins with a capital."""
    for place, text in _inner(analysis, scope, options):
        if text.istitle() and text.isalpha() and text.lower() in listed("frequent-english"):
            yield Match(place, fills={"replacement": text.lower()})


def _all_capitals(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    for place, text in _inner(analysis, scope, options):
        if text.isupper() and text.isalpha() and text.lower() in listed("common-words"):
            yield Match(place)


def _inner(analysis: Analysis, scope: Scope, options: Options) -> Iterator[tuple[Place, str]]:
    """The words of the scope but the first of each block, and those that follow a colon."""
    for block in scope.blocks:
        text = analysis.folded[block]
        for word in analysis.words[block][1:]:
            opens = text[: word.start].rstrip(" \"'(")[-1:] in (":", "-", "–", "—", "?", "!", ".")
            if not opens and lower(word.text) not in options.allow:
                yield Place(block, word.start, word.end), word.text


_FINDERS: dict[str, Callable[[Analysis, Scope, Options], Iterator[Match]]] = {
    "missing": _missing,
    "same-as-standfirst": _same,
    "repeated-word": _repeated,
    "title-case": _title_case,
    "sentence-case": _sentence_case,
    "all-capitals": _all_capitals,
}

CHECK = Check(Options, run, fills=("replacement",))
