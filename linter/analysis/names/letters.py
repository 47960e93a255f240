"""Two spellings as strings: in what they differ, whatever they name."""

import re
import unicodedata
from functools import lru_cache

_SEPARATORS = str.maketrans("", "", "-‐‑'’ .")
_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul)[-‐‑'’](?=[A-Z])", re.IGNORECASE)
_DIGRAPHS = re.compile("kh|gh|dh|th|sh|ch|ph|ck|x")
_WIDE = {"kh": "k", "gh": "g", "dh": "d", "th": "t", "sh": "s", "ch": "s", "ph": "v", "ck": "k", "x": "ks"}
_NARROW = str.maketrans({"q": "k", "c": "k", "z": "s", "w": "v", "f": "v", "j": "g"} | dict.fromkeys("yhaeiou"))
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = frozenset("aeiouy")
_INFLECTED = frozenset(
    "s es n an ans ian ians i is er ers ese ic ish ism isms ist ists ite ites land d ed ly ing ies y a ia r rs ns ien ens al ation ya".split()
)
_SLAVIC = ("ov", "ev", "in", "yn")
"""Surnames that take an “a” when a woman bears them."""

_BRITISH = (("our", "or"), ("tre", "ter"), ("ence", "ense"), ("yse", "yze"), ("ise", "ize"), ("ogue", "og"), ("pae", "pe"))
_FAR = 4
_KEPT = 20_000


@lru_cache(_KEPT)
def letters(text: str) -> str:
    """A spelling without accents, capitals, hyphens, apostrophes and blanks."""
    plain = text.translate(_SEPARATORS).lower()
    if plain.isascii():
        return plain
    return "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))


def core(word: str) -> str:
    """A word without the Arabic article before it: “Kadhimi” of “al-Kadhimi”."""
    return _ARTICLE.sub("", word, count=1) if "-" in word or "'" in word or "’" in word else word


@lru_cache(_KEPT)
def skeleton(base: str) -> str:
    """What stays of a name when it is carried from one alphabet to another: its consonants by class, doubled ones once."""
    first = base[:1]
    narrow = _DIGRAPHS.sub(lambda found: _WIDE[found.group()], base).translate(_NARROW)
    if first in _VOWELS:
        narrow = "a" + narrow
    return _DOUBLED.sub(r"\1", narrow)


def difference(one: str, other: str) -> str:
    """In what two words in small letters differ.

    `swap` (letters changed places), `double` (a letter once or twice), `letter` (one more or less), `vowel` (one
    for another), `class` (one consonant for another of its class), `other` (one letter for any other), `sound` (more,
    but the consonants are the same), `two` (two edits), `far`.
    """
    short, long = sorted((one, other), key=len)
    start = _common(short, long)
    end = min(_common(short[::-1], long[::-1]), len(short) - start)
    less, more = short[start : len(short) - end], long[start : len(long) - end]
    if len(more) == 1 and not less:
        return "double" if more in (long[start - 1 : start], long[start + 1 : start + 2]) else "letter"
    if len(less) == len(more) == 1:
        if less in _VOWELS and more in _VOWELS:
            return "vowel"
        return "class" if skeleton(one) == skeleton(other) and not {less, more} & _VOWELS else "other"
    if sorted(less) == sorted(more) and edits(less, more) <= 2:
        return "swap"
    if _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other):
        return "double"
    distance = edits(less, more)
    if skeleton(one) == skeleton(other) and distance < _FAR:
        return "sound"
    return "two" if distance == 2 else "far"


def inflected(one: str, other: str) -> bool:
    """Whether one word may be made from the other, or both from a third, by an ending: “Iraq” and “Iraqi”, “Zionism” and “Zionist”."""
    short, long = sorted((one, other), key=len)
    if long == short + "a" and short.endswith(_SLAVIC):
        return True
    common = _common(one, other)
    for at in range(common, max(common - 4, 2), -1):
        less, more = sorted((one[at:], other[at:]), key=len)
        if more not in _INFLECTED or (more == "s" and one[at - 1] == "s") or (more == "a" and one[at - 1] != "i"):
            continue
        if not less or (less in _INFLECTED and (len(less) > 1 or len(more) > 1 or less + more in "sns")):
            return True
    return False


def both_sides_of_the_ocean(one: str, other: str) -> bool:
    """Whether one is the British and the other the American spelling of a word: names of institutions keep theirs."""
    return any(a.replace(british, american) == b for a, b in ((one, other), (other, one)) for british, american in _BRITISH if british in a)


def plural(one: str, other: str) -> bool:
    """Whether one word is the plural of the other: “the Ann Harkers of this world”."""
    short, long = sorted((one, other), key=len)
    return long in (short + "s", short + "es", short + "ns")


def edits(one: str, other: str) -> int:
    """The distance of Damerau and Levenshtein (1964, 1966; neighbouring letters may swap once), at most 4."""
    if abs(len(one) - len(other)) >= _FAR:
        return _FAR
    width = len(other) + 1
    older: list[int] = []
    last = list(range(width))
    for i, a in enumerate(one, 1):
        row = [i] + [_FAR] * (width - 1)
        for j in range(max(i - _FAR, 1), min(i + _FAR, width)):
            b = other[j - 1]
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row[j] = cost
        older, last = last, row
    return min(last[-1], _FAR)


def _common(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
