"""Patterns of rules: translated for RE2, refused where they cannot work, and found in linear time."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from linter.analysis.text import FOLDED_AWAY, is_word, word_ends

WIDEST = 200
"""The largest repetition of something that spans words."""

_CLASSES = {"w": r"\pL\pM\pN_", "d": r"\p{Nd}", "s": r" "}
_ASCII_CLASSES = {"w": "0-9A-Za-z_", "d": "0-9", "s": " "}
_ASCII_PROPERTIES = {"L": "A-Za-z", "Lu": "A-Z", "Ll": "a-z", "N": "0-9", "Nd": "0-9"}
_WIDE_CLASSES = {"w": r"0-9A-Za-z_\x80-\xff", "d": r"0-9\x80-\xff", "s": r" "}
_BEYOND = r"\x80-\xff"
_QUANTIFIERS = "*+?{"


class Pattern(NamedTuple):
    """A pattern as a rule writes it. `case` is `fold` or `exact`; `per` is `sentence` or `block`."""

    source: str
    case: str = "fold"
    per: str = "sentence"


class PatternError(ValueError):
    """A pattern that cannot work; the message says why and what to write instead."""


class Hit(NamedTuple):
    """Where a pattern matched in one text, in code points: the reported part, the whole, the groups by name."""

    start: int
    end: int
    whole_start: int
    whole_end: int
    groups: dict[str, tuple[int, int]]


class _Reach(NamedTuple):
    """What a part of a pattern can match: a blank, something else; both together span words."""

    blank: bool
    other: bool


_NOTHING = _Reach(blank=False, other=False)
_BLANK = _Reach(blank=True, other=False)
_OTHER = _Reach(blank=False, other=True)
_ANY = _Reach(blank=True, other=True)


class _Translation:
    """One pass over a pattern: Unicode classes written out, `⟨⟩` made a group, wide repetitions refused.

    There are three forms. `exact` is the pattern. `ascii` says the same of ASCII texts, and compiles ten times as fast.
    `wide` matches at least where the pattern does, and its program is a hundredth as large: counts are dropped, it reads
    bytes, and every byte beyond ASCII is in every class. A filter of wide patterns says which are worth a search.
    """

    def __init__(self, source: str, form: str) -> None:
        self.source = source
        self.form = form
        self.wide = form == "wide"
        self.classes = {"wide": _WIDE_CLASSES, "ascii": _ASCII_CLASSES, "exact": _CLASSES}[form]
        self.at = 0
        self.out: list[str] = []
        self.boundaries = 0

    def run(self) -> str:
        if self.source.count("⟨") != self.source.count("⟩") or self.source.count("⟨") > 1:
            message = "mark the reported part with one ⟨ and one ⟩"
            raise PatternError(message)
        self.alternatives()
        if self.at < len(self.source):
            message = f"“)” without “(” at character {self.at + 1}"
            raise PatternError(message)
        return "".join(self.out)

    def alternatives(self) -> _Reach:
        """Translate up to the end of the group."""
        blank = other = False
        while self.at < len(self.source) and self.source[self.at] != ")":
            reach = self.atom()
            if self.at < len(self.source) and self.source[self.at] in _QUANTIFIERS:
                self.quantifier(reach)
            blank |= reach.blank
            other |= reach.other
        return _Reach(blank, other)

    def atom(self) -> _Reach:
        character = self.source[self.at]
        if character == "(":
            return self.group()
        if character == "[":
            return self.character_class()
        if character == "\\":
            return self.escape()
        self.at += 1
        if character in "⟨⟩":
            self.out.append("(?P<mark>" if character == "⟨" else ")")
            return _NOTHING
        if character in FOLDED_AWAY:
            message = f"can never match: {_name(character)} is folded in what a pattern sees; write “{_plain(character)}”"
            raise PatternError(message)
        if self.wide and (character == "." or not character.isascii()):
            self.out.append("(?:.+)" if character == "." else f"(?:[{_BEYOND}]+)")
        else:
            self.out.append(character)
        if character == ".":
            return _ANY
        return _BLANK if character == " " else _NOTHING if character in "|^$" else _OTHER

    def group(self) -> _Reach:
        end = self.at + 1
        if self.source.startswith("(?", self.at):
            end = next((i for i in range(self.at, len(self.source)) if self.source[i] in ":>)=!"), len(self.source))
            head = self.source[self.at : end + 1]
            if head in ("(?=", "(?!") or head.startswith("(?<="[:3]) and head[-1] in "=!":
                message = f"look-around “{head}” is not to be had in linear time; use ⟨⟩ for the reported part and `unless`"
                raise PatternError(message)
            end += 1
        self.out.append(self.source[self.at : end])
        self.at = end
        if self.out[-1].endswith(")"):
            return _NOTHING
        reach = self.alternatives()
        if self.at >= len(self.source):
            message = "“(” without “)”"
            raise PatternError(message)
        self.out.append(")")
        self.at += 1
        return reach

    def character_class(self) -> _Reach:
        start = self.at
        self.at += 1
        negated = self.source.startswith("^", self.at)
        self.at += negated
        parts = ["[^" if negated else "["]
        first = self.at
        while self.at < len(self.source) and (self.source[self.at] != "]" or self.at == first):
            if self.source[self.at] == "\\" and self.at + 1 < len(self.source):
                letter = self.source[self.at + 1]
                parts.append(self.classes.get(letter, "\\" + letter))
                self.at += 2
                if letter in "pP" and self.source.startswith("{", self.at):
                    end = self.source.find("}", self.at) + 1
                    parts[-1] = self.property(letter, self.source[self.at : end])
                    self.at = end
            elif self.source.startswith("[:", self.at) and ":]" in self.source[self.at :]:
                end = self.source.index(":]", self.at) + 2
                parts.append(self.source[self.at : end])
                self.at = end
            else:
                parts.append(self.source[self.at])
                self.at += 1
        if self.at >= len(self.source):
            message = f"“[” without “]” at character {start + 1}"
            raise PatternError(message)
        self.at += 1
        everything = self.wide and (negated or any(part in (r"\W", r"\D", r"\S") for part in parts))
        self.out.append(self.char_class("".join(parts[1:]), negation=parts[0]) if not everything else "(?:.+)")
        holds_blank = any(part in (" ", r"\W", r"\D", "[:space:]") for part in parts)
        return _ANY if holds_blank != negated else _OTHER

    def escape(self) -> _Reach:
        letter = self.source[self.at + 1 : self.at + 2]
        self.at += 2
        if letter in ("p", "P") and self.source.startswith("{", self.at):
            end = self.source.find("}", self.at) + 1
            inside = self.property(letter, self.source[self.at : end])
            self.out.append("(?:.+)" if self.wide and letter == "P" else self.char_class(inside))
            self.at = max(end, self.at)
            return _ANY if letter == "P" else _OTHER
        if letter == "b":
            self.out.append("" if self.wide else rf"(?P<edge{self.boundaries}>)\b")
            self.boundaries += 1
            return _NOTHING
        if letter in self.classes:
            self.out.append(self.char_class(self.classes[letter]))
            return _BLANK if letter == "s" else _OTHER
        if letter in ("W", "D", "S"):
            self.out.append("(?:.+)" if self.wide else f"[^{self.classes[letter.lower()]}]")
            return _OTHER if letter == "S" else _ANY
        self.out.append("\\" + letter)
        return _OTHER

    def char_class(self, inside: str, negation: str = "[") -> str:
        """A class of characters. A wide one counts bytes: whatever lies beyond ASCII is a run of high ones."""
        if not self.wide or (inside.isascii() and _BEYOND not in inside):
            return f"{negation}{inside}]"
        plain = "".join(character for character in inside if character.isascii()).replace(_BEYOND, "")
        return f"(?:[{plain}{_BEYOND}]+)"

    def property(self, letter: str, name: str) -> str:
        """A Unicode property such as `\\p{Lu}`, as it stands inside a class."""
        if self.wide:
            return _WIDE_CLASSES["w"]
        plain = _ASCII_PROPERTIES.get(name.strip("{}")) if self.form == "ascii" and letter == "p" else None
        return plain or f"\\{letter}{name}"

    def quantifier(self, reach: _Reach) -> None:
        start = self.at
        if self.source[self.at] == "{":
            end = self.source.find("}", self.at)
            if end < 0:
                self.out.append(r"\{")
                self.at += 1
                return
            self.at = end + 1
            most = self.source[start + 1 : end].partition(",")[2] if "," in self.source[start:end] else self.source[start + 1 : end]
            unbounded = not most.isdigit() or int(most) > WIDEST
        else:
            unbounded = self.source[self.at] != "?"
            self.at += 1
        if unbounded and reach.blank and reach.other:
            message = (
                f"“{self.source[start : self.at]}” at character {start + 1} repeats something that spans words without end; bound it: {{0,{WIDEST}}} at most"
            )
            raise PatternError(message)
        counted = self.source[start]
        if self.source.startswith("?", self.at):
            self.at += 1
        if self.wide and counted == "{":
            self.out.append("*" if self.source.startswith(("{0", "{,"), start) else "+")
        else:
            self.out.append(self.source[start : self.at])


def _name(character: str) -> str:
    import unicodedata

    return unicodedata.name(character, repr(character)).lower()


def _plain(character: str) -> str:
    from linter.analysis.text import fold

    return fold(character)


_TRANSLATED: dict[tuple[Pattern, str], str] = {}


def translate(pattern: Pattern, form: str = "exact") -> str:
    """The pattern in RE2's own words, in one of its forms. Raises PatternError for what cannot work."""
    key = (pattern, form)
    if key not in _TRANSLATED:
        prefix = "(?s)" if pattern.case == "exact" else "(?is)"
        _TRANSLATED[key] = prefix + _Translation(pattern.source, form).run()
    return _TRANSLATED[key]


