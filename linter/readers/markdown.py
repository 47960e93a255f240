"""Markdown as newsrooms write it: front matter, shortcodes and HTML among CommonMark."""

import re
from functools import cache
from typing import Any

from linter.model.document import Block, Document
from linter.readers.fields import Fields
from linter.readers.front_matter import read_front_matter
from linter.readers.markup import Element, Walker
from linter.readers.plain import reads_as_headline
from linter.readers.prose import Prose, carried
from linter.readers.shortcodes import MASK, MASKS, masked

_STRANGE = re.compile(r"[\x00\x1a\x1b]|[^\x00-\x7f]")
_TITLE = re.compile(r"""[\s(]("[^"\\]*"|'[^'\\]*'|\([^()\\]*\))\s*\)$""")
_ADDRESS = re.compile(r"(?:\]\(\s*|^ {0,3}\[[^\]\n]{1,200}\]:\s*|<[A-Za-z][A-Za-z0-9+.-]{1,31}:)[^\s()<>]*", re.MULTILINE)
"""Where an address of a link stands, if it is one: there the parser takes no control character."""

_CONTROL = re.compile("[\x1a\x1b]")
_NEAR = 100
_MARKED = re.compile(r"[*_`\[<&\\{]")


def read_markdown(source: str, path: str, own: Fields) -> tuple[Document, ...]:
    """The one document of a Markdown text: the fields of its front matter that are copy, then its body."""
    front = read_front_matter(source, own)
    walker = Walker(source, own)
    blocks = [_with_markup(block) for block in front.blocks]
    has_headline = any(block.role == "headline" for block in blocks)
    _Body(walker, has_headline=has_headline).read(front.body)
    if not has_headline and len(walker.blocks) > 1 and not any(block.role == "headline" for block in walker.blocks):
        first = walker.blocks[0]
        if reads_as_headline(first) and "\n" not in source[first.pieces[0].source_start : first.pieces[-1].source_end]:
            walker.blocks[0] = first._replace(role="headline")
    problems = (*front.problems, *walker.problems)
    return (Document(path, source, (*blocks, *walker.blocks), tuple(walker.directives), front.metadata, problems),)


def _with_markup(block: Block) -> Block:
    """A field's value is Markdown too: the block with its markup gone."""
    if not _MARKED.search(block.text):
        return block
    walker = Walker(block.text, {})
    _Body(walker, has_headline=True).read(0, inline=True)
    prose = Prose()
    for part in [part for part in walker.blocks if part.role != "caption"] or walker.blocks:
        prose.blank()
        at = 0
        for piece in part.pieces:
            if piece.start > at:
                prose.blank()
            at = piece.end
            prose.add(part.text[piece.start : piece.end], piece.source_start, piece.source_end)
    whole = prose.block(block.role)
    return carried(whole, block) if whole else block


@cache
def _parser() -> Any:
    import pyromark

    options = pyromark.Options
    return pyromark.Markdown(
        options=options.ENABLE_TABLES
        | options.ENABLE_FOOTNOTES
        | options.ENABLE_STRIKETHROUGH
        | options.ENABLE_TASKLISTS
        | options.ENABLE_HEADING_ATTRIBUTES
        | options.ENABLE_GFM,
    )


def _shadow(text: str) -> str:
    """What the parser sees of a text: of the same length and in ASCII, so that its bytes count code points.

    Letters beyond ASCII become something that is neither blank nor punctuation, marks a comma, blanks a vertical tab;
    shortcodes are masked.
    """
    if _STRANGE.search(text):
        text = _STRANGE.sub(lambda found: _stand_in(found.group()), text)
    return masked(text)


@cache
def _stand_in(character: str) -> str:
    if character.isspace():
        return "\v"
    return "\x1b" if character.isalnum() or character < " " else ","


