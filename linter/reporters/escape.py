"""Text of a stranger made safe to print: no control character reaches a terminal."""

import unicodedata
from collections.abc import Iterator

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


def json_printable(text: str) -> str:
    """A text in JSON, with what a terminal might obey or could not show as JSON's own escapes: it says the same."""
    if text.isascii():
        return text
    from json import dumps

    return "".join(letter if letter.isprintable() or letter == "\n" else dumps(letter)[1:-1] for letter in text)


def line_start(path: str) -> str:
    """A path that begins a line: one that begins with `::` would be a command to GitHub Actions."""
    return printable(f"./{path}" if path.startswith("::") else path)


def head(text: str, width: int) -> str:
    """As much of the beginning of a printable text as so many cells hold; marks stay with their letter."""
    if text.isascii():
        return text[:width]
    used = 0
    for at, letter in enumerate(text):
        used += _width(letter)
        if used > width:
            return text[:at]
    return text


def tail(text: str, width: int) -> str:
    """As much of the end of a printable text as so many cells hold; no mark loses its letter."""
    if text.isascii():
        return text[max(0, len(text) - width) :]
    used, start = 0, len(text)
    for at in range(len(text) - 1, -1, -1):
        used += _width(text[at])
        if used > width:
            break
        if _width(text[at]):
            start = at
    else:
        start = 0
    return text[start:]


def wrapped(text: str, width: int) -> Iterator[str]:
    """A printable text in lines of so many cells at most, broken at blanks where there are any."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if cells(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        line = word
        while cells(line) > width:
            part = head(line, width) or line[:1]
            yield part
            line = line[len(part) :]
    yield line


def cells(text: str) -> int:
    """How many cells of a terminal a printable text takes."""
    if text.isascii():
        return len(text)
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