def translations(patterns: Iterable[Pattern]) -> list[list[str]]:
    """The forms of patterns that a run needs most, as plain data to be kept. Raises PatternError."""
    return [[*pattern, translate(pattern, "wide"), translate(pattern, "ascii")] for pattern in patterns]


def remember(kept: Iterable[Sequence[str]]) -> None:
    """Takes what `translations` gave, so that these patterns need not be translated again."""
    for source, case, per, wide, plain in kept:
        pattern = Pattern(source, case, per)
        _TRANSLATED[pattern, "wide"] = wide
        _TRANSLATED[pattern, "ascii"] = plain


@cache
def compiled(pattern: Pattern, form: str = "exact") -> Any:
    """The compiled RE2 pattern, over UTF-8 bytes. Raises PatternError with RE2's reason."""
    import re2

    try:
        expression = re2.compile(translate(pattern, form).encode(), options=options())
    except re2.error as error:
        reason = error.args[0].decode(errors="replace") if isinstance(error.args[0], bytes) else str(error)
        message = f"not a pattern: {reason}"
        raise PatternError(message) from None
    return expression


@cache
def options(*, of_bytes: bool = False) -> Any:
    """RE2's options: silent, and with memory for the filters of large packs; wide patterns read bytes."""
    import re2

    chosen = re2.Options()
    if of_bytes:
        chosen.encoding = re2.Options.Encoding.LATIN1
    chosen.log_errors = False
    chosen.max_mem = 64 << 20
    return chosen


