"""HTML: a fragment, or a whole page in which the article has to be found."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from linter.model.document import Block, Document
from linter.readers.fields import Fields
from linter.readers.front_matter import read_front_matter
from linter.readers.json_text import strings
from linter.readers.markup import LEFT_OUT, Element, Walker
from linter.readers.scalars import laid_out
from linter.readers.shortcodes import masked

_PAGE = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)*(?:<!doctype|<html|<head|<body)", re.IGNORECASE | re.DOTALL)
_META = {
    "description": "standfirst",
    "og:title": "social-title",
    "og:description": "standfirst",
    "og:image:alt": "caption",
    "twitter:title": "social-title",
    "twitter:description": "standfirst",
    "twitter:image:alt": "caption",
}
_ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle OpinionNewsArticle AnalysisNewsArticle BackgroundNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting".split()
)
_JSON_LD = {"headline": "seo-title", "alternativeHeadline": "seo-title", "description": "standfirst"}
_CHROME = frozenset("aside footer header".split())
_HOLDERS = frozenset("article body center div main section td".split())
_MOST = 0.8
"""The main text is what the innermost element holds that has so much of the page's paragraphs."""


class _Region(NamedTuple):
    """An element that may hold the article, and how many characters of paragraphs stand in it."""

    name: str
    start: int
    end: int
    size: int

    def holds(self, block: Block) -> bool:
        return self.start <= block.pieces[0].source_start < self.end

    def spans(self, other: "_Region") -> bool:
        return self.start <= other.start and other.end <= self.end


def read_html(source: str, path: str, own: Fields) -> tuple[Document, ...]:
    """The one document of an HTML text: what a page says of itself in its head, then the article."""
    front = read_front_matter(source, own)
    page = _Page(source, own)
    if front.body:
        page.seen = source[: front.body] + masked(source[front.body :])
    page.walk(front.body, len(source))
    page.finish()
    whole = _PAGE.match(source, front.body) is not None
    blocks = [*front.blocks, *page.about, *page.outside_forms(page.article() if whole or page.has_article else page.blocks)]
    metadata = {name: tuple(values) for name, values in page.metadata.items()} | front.metadata
    return (Document(path, source, tuple(_one_headline(blocks)), tuple(page.directives), metadata, (*front.problems, *page.problems)),)


def _one_headline(blocks: list[Block]) -> Iterator[Block]:
    """The first headline stays one; others are subheadings."""
    met = False
    for block in blocks:
        yield block._replace(role="subheading") if met and block.role == "headline" else block
        met = met or block.role == "headline"


class _Page(Walker):
    """A walker that also keeps what may be the article, and what the page says of itself in its head."""

    left_out = LEFT_OUT - {"form"}

    def __init__(self, source: str, own: Fields) -> None:
        super().__init__(source, own)
        self.about: list[Block] = []
        self.metadata: dict[str, list[str]] = {}
        self.regions: list[_Region] = []
        self.chrome: list[_Region] = []
        self.forms: list[_Region] = []
        self.own_blocks: list[Block] = []
        self._own = 0
        self._sizes: list[int] = []
        self._paragraphs = 0

    @property
    def has_article(self) -> bool:
        """Whether an element says itself that it is the article."""
        return bool(self.own_blocks) or any(region.name in ("article", "main") for region in self.regions)

    def found(self, block: Block | None) -> None:
        super().found(block)
        if block and block.role == "paragraph":
            self._paragraphs += len(block.text)
        if block and self._own:
            self.own_blocks.append(block)

    def enter(self, element: Element) -> None:
        super().enter(element)
        self._sizes.append(self._paragraphs)
        self._own += element.own

    def closed(self, element: Element, end: int) -> None:
        super().closed(element, end)
        size = self._paragraphs - self._sizes.pop()
        self._own -= element.own
        if element.name in _HOLDERS:
            self.regions.append(_Region(element.name, element.start, end, size))
        elif element.name == "form":
            self.forms.append(_Region("form", element.start, end, size))
        elif element.name in _CHROME:
            self.chrome.append(_Region(element.name, element.start, end, size))

    def finish(self) -> None:
        super().finish()
        while self.open:
            self.leave(self.open[-1].name, len(self.source))

    def article(self) -> list[Block]:
        """The blocks of the article: what stands in elements that the site names, else in the largest that says it is one, else the page's main text."""
        if any(block.role == "paragraph" for block in self.own_blocks):
            return self.own_blocks
        main, article = self._named("main"), self._named("article")
        outside = self._paragraphs - sum(region.size for region in self.chrome)
        if article and article.size < _MOST * (main.size if main else outside):
            article = None  # a comment, a card, or one of many updates of a story
        chosen = article or main or self._densest(outside)
        if chosen is None:
            return self.blocks
        blocks = [block for block in self.blocks if chosen.holds(block)]
        if not any(block.role == "headline" for block in blocks):
            blocks = [*(block for block in self.blocks if block.role == "headline" and not chosen.holds(block))][:1] + blocks
        chrome = [region for region in self.chrome if chosen.start < region.end and region.start < chosen.end and not chosen.spans(region)]
        return [block for block in blocks if block.role == "headline" or not any(region.holds(block) for region in chrome)]

    def outside_forms(self, blocks: list[Block]) -> list[Block]:
        """The blocks that stand in no form; a form that holds most of a page's paragraphs is the page itself."""
        forms = sorted((form.start, form.end) for form in self.forms if 2 * form.size < self._paragraphs)
        starts = [start for start, _ in forms]
        ends = [0, *accumulate((end for _, end in forms), max)]
        return [block for block in blocks if block.pieces[0].source_start >= ends[bisect_right(starts, block.pieces[0].source_start)]]

    def _named(self, name: str) -> _Region | None:
        """The largest region of a name that holds paragraphs; the outermost of those of one size."""
        regions = [region for region in self.regions if region.name == name and region.size]
        return max(regions, key=lambda region: (region.size, region.end - region.start), default=None)

    def _densest(self, outside: int) -> _Region | None:
        """The innermost element that holds most of the paragraphs outside the frame of the page."""
        regions = [region for region in self.regions if region.size and region.size >= _MOST * outside]
        return min(regions, key=lambda region: region.end - region.start, default=None)

    def void(self, name: str, found: re.Match[str]) -> None:
        super().void(name, found)
        if name == "meta":
            attributes = self.attributes(found)
            field = (self._value(attributes, "name") or self._value(attributes, "property")).lower()
            if field and "content" in attributes:
                self._say(field, _META.get(field), self.value_block("other", *attributes["content"]))

    def _say(self, field: str, role: str | None, block: Block | None) -> None:
        if block:
            self.metadata.setdefault(field, []).append(block.text)
        if block and role:
            self.about.append(block._replace(role=role))

    def raw_text(self, name: str, start: int, end: int) -> None:
        if name == "title":
            self._say("title", "seo-title", self.value_block("other", start, end))
        elif name == "script" and "ld+json" in self.source[max(0, start - 300) : start]:
            self._json_ld(start, end)

    def _json_ld(self, start: int, end: int) -> None:
        """What a page says to search engines of its article."""
        for fields in strings(self.source, start, end):
            if _ARTICLE_TYPES.isdisjoint(value.text.rpartition("/")[2] for value in fields.get("@type", ())):
                continue
            for name, role in _JSON_LD.items():
                for value in fields.get(name, ()):
                    block = laid_out(role, value.text, self.source, value.start, value.end, "double")
                    if block:
                        self.about.append(block)
