"""The structure of an article: the role and the form of each block by its place, form and neighbours, and the genre."""

import re
from typing import NamedTuple

from linter.analysis.structure.forms import by_writing, is_link_cue
from linter.analysis.structure.genre import find_genre
from linter.analysis.structure.lines import is_finished, is_named, is_prose, is_stopped, is_title_case, label
from linter.model.document import Block
from linter.resources import words

__all__ = ["Structure", "find_structure", "is_prose"]

_HEAD = 4
"""The headline is looked for among so many blocks at the top."""

_LONGEST_ITEM = 10
_SHORTEST_LIST = 3
_LONGEST_SUBHEADING = 9
_SHORTEST_LINK, _LONGEST_LINK = 7, 24
_LONGEST_TITLE = 10
"""Where some headings are Written Like This, longer ones of so many words may be headings too."""

_NEAR = 4
"""So many blocks away prose counts as a line's neighbour."""

_MANY_HEADINGS = 4
_MANY_FIGURES = 3
_MANY_COMMAS = 2
_SHORTEST_NEWS, _FEWEST_NAMES = 8, 3
_GOING_ON = frozenset(
    "and but so or that that's that’s this it it's it’s he she they we you i now then there here still yet also of with for in on at as if when while".split()
)
_FEWEST_PROSE = 3
"""An article has so many paragraphs of prose before a line between them can be told to be a stray one."""

_ODD_BLANK = re.compile(r"[^\S ]")
_SAYS_WHEN = re.compile(r"\W{0,5}(?:published|updated|posted|last)\b", re.IGNORECASE)
_ITEMISED = re.compile(r" [-–—] |\((?!exclusive)|, |\d$", re.IGNORECASE)
"""What the items of a list have, and headlines hardly."""


class Structure(NamedTuple):
    """`roles` and `forms` have one item a block; a form is None where the role says it all.

    `genre` is news, opinion or transcript.
    """

    genre: str
    roles: tuple[str, ...]
    forms: tuple[str | None, ...]


def find_structure(blocks: tuple[Block, ...]) -> Structure:
    """The structure of a document's blocks: a reader's own roles stay, those it could not know are found."""
    texts = [block.text if block.text.isascii() else _ODD_BLANK.sub(" ", block.text) for block in blocks]
    sight = _Sight([text.strip() for text in texts], [block.role for block in blocks])
    sight.head()
    sight.writing()
    genre = find_genre(sight.texts, sight.roles)
    sight.times()
    sight.lists()
    sight.lines(genre)
    return Structure(genre, tuple(sight.roles), tuple(sight.forms))