def vocabulary(source: str) -> Any:
    """A pattern made of word lists, for our own checks: case ignored, linear, and a tenth of the cost of `re.compile`."""
    import re2

    return re2.compile(f"(?i){source}", options=options())


class Text:
    """One folded text made ready for RE2: its bytes, and the way back from bytes to code points."""

    __slots__ = ("data", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.data = text.encode("utf-8", "replace")

    def offset(self, byte: int) -> int:
        """The code point at a byte offset."""
        if len(self.data) == len(self.text):
            return byte
        return len(self.data[:byte].decode("utf-8", "replace"))


def hits(pattern: Pattern, text: Text) -> Iterator[Hit]:
    """Every hit of a pattern in one text, from left to right, not overlapping, ends at word ends."""
    expression = compiled(pattern, "ascii" if len(text.data) == len(text.text) else "exact")
    names = {name.decode(): index for name, index in expression.groupindex.items()}
    bare = "⟨" not in pattern.source.removeprefix(r"\b").removeprefix("⟨")
    at = 0
    while at <= len(text.data):
        found = expression.search(text.data, at)
        if found is None:
            return
        hit = _hit(found, names, text)
        if hit is None:
            at = _next(text.data, found.start())
            if bare:  # the reported part opens the pattern, so that no hit begins in the rest of this word
                at = max(at, _word_end(text, found.start()))
            continue
        yield hit
        at = found.end() if found.end() > found.start() else _next(text.data, found.end())


def _word_end(text: Text, byte: int) -> int:
    """The byte at which the word ends that a character stands in, if it does."""
    start = text.offset(byte)
    end = start
    while end < len(text.text) and is_word(text.text[end]):
        end += 1
    return byte + len(text.text[start:end].encode("utf-8", "replace"))


def _hit(found: Any, names: dict[str, int], text: Text) -> Hit | None:
    start, end = (text.offset(byte) for byte in found.span())
    groups = {}
    for name, index in names.items():
        byte_start, byte_end = found.span(index)
        if byte_start < 0:
            continue
        place = (text.offset(byte_start), text.offset(byte_end))
        if name.startswith("edge"):
            if not _edge(text.text, place[0]):
                return None
        else:
            groups[name] = place
    mark = groups.pop("mark", (start, end))
    if mark[0] == mark[1] or not word_ends(text.text, *mark):
        return None
    return Hit(*mark, start, end, groups)


def _edge(text: str, at: int) -> bool:
    before = at > 0 and is_word(text[at - 1])
    after = at < len(text) and is_word(text[at])
    return before != after


def _next(data: bytes, at: int) -> int:
    at += 1
    while at < len(data) and 0x80 <= data[at] < 0xC0:
        at += 1
    return at
