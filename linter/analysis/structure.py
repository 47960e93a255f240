"""The structure of an article: the role and the form of each block by its place and neighbours, and the genre."""

import re
from typing import NamedTuple

from linter.model.document import Block
from linter.resources import words

_PROSE_WORDS = 12
_LINE = 160
_HEAD = 4
"""The headline is looked for among so many blocks at the top."""

_STOP = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")
_PERSON = r"[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|de|van|von|al|bin|and|,)){0,9}"
_FORMS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("furniture", "separator", re.compile(r"[\W_]+$")),
    ("furniture", "end-mark", re.compile(r"(?:ends?|-30-|#{3,}|\(end\))[.]?$", re.IGNORECASE)),
    ("byline", "contributor", re.compile(r"\W{0,5}(?:\w+ )?(?:additional )?(?:reporting|writing|editing|compiled|edited) (?:and \w+ )?by:? ", re.IGNORECASE)),
    ("byline", "byline", re.compile(rf"(?:[Bb]y|BY|(?:As )?[Ww]ritten [Bb]y):? {_PERSON}(?:,? .{{0,40}})?$")),
    ("dateline", "time-line", re.compile(r"\W{0,5}(?:published|updated|posted|last modified)?\W{0,5}(?:on |at )?[\w,]{0,10} ?\d{1,2}[-/. ](?:\d{1,2}|\w{3,9})[-/., ]{1,2}\d{2,4}.{0,24}$", re.IGNORECASE)),
    ("other", "update-note", re.compile(r"\W{0,5}(?:update[ds]?|correction|clarification|editor'?’?s'? note)\b.{0,12}:|this (?:post|story|article|report) (?:has been|was) (?:updated|corrected)", re.IGNORECASE)),
    ("furniture", "related-link", re.compile(r"\W{0,5}(?:read more|see also|also read|related(?: \w+)?|more)\W{0,5}:", re.IGNORECASE)),
)  # fmt: skip
_TWEET = re.compile(r"pic\.twitter\.com/|[—–-] .{1,60}\(@\w{1,30}\)")
_LABEL = re.compile(r"(?:[A-Z][A-Z.'’ -]{2,30}|Q|A)(?: \([^)]{1,30}\))?: ")
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I’m|I've|I’ve|my|me)\b")
_OPINION_SHARE = 0.012
_TRANSCRIPT_SHARE = 0.4
_FEWEST_LABELS = 4


class Structure(NamedTuple):
    """`roles` and `forms` have one item a block; a form is None where the role says it all.

    `genre` is news, opinion or transcript.
    """

    genre: str
    roles: tuple[str, ...]
    forms: tuple[str | None, ...]


def find_structure(blocks: tuple[Block, ...]) -> Structure:
    """The structure of a document's blocks: a reader's own roles stay, those it could not know are found."""
    texts = [block.text.strip() for block in blocks]
    roles: list[str] = [block.role for block in blocks]
    forms: list[str | None] = [None] * len(blocks)
    prose = [is_prose(text) for text in texts]
    _head(texts, prose, roles, forms)
    for index, text in enumerate(texts):
        if roles[index] != "paragraph":
            continue
        role, form = _by_form(text)
        if role is None and not prose[index] and _is_subheading(index, texts, prose):
            role = "subheading"
        if role is not None:
            roles[index], forms[index] = role, form
    return Structure(_genre(texts, roles), tuple(roles), tuple(forms))


def is_prose(text: str) -> bool:
    """Whether a block is running copy: a sentence or more, not a line of a page."""
    length = len(text.split(maxsplit=2 * _PROSE_WORDS))
    return length >= 2 * _PROSE_WORDS or (length >= _PROSE_WORDS and _STOP.search(text[-_LINE:]) is not None)


def _head(texts: list[str], prose: list[bool], roles: list[str], forms: list[str | None]) -> None:
    """A site's name and tagline above the headline: then the first line is not the headline."""
    if not roles or roles[0] != "headline":
        return
    body = next((index for index in range(1, len(texts)) if prose[index]), 0)
    above = [index for index in range(1, min(body, _HEAD)) if roles[index] == "paragraph" and not _by_form(texts[index])[0]]
    if not above or not _names_a_medium(texts[0]):
        return
    headline = max(above, key=lambda index: len(texts[index].split()))
    if len(texts[headline].split()) <= max(len(texts[0].split()), 4):
        return
    roles[headline] = "headline"
    for index in range(headline):
        roles[index] = "furniture"
        forms[index] = "tagline" if index else "masthead"


def _names_a_medium(text: str) -> bool:
    items = text.split()
    named = len(items) <= 5 and all(item[0].isupper() or item in ("of", "and", "the", "&") for item in items)
    return named and not _STOP.search(text[-_LINE:]) and any(item.strip(",").title() in words("media-words") or item == "TV" for item in items)


def _by_form(text: str) -> tuple[str | None, str | None]:
    """The role and the form of a line by how it is written; of a long block only its ends are looked at."""
    for role, form, pattern in _FORMS:
        if (len(text) <= _LINE or form in ("related-link", "update-note")) and pattern.match(text[:_LINE]):
            return role, form
    if _TWEET.search(text[-_LINE:]):
        return "blockquote", "tweet"
    return None, None


def _is_subheading(index: int, texts: list[str], prose: list[bool]) -> bool:
    text = texts[index]
    return index > 0 and index + 1 < len(texts) and prose[index + 1] and len(text.split()) <= 9 and not _STOP.search(text[-_LINE:])


def _genre(texts: list[str], roles: list[str]) -> str:
    labelled = sum(_LABEL.match(text) is not None for text in texts)
    if labelled >= _FEWEST_LABELS and labelled >= _TRANSCRIPT_SHARE * len(texts):
        return "transcript"
    body = " ".join(text for text, role in zip(texts, roles, strict=True) if role == "paragraph")
    told = re.sub(r"“[^”]{0,2000}[”]?|\"[^\"]{0,2000}\"?", " ", body)
    length = len(told.split())
    first = len(_FIRST_PERSON.findall(told))
    return "opinion" if first > 3 and first > _OPINION_SHARE * length else "news"
