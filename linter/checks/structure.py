"""The check `structure`: what stands wrong in the build of an article, which only its neighbours show."""

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.structure import is_prose
from linter.checks.check import Check
from linter.model.rule import Match
from linter.model.span import Place

_STOP = re.compile(r"[.!?:;…,][\"'”’)\]]*$")
_ANNOUNCES = re.compile(
    r"(?:below|here(?:’s|'s| is| are)?|following|watch|see|listen|check out)\b[^.!?]{0,80}\b"
    r"(?:video|clip|picture|photo|photos|image|tweet|post|trailer|footage|audio|gallery|interview|teaser)[^.!?:]{0,60}:$|"
    r"\b(?:video|clip|picture|photo|photos|image|tweet|trailer|footage|audio|gallery|interview|teaser)s?\b[^.!?:]{0,40}\bbelow:?$",
    re.IGNORECASE,
)
_FEWEST_WORDS, _MOST_WORDS = 7, 18
_DUPLICATE_PARAGRAPH, _DUPLICATE_SENTENCE = 20, 12


class Options(NamedTuple):
    """`find` says what is looked for; `allow` holds texts of blocks that a house leaves in."""

    find: Literal["site-name", "bare-link", "missing-embed", "duplicated-paragraph", "duplicated-sentence"]
    allow: tuple[str, ...] = ()


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match on each block or sentence that stands wrong."""
    allowed = {text.casefold() for text in options.allow}
    for match in _FINDERS[options.find](analysis):
        text = analysis.blocks[match.place.block].text
        if scope.holds(match.place) and text[match.place.start : match.place.end].casefold() not in allowed:
            yield match


def _whole(analysis: Analysis, block: int) -> Place:
    text = analysis.blocks[block].text
    return Place(block, len(text) - len(text.lstrip()), len(text.rstrip()))


def _site_names(analysis: Analysis) -> Iterator[Match]:
    for block, form in enumerate(analysis.structure.forms):
        if form in ("masthead", "tagline"):
            yield Match(_whole(analysis, block))


def _bare_links(analysis: Analysis) -> Iterator[Match]:
    """A line like a headline between paragraphs of prose, no stop at its end, too long for a subheading."""
    texts = [block.text.strip() for block in analysis.blocks]
    roles = analysis.structure.roles
    prose = [is_prose(text) and _STOP.search(text[-80:]) is not None for text in texts]
    if sum(prose) < 3 or analysis.structure.genre == "transcript":
        return
    links = [_like_a_link(text) for text in texts]
    follows = _after_prose(links, prose)
    leads = _after_prose(links[::-1], prose[::-1])[::-1]
    for block in range(2, len(texts)):
        if roles[block] in ("paragraph", "subheading") and links[block] and follows[block] and leads[block]:
            yield Match(_whole(analysis, block))


def _after_prose(links: list[bool], prose: list[bool]) -> list[bool]:
    """For each block whether prose stands before it, with nothing but lines like links between."""
    found, last = [], False
    for link, running in zip(links, prose, strict=True):
        found.append(last)
        if not link:
            last = running
    return found


def _like_a_link(text: str) -> bool:
    items = text.split()
    if not _FEWEST_WORDS <= len(items) <= _MOST_WORDS or _STOP.search(text[-80:]) or not text[0].isupper():
        return False
    if any(mark in text for mark in ("http", "@", "|", "…", "...", "“", '"', " – ", " - ", " — ", ",")) or text[-1].isdigit():
        return False
    return not text.isupper() and not items[0].rstrip(".)").isdigit()


def _missing_embeds(analysis: Analysis) -> Iterator[Match]:
    texts = [block.text.strip() for block in analysis.blocks]
    for block, text in enumerate(texts):
        after = texts[block + 1] if block + 1 < len(texts) else ""
        last = analysis.sentences[block][-1] if analysis.sentences[block] else None
        if last is None or not text.endswith((":", "below", "below.")) or not _ANNOUNCES.search(text[max(0, len(text) - 300) :]):
            continue
        if block + 1 == len(texts) or (is_prose(after) and after[0] not in "“\"‘'"):
            yield Match(last)


def _duplicated_paragraphs(analysis: Analysis) -> Iterator[Match]:
    first: dict[tuple[str, ...], Place] = {}
    for block, content in enumerate(analysis.words):
        if len(content) < _DUPLICATE_PARAGRAPH or analysis.structure.forms[block] == "tweet":
            continue
        place = _whole(analysis, block)
        key = tuple(word.text.lower() for word in content)
        if key in first:
            yield Match(place, related=((first[key], "stands here first"),))
        else:
            first[key] = place


def _duplicated_sentences(analysis: Analysis) -> Iterator[Match]:
    first: dict[tuple[str, ...], Place] = {}
    doubled = {match.place.block for match in _duplicated_paragraphs(analysis)}
    if analysis.structure.genre == "transcript":
        return
    for block, sentences in enumerate(analysis.sentences):
        if block in doubled or analysis.structure.roles[block] != "paragraph":
            continue
        for sentence in sentences:
            key = tuple(word.text.lower() for word in analysis.words_in(sentence))
            if len(key) < _DUPLICATE_SENTENCE:
                continue
            if key in first:
                yield Match(sentence, related=((first[key], "stands here first"),))
            else:
                first[key] = sentence


_FINDERS: dict[str, Callable[[Analysis], Iterator[Match]]] = {
    "site-name": _site_names,
    "bare-link": _bare_links,
    "missing-embed": _missing_embeds,
    "duplicated-paragraph": _duplicated_paragraphs,
    "duplicated-sentence": _duplicated_sentences,
}

CHECK = Check(Options, run)