class _Body:
    """Takes the events of the parser and hands prose to a walker, which knows the HTML in it."""

    def __init__(self, walker: Walker, *, has_headline: bool) -> None:
        self.walker = walker
        self.source = walker.source
        self.has_headline = has_headline
        self.shadow = self.parsed = ""
        self.base = 0
        self.picture: Prose | None = None
        self.in_address = False
        self.html: list[int] = []

    def read(self, start: int, *, inline: bool = False) -> None:
        """Reads the body from `start` on. `inline` is for a text in which no line begins a list or a heading."""
        lead = "\x1b" if inline else ""
        shadow = _shadow(self.source[start:])
        self.shadow = lead + shadow
        self.walker.seen = self.source[:start] + shadow
        self.base = start - len(lead)
        self.parsed = _ADDRESS.sub(lambda found: _CONTROL.sub("x", found.group()), self.shadow)
        for event, span in _parser().events_with_range(self.parsed):
            first, last = span["start"], span["end"]
            if isinstance(event, str):
                self.mark(event)
                continue
            (kind, value), *_ = event.items()
            if kind == "Text":
                self.text(value, max(first, len(lead)), last)
            elif kind == "Start":
                self.start(*_tag(value), first, last)
            elif kind == "End":
                self.end(_tag(value)[0], last)
            else:
                self.other(kind, first, last)
        self.walker.finish()

    def mark(self, event: str) -> None:
        if event in ("SoftBreak", "HardBreak"):
            (self.walker.prose if self.picture is None else self.picture).blank()
        elif event == "Rule":
            self.walker.flush()

    def text(self, value: str, first: int, last: int) -> None:
        parsed, seen = self.parsed[first:last], self.shadow[first:last]
        if value.removeprefix("\x1b") != parsed and value != parsed:
            self.add(value, first, last)
            return
        if MASK not in seen:
            self.add(self.source[self.base + first : self.base + last], first, last)
            return
        if not seen.strip(MASK + " ") and self.is_line(first, last):
            self.walker.flush()
            return
        at = first
        for shortcode in MASKS.finditer(self.shadow, first, last):
            self.add(self.source[self.base + at : self.base + shortcode.start()], at, shortcode.start())
            self.walker.opaque(self.base + shortcode.start(), self.base + shortcode.end())
            at = shortcode.end()
        self.add(self.source[self.base + at : self.base + last], at, last)

    def is_line(self, first: int, last: int) -> bool:
        """Whether a stretch is all that stands on its line."""
        before = self.shadow[max(0, first - _NEAR) : first].rstrip(" \t>")
        return (not before or before.endswith("\n")) and self.shadow[last : last + 1] in ("", "\n", "\r")

    def add(self, text: str, first: int, last: int) -> None:
        if self.in_address or first >= last:
            return
        if self.picture is not None:
            self.picture.add(text, self.base + first, self.base + last)
        else:
            self.walker.exact(text, self.base + first, self.base + last)

    def start(self, kind: str, value: Any, first: int, last: int) -> None:
        if kind == "Image":
            self.picture = Prose()
            self.walker.opaque(self.base + first, self.base + last)
        elif kind == "Link" and value["link_type"] in ("Autolink", "Email"):
            self.in_address = True
            self.walker.opaque(self.base + first, self.base + last)
        elif kind in _ROLES:
            role = self.heading(value["level"]) if kind == "Heading" else _ROLES[kind]
            self.walker.enter(Element(kind, self.base + first, role or self.walker.role, left_out=kind == "CodeBlock"))

    def heading(self, level: str) -> str:
        """The first heading of the first level is the headline, unless a field of the front matter is."""
        if level != "H1" or self.has_headline:
            return "subheading"
        self.has_headline = True
        return "headline"

    def end(self, kind: str, last: int) -> None:
        if kind == "Image":
            self.caption(last)
        elif kind == "Link":
            self.in_address = False
        elif kind == "HtmlBlock":
            self.take_html()
            self.walker.flush()
        elif kind in _ROLES:
            self.walker.leave(kind, self.base + last)

    def other(self, kind: str, first: int, last: int) -> None:
        if kind == "Html":
            if self.html and self.html[-1] != first:
                self.take_html()
            self.html = [self.html[0] if self.html else first, last]
        elif kind == "InlineHtml":
            self.walker.walk(self.base + first, self.base + last)
        elif kind == "Code":
            (self.walker if self.picture is None else self.picture).opaque(self.base + first, self.base + last)

    def take_html(self) -> None:
        if self.html:
            self.walker.walk(self.base + self.html[0], self.base + self.html[1])
        self.html = []

    def caption(self, last: int) -> None:
        """The text for a picture, and its title, as captions."""
        if self.picture is not None:
            self.walker.aside(self.picture.block("caption"))
        self.picture = None
        tail = _TITLE.search(self.source, max(0, self.base + last - 1000), self.base + last)
        if tail:
            self.walker.aside(self.walker.value_block("caption", tail.start(1) + 1, tail.end(1) - 1))


_ROLES: dict[str, str | None] = {
    "Paragraph": None,
    "Heading": None,
    "BlockQuote": "blockquote",
    "List": None,
    "Item": "list-item",
    "CodeBlock": "code",
    "HtmlBlock": None,
    "FootnoteDefinition": "other",
    "Table": None,
    "TableHead": None,
    "TableRow": None,
    "TableCell": "table-cell",
}
"""Parts of a Markdown text that part blocks, with the roles of what they hold."""


def _tag(value: Any) -> tuple[str, Any]:
    """The name of a part and what the parser tells of it."""
    if isinstance(value, str):
        return value, None
    (name, details), *_ = value.items()
    return name, details
