"""Walks over HTML, in a page of its own or inside Markdown, and makes blocks of the copy in it."""

import re
from functools import cache
from typing import NamedTuple

from linter.model.document import Block, Directive
from linter.readers.directives import directive
from linter.readers.fields import Fields, plain_fields, plain_name
from linter.readers.prose import Prose
from linter.readers.shortcodes import MASK

MARKUP = re.compile(
    r"""<!--
    |<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)(?P<attributes>[^>=]*+(?:=\s*+(?:"[^"]*+"?|'[^']*+'?)?[^>=]*+)*+)>?
    |<[!?/][^>]*+>?""",
    re.VERBOSE,
)
_COMMENT_END = re.compile(r"--!?>")
_SPECIAL = re.compile(rf"[ \t\n\r\f]{{2,}}|[\t\n\r\f]|&(?:\#[0-9]{{1,8}};?|\#[xX][0-9A-Fa-f]{{1,7}};?|[A-Za-z][A-Za-z0-9]{{1,31}};?)|{MASK}+")
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*+)"?|'([^']*+)'?|([^\s>"']+)))?""")
_TELLING_ATTRIBUTE = re.compile(r"class|id\s*=|itemprop|hidden|title|display", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_BREAK_BEFORE = re.compile(r"<br[\s/]*>\s*$", re.IGNORECASE)
_NEAR = 60
_VISIBLE = re.compile(r"[^\W\d_]")

_ROLES = {
    "headline": "h1",
    "subheading": "h2 h3 h4 h5 h6",
    "list-item": "li dt dd",
    "table-cell": "td th",
    "blockquote": "blockquote",
    "caption": "figcaption caption",
    "code": "pre",
    "other": "aside",
}
ROLE_OF = {name: role for role, names in _ROLES.items() for name in names.split()}
"""The role of what an element holds."""

_PARTS = frozenset(
    "address article body center details dialog dir div dl fieldset figure footer form header hgroup hr html legend main menu ol p section summary table tbody tfoot thead tr ul".split()
)
BLOCKS = _PARTS | ROLE_OF.keys()
"""Elements that part one block of copy from the next."""

LEFT_OUT = frozenset("audio button canvas datalist del dialog form iframe math menu nav noscript object label legend select svg template video".split())
"""Elements in which no copy stands."""

_CODE = frozenset("code kbd samp tt var".split())
_RAW = frozenset("script style textarea title xmp".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_ENDED_BY = {
    "li": ("p", "li"),
    "dt": ("p", "dt", "dd"),
    "dd": ("p", "dt", "dd"),
    "td": ("p", "td", "th"),
    "th": ("p", "td", "th"),
    "tr": ("p", "td", "th", "tr"),
}
"""Open elements that the beginning of another one ends, the innermost first; every block ends a paragraph."""

_TELLING = {
    "byline": "byline",
    "dateline": "dateline",
    "standfirst": "standfirst",
    "dek": "standfirst",
    "kicker": "kicker",
    "photo-credit": "credit",
    "image-credit": "credit",
    "caption": "caption",
    "pull-quote": "pull-quote",
    "pullquote": "pull-quote",
}
"""Classes that say everywhere what an element holds."""


class Element(NamedTuple):
    """An element that is open: its name, where it begins, the role of the copy in it.

    `parts` says that it parts blocks of copy, `left_out` that it holds none, `own` that the site's own names told its role.
    """

    name: str
    start: int
    role: str
    parts: bool = True
    left_out: bool = False
    own: bool = False


class Walker:
    """Takes markup and text in the order of the source and keeps what it finds: blocks, directives, problems.

    `seen` is the source with shortcodes masked, where there are any.
    """

    left_out = LEFT_OUT

    def __init__(self, source: str, own: Fields) -> None:
        self.source = source
        self.seen = source
        self.own = plain_fields(own)
        self.blocks: list[Block] = []
        self.directives: list[Directive] = []
        self.problems: list[tuple[int, str]] = []
        self.prose = Prose()
        self.open: list[Element] = []
        self._counts: dict[str, int] = {}
        self._left_out = 0
        self._raw: tuple[str, int] | None = None
        self._aside: list[Block] = []
        self._counted = (0, 1)

    @property
    def role(self) -> str:
        """The role of the copy at this point."""
        return self.open[-1].role if self.open else "paragraph"

    def walk(self, start: int, end: int) -> None:
        """Takes `source[start:end]` as HTML."""
        at = start
        while at < end:
            if self._raw:
                at = self._skip_raw(*self._raw, at, end)
                continue
            found = MARKUP.search(self.seen, at, end)
            stop = found.start() if found else end
            if stop > at:
                self.text(at, stop)
            at = self._markup(found, end) if found else end

    def text(self, start: int, end: int) -> None:
        """Takes text with entities; runs of white space count as one blank."""
        if self._left_out or self._raw:
            return
        at = start
        for found in _SPECIAL.finditer(self.seen, start, end):
            first, last = found.span()
            self.prose.trimmed(self.source, at, first)
            mark = found.group()
            if mark[0] == "&":
                self.prose.add(_character(mark), first, last)
            elif mark[0] == MASK:
                self.prose.opaque(first, last)
            else:
                self.prose.blank()
            at = last
        self.prose.trimmed(self.source, at, end)

    def exact(self, text: str, start: int, end: int) -> None:
        """Takes prose that another reader has read from `source[start:end]`."""
        if not (self._left_out or self._raw):
            self.prose.flowing(text, start, end)

    def opaque(self, start: int, end: int) -> None:
        """Takes something inside prose that is not copy."""
        if not (self._left_out or self._raw):
            self.prose.opaque(start, end)

    def flush(self) -> None:
        """Ends the block that is being read."""
        if self.prose:
            self.found(self.prose.block(self.role))
        for caption in self._aside:
            self.found(caption)
        self._aside.clear()

    def found(self, block: Block | None) -> None:
        """Keeps a block that is complete."""
        if block:
            self.blocks.append(block)

    def aside(self, block: Block | None) -> None:
        """Keeps a block that stands inside another one, such as the text for a picture in a paragraph: it comes after that."""
        if block and _VISIBLE.search(block.text):
            self._aside.append(block)

    def enter(self, element: Element) -> None:
        """Opens an element."""
        if element.parts:
            self.flush()
        self.open.append(element)
        self._counts[element.name] = self._counts.get(element.name, 0) + 1
        self._left_out += element.left_out

    def leave(self, name: str, end: int) -> None:
        """Closes the innermost open element of a name, and all in it; nothing where none is open."""
        if not self._counts.get(name):
            return
        while True:
            element = self.open[-1]
            if element.parts:
                self.flush()
            self.open.pop()
            self._counts[element.name] -= 1
            self._left_out -= element.left_out
            self.closed(element, end)
            if element.name == name:
                return

    def closed(self, element: Element, end: int) -> None:
        """Does what is left to do when an element has closed: code is one character, on its own or inside prose."""
        if self._left_out:
            return
        if element.name in _CODE:
            self.prose.opaque(element.start, end)
        elif element.left_out and element.role == "code":
            self.prose.opaque(element.start, end)
            self.found(self.prose.block("code"))

    def finish(self) -> None:
        """Ends the last block."""
        self.flush()
        unclosed = next((element for element in self.open if element.left_out and element.name in LEFT_OUT), None)
        if unclosed:
            self.problem(unclosed.start, f"“<{unclosed.name}>” opens here and never closes: what follows is not read")
        if self._raw:
            self.problem(self._raw[1], f"“<{self._raw[0]}>” opens here and never closes: what follows is not read")

    def _markup(self, found: re.Match[str], end: int) -> int:
        name = found.group("name")
        if found.group() == "<!--":
            return self._comment(found.start(), end)
        if found.end() == end == len(self.source) and not found.group().endswith(">"):
            self.problem(found.start(), "a tag opens here and never closes: what follows is not read")
        if name is None:
            return found.end()
        name = name.lower()
        if found.group("close"):
            self.leave(name, found.end())
        else:
            self.tag(name, found)
        return found.end()

    def _comment(self, start: int, end: int) -> int:
        closing = _COMMENT_END.search(self.source, start + 2, end)
        if not closing:
            self.problem(start, "a comment opens here and never closes: what follows is not read")
            return end
        said = directive(self.source[start + 4 : closing.start()], start, closing.end())
        if isinstance(said, str):
            self.problem(start, said)
        elif said:
            self.directives.append(said)
        return closing.end()

    def tag(self, name: str, found: re.Match[str]) -> None:
        """Takes the tag that opens an element."""
        if name in BLOCKS:
            self.flush()
            for ended in _ENDED_BY.get(name, ("p",)):
                if self.open and self.open[-1].name == ended:
                    self.leave(ended, found.start())
        if name == "br":
            self._line_break(found)
        elif name in _RAW:
            self._raw = (name, found.end())
        elif name in _VOID:
            self.void(name, found)
        elif not (name == "svg" and found.group("attributes").endswith("/")):
            self._open(name, found)

    def _open(self, name: str, found: re.Match[str]) -> None:
        role, own, left_out = ROLE_OF.get(name), None, name in self.left_out or name in _CODE or name == "pre"
        attributes = self.attributes(found) if _TELLING_ATTRIBUTE.search(found.group("attributes")) else {}
        if attributes:
            own = self._told(attributes, self.own) if self.own else None
            role = own or role or self._told(attributes, _TELLING)
            left_out = left_out or own == "off" or self._hidden(attributes, name)
        parts = name in BLOCKS or (role is not None and name not in _CODE)
        if parts or left_out:
            self.enter(Element(name, found.start(), role or self.role, parts, left_out, own is not None))
        if "title" in attributes:
            self.aside_of("title", attributes)

    def _told(self, attributes: dict[str, tuple[int, int]], roles: Fields) -> str | None:
        """The role that the class, id or property of an element tells."""
        words = (word for key in ("class", "id", "itemprop") if key in attributes for word in self._value(attributes, key).split()[:20])
        return next((roles[name] for word in words for name in (word, plain_name(word)) if name in roles), None)

    def _hidden(self, attributes: dict[str, tuple[int, int]], name: str) -> bool:
        """Whether readers of the page do not see what an element holds."""
        unseen = name in BLOCKS and self._value(attributes, "aria-hidden") == "true"
        return "hidden" in attributes or unseen or _NOT_SHOWN.search(self._value(attributes, "style")) is not None

    def attributes(self, found: re.Match[str]) -> dict[str, tuple[int, int]]:
        """Where the value of each attribute of a tag stands, by its name in lower case."""
        places: dict[str, tuple[int, int]] = {}
        for attribute in _ATTRIBUTE.finditer(self.source, found.start("attributes"), found.end("attributes")):
            which = attribute.lastindex or 1
            place = attribute.span(which) if which > 1 else (attribute.end(), attribute.end())
            places.setdefault(attribute.group(1).lower(), place)
        return places

    def _value(self, attributes: dict[str, tuple[int, int]], name: str) -> str:
        start, end = attributes.get(name, (0, 0))
        return self.source[start:end]

    def aside_of(self, name: str, attributes: dict[str, tuple[int, int]]) -> None:
        """Keeps an attribute that is copy as a caption."""
        if not self._left_out and name in attributes:
            self.aside(self.value_block("caption", *attributes[name]))

    def value_block(self, role: str, start: int, end: int) -> Block | None:
        """The block of text with entities that stands at `source[start:end]`, such as the value of an attribute."""
        kept, self.prose = self.prose, Prose()
        self.text(start, end)
        block = self.prose.block(role)
        self.prose = kept
        return block

    def void(self, name: str, found: re.Match[str]) -> None:
        """Takes an element that holds nothing."""
        if name == "img":
            self.opaque(*found.span())
            attributes = self.attributes(found)
            self.aside_of("alt", attributes)
            self.aside_of("title", attributes)

    def raw_text(self, name: str, start: int, end: int) -> None:
        """Takes the text of such an element."""

    def _skip_raw(self, name: str, start: int, at: int, end: int) -> int:
        closing = _raw_end(name).search(self.source, at, end)
        if not closing:
            return end
        self._raw = None
        self.raw_text(name, start, closing.start())
        return closing.start()

    def _line_break(self, found: re.Match[str]) -> None:
        """A break is a blank; two in a row end a paragraph."""
        if _BREAK_BEFORE.search(self.source[max(0, found.start() - _NEAR) : found.start()]):
            self.flush()
        elif not self._left_out:
            self.prose.blank()

    def problem(self, at: int, message: str) -> None:
        """Keeps what could not be read. Problems come in the order of the source, so its lines are counted once."""
        counted, line = self._counted
        self._counted = (at, line + self.source.count("\n", counted, at))
        self.problems.append((self._counted[1], message))


@cache
def _raw_end(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}[\s/>]", re.IGNORECASE)


def _character(entity: str) -> str:
    """What an entity stands for; itself where it stands for nothing."""
    from html import unescape

    return unescape(entity)
