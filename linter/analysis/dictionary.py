"""The English dictionary: which words are none, and what was meant."""

from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase

from linter.resources import rules_folder, words

_PREFIXES = tuple(
    "anti auto bio by co counter cross cyber de dis down e eco ex extra fore geo hyper il im in inter ir macro mega meta micro mid mini mis mono multi nano neo non "
    "off on out over para photo poly post pre pro pseudo psycho quasi radio re self semi socio step sub super tele thermo trans tri ultra un under uni up video".split()
)
_SUFFIXES = tuple(
    "s es d ed r er ers ing ings ly y ish ism isms ist ists ness less like able ably ation ations ize izes ized izing ise ises ised ising able "
    "ability abilities hood ship ships wide wise dom fest free gate holic maker makers man men person woman women proof side size sized time ward wards worthy".split()
)
_SHORTEST = 5


class _Dictionary:
    """A sorted word list as one piece of bytes: reading it costs nothing, a look-up twenty comparisons."""

    def __init__(self) -> None:
        self.data = (rules_folder() / "words" / "dictionary.txt").read_bytes()
        self.first = self.data.index(b"\n", self.data.rindex(b"\n#") + 1) + 1

    def __contains__(self, word: str) -> bool:
        wanted = word.encode()
        low, high = self.first, len(self.data)
        while low < high:
            middle = (low + high) // 2
            start = self.data.rfind(b"\n", self.first - 1, middle) + 1
            end = self.data.find(b"\n", start)
            if self.data[start:end] == wanted:
                return True
            if self.data[start:end] < wanted:
                low = end + 1
            else:
                high = start
        return False


@cache
def _dictionary() -> _Dictionary:
    return _Dictionary()


def is_word(word: str) -> bool:
    """Whether small letters are an English word, or may well be: one that is made of others counts too."""
    if word in words("common-words") or word in _dictionary():
        return True
    for prefix in _PREFIXES:
        if word.startswith(prefix) and _stands(word[len(prefix) :]):
            return True
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and any(_stands(stem) for stem in _stems(word.removesuffix(suffix), suffix)):
            return True
    return any(_stands(word[:cut]) and _stands(word[cut:]) for cut in range(3, len(word) - 2))


def _stands(word: str) -> bool:
    return len(word) > 2 and (word in words("common-words") or word in _dictionary())


def _stems(stem: str, suffix: str) -> Iterator[str]:
    """What may have stood before a suffix: the stem, with the e that a vowel drops, with the y that became an i."""
    yield stem
    if suffix[0] in "aeiouy":
        yield f"{stem}e"
    if stem.endswith("i"):
        yield f"{stem[:-1]}y"


def meant(word: str) -> str | None:
    """The one common word that a slip of a single letter makes of this one; None where there is none, or more than one."""
    common = words("common-words")
    candidates = {slip for slip in slips(word) if slip in common and slip in _dictionary()}
    return candidates.pop() if len(candidates) == 1 else None


def slips(word: str) -> Iterator[str]:
    """What one letter too many, too few, wrong, or swapped with its neighbour makes of a word; the first letter stays."""
    for at in range(1, len(word) + 1):
        left, right = word[:at], word[at:]
        if right:
            yield left + right[1:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        for letter in ascii_lowercase:
            yield left + letter + right
            if right:
                yield left + letter + right[1:]