class _Sight:
    """What has been seen of an article so far; `open` are the blocks whose role nobody knows yet."""

    def __init__(self, texts: list[str], roles: list[str]) -> None:
        self.texts = texts
        self.roles = roles
        self.forms: list[str | None] = [None] * len(texts)
        self.prose = [is_prose(text) for text in texts]
        self.last = max((index for index, prose in enumerate(self.prose) if prose), default=-1)

    def set(self, index: int, role: str, form: str | None = None) -> None:
        self.roles[index], self.forms[index] = role, form

    def is_open(self, index: int) -> bool:
        return 0 <= index < len(self.texts) and self.roles[index] == "paragraph" and not self.prose[index] and bool(self.texts[index])

    def head(self) -> None:
        """A site's name and tagline above the headline: then the first line is not the headline."""
        if "headline" in self.roles[1:_HEAD]:
            self.above(self.roles.index("headline", 1))
        if not self.roles or self.roles[0] != "headline":
            return
        body = next((index for index in range(1, len(self.texts)) if self.prose[index]), 0)
        above = [index for index in range(1, min(body, _HEAD)) if self.is_open(index) and not by_writing(self.texts[index])]
        if not above or not _names_a_medium(self.texts[0]):
            return
        headline = max(above, key=lambda index: len(self.texts[index].split()))
        if len(self.texts[headline].split()) <= max(len(self.texts[0].split()), 4):
            return
        self.set(headline, "headline")
        for index in range(headline):
            self.set(index, "furniture", "tagline" if index else "masthead")

    def above(self, headline: int) -> None:
        """The lines above a headline that the reader knows, where the first of them names a medium."""
        lines = [index for index in range(headline) if self.is_open(index) and not by_writing(self.texts[index])]
        if lines and _names_a_medium(self.texts[lines[0]]):
            for index in lines:
                self.set(index, "furniture", "masthead" if index == lines[0] else "tagline")

    def writing(self) -> None:
        """What the writing of a line tells, and the links that stand below a line such as “Related stories:”."""
        below = False
        for index, text in enumerate(self.texts):
            if self.roles[index] != "paragraph":
                continue
            form = by_writing(text)
            if form:
                self.set(index, *form)
                below = is_link_cue(text)
            elif below and self.is_open(index) and (not is_stopped(text) or is_title_case(text)) and len(text.split()) >= _SHORTEST_LINK - 2:
                self.set(index, "furniture", "bare-link")
            elif text:
                below = False

    def lists(self) -> None:
        """Short lines in a row are a list: names, results, dates."""
        start = 0
        while start < len(self.texts):
            end = start
            while self.is_open(end) and len(self.texts[end].split()) <= _LONGEST_ITEM and not is_stopped(self.texts[end]):
                end += 1
            if end - start >= _SHORTEST_LIST:
                self.list_between(start, end)
            start = max(end, start + 1)

    def list_between(self, start: int, end: int) -> None:
        """Links in a row are all longer than the items of a list, and Written Like Headlines."""
        row = self.texts[start:end]
        if all(_is_like_a_link(text) and is_title_case(text) and not _ITEMISED.search(text) for text in row):
            for index in range(start, end):
                self.set(index, "furniture", "bare-link")
            return
        for index in range(start, end):
            self.set(index, "list-item", "name-list" if is_named(self.texts[index]) else None)

    def lines(self, genre: str) -> None:
        """Lines of no form of their own: headings of what follows, captions, or links to other stories."""
        between = [index for index in range(1, len(self.texts)) if self.is_open(index) and not is_finished(self.texts[index])]
        stray = genre != "transcript" and sum(self.prose) >= _FEWEST_PROSE
        captions = self.forms.count("caption") + sum(_is_labelled(self.texts[index]) for index in between)
        headings = sum(len(self.texts[index].split()) <= _LONGEST_SUBHEADING for index in between)
        titled = sum(len(text.split()) < _SHORTEST_LINK and self.prose_follows(index) and is_named(text) for index in between for text in (self.texts[index],))
        news = sum(_is_told(self.texts[index]) for index in between)
        for index in between:
            if stray and self.stands_in_prose(index):
                listed = headings >= _MANY_HEADINGS or news >= _MANY_HEADINGS or (titled > 0 and len(self.texts[index].split()) <= _LONGEST_TITLE)
                form = self.stray_line(index, captioned=captions > 1, listed=listed)
                if form:
                    self.set(index, *form)
                    continue
            if self.prose_follows(index) and len(self.texts[index].split()) <= _LONGEST_SUBHEADING:
                self.set(index, "subheading")

    def stray_line(self, index: int, *, captioned: bool, listed: bool) -> tuple[str, str] | None:
        """The role and form of a line that stands in the text and is neither copy nor heading.

        Where an article has many headings, or many such lines, they are its own.
        """
        text = self.texts[index]
        link, caption = ("furniture", "bare-link"), ("caption", "caption")
        if _is_labelled(text):
            titled = is_title_case(text)
            if label(text)[0].isupper() and not text.isupper() or titled and len(text.split()) > _LONGEST_SUBHEADING:
                return link
            return None if titled else caption
        if not _is_like_a_link(text):
            return None
        if captioned and not is_title_case(text):
            return caption
        return link if not listed and (is_title_case(text) or _is_told(text)) else None

    def times(self) -> None:
        """Dates that head what follows, one after another, are the subheadings of a time-line; tags stand below the date at a page's end."""
        dates = [index for index, form in enumerate(self.forms) if form == "time-line" and self.prose_follows(index)]
        for index in dates if len(dates) >= _SHORTEST_LIST else ():
            self.set(index, "subheading")
        end = next(
            (index for index in range(self.last + 1, len(self.texts)) if self.forms[index] == "time-line" and _SAYS_WHEN.match(self.texts[index])),
            len(self.texts),
        )
        for index in range(end + 1, len(self.texts)):
            if self.is_open(index) and not is_stopped(self.texts[index]):
                self.set(index, "furniture", "tags")

    def prose_follows(self, index: int) -> bool:
        return index + 1 < len(self.texts) and self.prose[index + 1]

    def stands_in_prose(self, index: int) -> bool:
        """Whether prose stands before and after a line, with few other lines of a page between, or only before it at the end.

        A sentence that was broken in two is no line: what follows it begins in lower case.
        """
        if index + 1 < len(self.texts) and self.texts[index + 1][:1].islower():
            return False
        if not any(self.prose[max(0, index - _NEAR) : index]):
            return False
        return any(self.prose[index + 1 : index + 1 + _NEAR]) or (index > self.last and is_title_case(self.texts[index]))


def _names_a_medium(text: str) -> bool:
    items = text.split()
    named = len(items) <= 5 and all(item[0].isupper() or item in ("of", "and", "the", "&") for item in items)
    return named and not is_stopped(text) and any(item.strip(",").title() in words("media-words") or item == "TV" for item in items)


def _is_labelled(text: str) -> bool:
    """“Crossing place: They were caught on the bridge”: a label, and a clause that does not end. No label holds a date."""
    name, rest = label(text)
    if not name or not text[0].isupper() or any(sign.isdigit() for sign in name) or is_finished(text):
        return False
    return len(rest.split()) >= _SHORTEST_LINK - 2 and rest[0].isalnum() and not rest[-1].isdigit()


def _is_told(text: str) -> bool:
    """Whether a line tells news in the words of a sentence: several names, and no word that only goes on from a sentence before."""
    items = text.split()
    if len(items) < _SHORTEST_NEWS or not _is_like_a_link(text) or items[0].lower() in _GOING_ON or is_title_case(text):
        return False
    return sum(item.lstrip("'‘“\"(")[:1].isupper() for item in items) >= _FEWEST_NAMES


def _is_like_a_link(text: str) -> bool:
    """Whether a line may be the headline of another story: long enough, no stop, no item of a list, no address."""
    items = text.split()
    if not _SHORTEST_LINK <= len(items) <= _LONGEST_LINK or is_finished(text) or not text.lstrip("\"'“‘")[:1].isupper():
        return False
    if any(mark in text for mark in ("http", "www.", "@", "|", "#", "[", "•", ": ")) or items[0].rstrip(".)").isdigit() or text[0] in '“"':
        return False
    return not text.isupper() and not text[-1].isdigit() and sum(item.strip("()$,").replace(".", "").isdigit() for item in items) < _MANY_FIGURES
