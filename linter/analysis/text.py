"""The folded text that patterns see: the same length, spaces, apostrophes and quote marks made plain."""

import re

_FOLDED = {
    "\t": " ",
    "\n": " ",
    "\r": " ",
    "\v": " ",
    "\f": " ",
    "\x85": " ",
    "\xa0": " ",
    "\u1680": " ",
    **{chr(code): " " for code in range(0x2000, 0x200C)},
    "\u2028": " ",
    "\u2029": " ",
    "\u202f": " ",
    "\u205f": " ",
    "\u2060": " ",
    "\u3000": " ",
    "\ufeff": " ",
    "\u2018": "'",
    "\u2019": "'",
    "\u201a": "'",
    "\u201b": "'",
    "\u02bc": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u201f": '"',
    "\xab": '"',
    "\xbb": '"',
}
FOLDED_AWAY = frozenset(_FOLDED)
"""Characters that folded text never holds: a pattern that asks for one can never match."""

_ADDRESS = re.compile(r"[\"'(\[<]{0,4}(?:(?:https?|ftp)://|www\.|[\w.+-]{1,64}@[\w-]{1,64}\.\w|(?:[\w-]{1,64}\.){1,6}[a-z]{2,12}/\S)", re.IGNORECASE)
_LONGEST_ADDRESS = 2000

_TABLE = str.maketrans(_FOLDED)


def fold(text: str) -> str:
    """`text` with every kind of space a blank, and curly quotes and apostrophes straight; of the same length."""
    return text.translate(_TABLE)


def lower(text: str) -> str:
    """`text` in lower case, of the same length: a letter whose lower case is longer stays as it is."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def is_word(character: str) -> bool:
    """Whether a character is part of a word: a letter, a digit, an underscore, or a mark that joins a letter."""
    return character.isalnum() or character == "_" or "\u0300" <= character <= "\u036f"


def word_ends(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` neither begins nor ends inside a word."""
    if start > 0 and start < len(text) and is_word(text[start]) and is_word(text[start - 1]):
        return False
    return not (0 < end < len(text) and is_word(text[end - 1]) and is_word(text[end]))


def in_address(folded: str, start: int, end: int) -> bool:
    """Whether `folded[start:end]` lies inside an address of the web or of e-mail."""
    first = max(0, start - _LONGEST_ADDRESS, folded.rfind(" ", max(0, start - _LONGEST_ADDRESS), start) + 1)
    return _ADDRESS.match(folded, first) is not None and " " not in folded[start:end]
