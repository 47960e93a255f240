"""Translates the pattern of a rule into RE2's words: Unicode classes written out, `⟨⟩` made a group, what cannot work refused."""

import re
from typing import NamedTuple

from linter.analysis.patterns import EDGE, MARK, PatternError
from linter.analysis.text import FOLDED_AWAY, fold

WIDEST = 200
"""The largest repetition of something that spans words."""

DEEPEST = 50
"""So many groups may stand inside one another."""

_CLASSES = {
    "exact": {
        "w": r"\pL\pM\pN_",
        "d": r"\p{Nd}",
        "s": " ",
        "W": r"\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}\x{203f}\x{2040}\x{2054}\x{fe33}\x{fe34}\x{fe4d}-\x{fe4f}\x{ff3f}\pS\pZ\pC",
        "D": r"\P{Nd}",
        "S": r"\x00-\x1f!-\x{10ffff}",
    },
    "ascii": {
        "w": "0-9A-Za-z_",
        "d": "0-9",
        "s": " ",
        "W": r"\x00-/:-@\[-^`{-\x7f",
        "D": r"\x00-/:-\x7f",
        "S": r"\x00-\x1f!-\x7f",
    },
}
_ASCII_PROPERTIES = {"L": "A-Za-z", "Lu": "A-Z", "Ll": "a-z", "N": "0-9", "Nd": "0-9"}
_ASCII_WORD = "0-9A-Za-z_"
_BEYOND = r"\x80-\xff"
_ALL = "(?:.+)"
_QUANTIFIERS = "*+?{"
_COUNT = re.compile(r"\{(\d+)(?:(,)(\d*))?\}")
_HEAD = re.compile(r"\(\?(?:P<(?P<name>\w+)>|:|-?[imsU][imsU-]*(?P<end>[:)]))")
_HEX = re.compile(r"x(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{2}))")
_PROPERTY = re.compile(r"([pP])(?:([A-Z])|\{(\^?)([A-Za-z_]+)\})")
_SIGNS = frozenset(r".^$*+?()[]{}|\-")
_SPACES = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v"}
_CATEGORY = re.compile("[LMN][a-z]?")


class _Reach(NamedTuple):
    """What a part of a pattern can match: a blank, something else; both together span words."""

    blank: bool
    other: bool


_NOTHING = _Reach(blank=False, other=False)
_BLANK = _Reach(blank=True, other=False)
_OTHER = _Reach(blank=False, other=True)
_ANY = _Reach(blank=True, other=True)


class _Item(NamedTuple):
    """An item of a class: as it stands inside one, its ASCII part (None: all of it), and what it can match."""

    inside: str
    plain: str | None
    beyond: bool
    reach: _Reach
    every_other: bool = False
    never: bool = False


def translated(source: str, form: str) -> str:
    """A pattern in RE2's words, in one of three forms. Raises PatternError.

    `exact` is the pattern. `ascii` says the same of ASCII texts, and compiles ten times as fast. `wide` matches at least
    where the pattern does, and its program is a hundredth as large: counts are dropped, it reads bytes, and every byte
    beyond ASCII is in every class. A filter of wide patterns says which are worth a search.
    """
    return _Translation(source, form).run()


