"""Text of a stranger made safe to print: no control character reaches a terminal."""

import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str) -> str:
    """`text` with tabs as blanks and every other control, direction or broken character as a visible escape."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else _escaped(letter) for letter in text)


def _escaped(letter: str) -> str:
    if letter == "\t" or unicodedata.category(letter) == "Zs":
        return " "
    if unicodedata.category(letter) == "Cf" and letter not in _BIDI:
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def line_start(path: str) -> str:
    """A path that begins a line: one that begins with `::` would be a command to GitHub Actions."""
    return printable(f"./{path}" if path.startswith("::") else path)


def cells(text: str) -> int:
    """How many cells of a terminal a printable text takes."""
    if text.isascii():
        return len(text)
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