class _Translation:
    """One pass over a pattern."""

    def __init__(self, source: str, form: str) -> None:
        self.source = source
        self.wide = form == "wide"
        self.ascii = form == "ascii"
        self.classes = _CLASSES["ascii" if form != "exact" else "exact"]
        self.at = self.depth = self.edges = self.marks = 0
        self.names: set[str] = set()
        self.out: list[str] = []

    def run(self) -> str:
        self.alternatives()
        if self.at < len(self.source):
            opening = "(" if self.source[self.at] == ")" else "⟨"
            raise PatternError(f"“{self.source[self.at]}” without “{opening}” at character {self.at + 1}")
        return "".join(self.out)

    def next(self) -> str:
        return self.source[self.at : self.at + 1]

    def alternatives(self) -> _Reach:
        """Translate up to the end of the group."""
        blank = other = False
        while self.at < len(self.source) and self.source[self.at] not in ")⟩":
            reach = self.atom()
            if self.at < len(self.source) and self.source[self.at] in _QUANTIFIERS:
                self.quantifier(reach)
            blank |= reach.blank
            other |= reach.other
        return _Reach(blank, other)

    def atom(self) -> _Reach:
        character = self.next()
        if character in "(⟨":
            return self.group(character)
        if character == "[":
            return self.character_class()
        if character == "\\":
            return self.escape()
        if character in "*+?" or (character == "{" and _COUNT.match(self.source, self.at)):
            raise PatternError(f"not a pattern: “{character}” at character {self.at + 1} has nothing to repeat")
        self.at += 1
        if character == ".":
            self.out.append(_ALL if self.wide else ".")
            return _ANY
        if character in "|^$":
            self.out.append(character)
            return _NOTHING
        return self.literal(character)

    def literal(self, character: str) -> _Reach:
        if character in FOLDED_AWAY:
            raise PatternError(f"can never match: {_name(character)} is folded in what a pattern sees; write “{fold(character)}”")
        self.out.append(f"(?:[{_BEYOND}]+)" if self.wide and not character.isascii() else _escaped(character))
        return _BLANK if character == " " else _OTHER

    def group(self, opening: str) -> _Reach:
        start = self.at
        if opening == "⟨":
            self.marks += 1
            if self.marks > 1:
                raise PatternError("mark the reported part with one ⟨ and one ⟩")
            self.at += 1
            self.out.append(f"(?P<{MARK}>")
        elif self.head():
            return _NOTHING
        self.depth += 1
        if self.depth > DEEPEST:
            raise PatternError(f"groups stand inside one another more than {DEEPEST} deep")
        reach = self.alternatives()
        closing = {"(": ")", "⟨": "⟩"}[opening]
        if self.next() != closing:
            raise PatternError(f"“{opening}” without “{closing}” at character {start + 1}")
        self.depth -= 1
        self.out.append(")")
        self.at += 1
        return reach

    def head(self) -> bool:
        """Translates the opening of a group; whether that was the whole of it, as in `(?i)`."""
        if not self.source.startswith("(?", self.at):
            self.out.append("(")
            self.at += 1
            return False
        found = _HEAD.match(self.source, self.at)
        if not found:
            head = self.source[self.at : self.at + (4 if self.source.startswith("(?<", self.at) else 3)]
            if head[2:3] in "=!" or head[2:] in ("<=", "<!"):
                raise PatternError(f"look-around “{head}” is not to be had in linear time; use ⟨⟩ for the reported part and `unless`")
            raise PatternError(f"“{head}” is no group; there are: (…), (?:…), (?P<name>…), (?i)")
        if found["name"] and not (found["name"][0].isalpha() and found["name"].isascii()):
            raise PatternError(f"a group's name begins with a letter from A to Z, not as “{found['name']}”")
        if found["name"] in self.names:
            raise PatternError(f"the group “{found['name']}” stands twice")
        self.names |= {found["name"]} - {None}
        self.out.append(found.group())
        self.at = found.end()
        return found["end"] == ")"

    def escape(self) -> _Reach:
        letter = self.source[self.at + 1 : self.at + 2]
        if letter == "b":
            self.at += 2
            self.out.append("" if self.wide else rf"(?P<{EDGE}{self.edges}>)\b")
            self.edges += 1
            return _NOTHING
        if letter and letter in "Az":
            self.at += 2
            self.out.append("\\" + letter)
            return _NOTHING
        if letter and letter in "wdsWDSpP":
            item = self.named_class()
            self.out.append(self.shown([item], negated=False))
            return item.reach
        return self.literal(self.escaped_character())

    def escaped_character(self) -> str:
        """The character that stands for itself, or by its number, behind a backslash."""
        found = _HEX.match(self.source, self.at + 1)
        letter = self.source[self.at + 1 : self.at + 2]
        if found:
            number = int(found[1] or found[2], 16)
            if number > 0x10FFFF or 0xD800 <= number < 0xE000:
                raise PatternError(f"there is no character “\\{found.group()}”")
            self.at = found.end()
            return chr(number)
        if not letter:
            raise PatternError("it ends in a backslash")
        if letter.isalnum() and letter.isascii() and letter not in _SPACES:
            raise PatternError(f"“\\{letter}” is not to be had; there are: \\w \\d \\s \\b \\W \\D \\S \\p{{…}} \\P{{…}} \\x{{…}} \\A \\z")
        self.at += 2
        return _SPACES.get(letter, letter)

    def named_class(self) -> _Item:
        """A class such as `\\w` or `\\p{Lu}`."""
        letter = self.source[self.at + 1]
        if letter in "pP":
            return self.property()
        self.at += 2
        reach = {"s": _BLANK, "w": _OTHER, "d": _OTHER, "S": _OTHER}.get(letter, _ANY)
        inside = self.classes[letter]
        return _Item(inside, inside if letter.islower() else None, letter in "wd", reach, every_other=letter == "S")

    def property(self) -> _Item:
        found = _PROPERTY.match(self.source, self.at + 1)
        if not found:
            raise PatternError(f"no property at character {self.at + 1}: write \\p{{Lu}}, or \\pL")
        self.at = found.end()
        name = found[2] or found[4]
        negated = (found[1] == "P") != bool(found[3])
        inside = f"\\{'P' if negated else 'p'}{{{name}}}"
        if self.ascii and not negated:
            inside = _ASCII_PROPERTIES.get(name, inside)
        wordlike = not negated and _CATEGORY.fullmatch(name)
        holds_blank = (name in ("Z", "Zs", "Any", "Common")) != negated
        reach = _Reach(holds_blank, name not in ("Z", "Zs") or negated)
        return _Item(inside, _ASCII_WORD if wordlike else None, beyond=True, reach=reach)

    def character_class(self) -> _Reach:
        start = self.at
        self.at += 1
        negated = self.next() == "^"
        self.at += negated
        items: list[_Item] = []
        while self.at < len(self.source) and (self.next() != "]" or not items):
            items.append(self.item())
        if self.at >= len(self.source):
            raise PatternError(f"“[” without “]” at character {start + 1}")
        self.at += 1
        if not negated and all(item.never for item in items):
            raise PatternError(f"can never match: what “{self.source[start : self.at]}” asks for is folded in what a pattern sees")
        self.out.append(self.shown(items, negated=negated))
        blank = any(item.reach.blank for item in items) != negated
        other = not any(item.every_other for item in items) if negated else any(item.reach.other for item in items)
        return _Reach(blank, other)

    def item(self) -> _Item:
        if self.next() == "\\" and self.source[self.at + 1 : self.at + 2] in tuple("wdsWDSpP"):
            return self.named_class()
        first = last = self.class_character()
        if self.next() == "-" and self.source[self.at + 1 : self.at + 2] not in ("]", ""):
            self.at += 1
            last = self.class_character()
            if last < first:
                raise PatternError(f"the range “{first}-{last}” is the wrong way round")
        inside = _escaped(first) if first == last else f"{_escaped(first)}-{_escaped(last)}"
        plain = "" if first > "\x7f" else inside if last <= "\x7f" else f"{_escaped(first)}-\\x7f"
        reach = _Reach(first <= " " <= last, not first == last == " ")
        never = ord(last) - ord(first) < 100 and all(chr(code) in FOLDED_AWAY for code in range(ord(first), ord(last) + 1))
        return _Item(inside, plain, last > "\x7f", reach, never=never)

    def class_character(self) -> str:
        if self.source.startswith("[:", self.at):
            raise PatternError("classes such as [:alpha:] know ASCII only; write \\p{L}, \\w, \\d, or \\[ for the sign")
        if self.next() == "\\":
            return self.escaped_character()
        self.at += 1
        return self.source[self.at - 1]

    def shown(self, items: list[_Item], *, negated: bool) -> str:
        """A class in RE2's words. A wide one counts bytes: whatever lies beyond ASCII is a run of high ones."""
        if not self.wide:
            return f"[{'^' if negated else ''}{''.join(item.inside for item in items)}]"
        if negated or any(item.plain is None for item in items):
            return _ALL
        plain = "".join(item.plain or "" for item in items)
        return f"(?:[{plain}{_BEYOND}]+)" if any(item.beyond for item in items) else f"[{plain}]"

    def quantifier(self, reach: _Reach) -> None:
        start = self.at
        count = _COUNT.match(self.source, start)
        if self.next() == "{" and not count:
            if self.source.startswith("{,", start):
                raise PatternError(f"a count begins with a number: {{0,…}} at character {start + 1}; write \\{{ for the sign")
            return
        self.at = count.end() if count else start + 1
        most = (count[3] if count[2] else count[1]) if count else "1" if self.source[start] == "?" else ""
        if reach.blank and reach.other and (not most or int(most) > WIDEST):
            sign = self.source[start : self.at]
            raise PatternError(f"“{sign}” at character {start + 1} repeats something that spans words without end; bound it: {{0,{WIDEST}}} at most")
        if self.next() == "?":
            self.at += 1
        if self.wide and count:
            self.out.append("*" if int(count[1]) == 0 else "+")
        else:
            self.out.append(self.source[start : self.at])


def _escaped(character: str) -> str:
    if character in _SIGNS:
        return "\\" + character
    return character if character >= " " else f"\\x{ord(character):02x}"


def _name(character: str) -> str:
    import unicodedata

    return unicodedata.name(character, repr(character)).lower()
