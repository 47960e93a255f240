"""Evidence that two spellings, alike but for a letter or so, mean one name, or two."""

import re

from linter.analysis.names.letters import both_sides_of_the_ocean, difference, inflected, plural, skeleton
from linter.analysis.names.spellings import Spelling
from linter.resources import words as listed

_SLIPS = frozenset(("swap", "double", "letter", "vowel", "class"))
"""The differences that typing and transliteration make most often; one letter for any other makes a new name as easily."""

_MANY = 4
_DRAWN_OUT = re.compile(r"(.)\1\1")
"""“Ewwww”"""

_MOST_COMPARED = 200


def one_name(one: Spelling, other: Spelling) -> bool:
    """Whether the evidence is that two spellings, alike but for a letter or so, mean one name."""
    if one.base in other.before | other.after or other.base in one.before | one.after:
        return False  # side by side, as in “King Kong”
    if both_sides_of_the_ocean(one.base, other.base) or _DRAWN_OUT.search(one.base + " " + other.base):
        return False
    differs = difference(one.base, other.base)
    length = min(len(one.base), len(other.base))
    before, after = _shared(one.before, other.before), _shared(one.after, other.after)
    if inflected(one.base, other.base):
        return _misplaced_apostrophe(one, other) or (not before.isdisjoint(listed("given-names")) and not plural(one.base, other.base))
    if one.base[0] != other.base[0] and (differs not in ("vowel", "class", "sound") or length < 5):
        return False
    if before or after:
        return _beside_one_name(one, other, differs, length, before | after)
    if (one.introduced and other.introduced) or (one.after and other.after):
        return False
    full, surname = (one, other) if one.introduced else (other, one)
    if full.introduced and surname.only_alone and _second_mention(full, surname, differs, length):
        return True
    if one.listed or other.listed:
        return length > 7 and differs in _SLIPS and one.only_alone and other.only_alone and not (one.ordinary or other.ordinary)
    if one.ordinary or other.ordinary:
        return length > 7 and differs in ("swap", "double", "letter") and _rarer(one, other).unheard
    if one.known and other.known:
        return differs in ("vowel", "class") and one.articled and other.articled
    if one.only_alone and other.only_alone:
        return _alone(one, other, differs, length)
    return not full.introduced and _elsewhere(one, other, differs, length)


def _shared(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The neighbours that both have; an initial is the word it stands for, and a neighbour may be misspelt as well."""
    shared = one & other
    if shared or len(one) * len(other) > _MOST_COMPARED:
        return shared
    return frozenset(a for a in one for b in other if _same_neighbour(a, b))


def _same_neighbour(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    return min(len(one), len(other)) > 5 and one[0] == other[0] and difference(one, other) in _SLIPS and not inflected(one, other)


def _misplaced_apostrophe(one: Spelling, other: Spelling) -> bool:
    """“Harker’s” for “Harkers’”: the stem stands with the ending of a possessive only, and the name in full has the s."""
    stem, name = (one, other) if len(one.base) < len(other.base) else (other, one)
    return name.base == stem.base + "s" and stem.possessive and not name.before.isdisjoint(listed("given-names"))


def _beside_one_name(one: Spelling, other: Spelling, differs: str, length: int, shared: frozenset[str]) -> bool:
    """They share a neighbour: a given name, a surname. A common word says less: “Obituary”."""
    if one.ordinary or other.ordinary:
        return differs in _SLIPS and length > 5 and (one.unheard or other.unheard)
    both_known = one.known and other.known
    if both_known and (shared <= listed("common-words") or (differs == "letter" and one.before.isdisjoint(other.before))):
        return False  # “Reasons Kate …”, “Reasons Katy …”; a mother and a daughter
    if differs in _SLIPS:
        return length > 4 or differs != "letter" or not one.before.isdisjoint(other.before)
    if shared <= listed("common-words") or (both_known and differs == "sound"):
        return False
    return differs == "other" or (differs == "sound" and length > 4 and len(skeleton(one.base)) > 2)


def _second_mention(full: Spelling, surname: Spelling, differs: str, length: int) -> bool:
    """A surname alone that was never introduced, and one a slip away that was."""
    if surname.titled:
        if differs == "other":
            return length > 5 and not surname.known
        return (length > 4 and not surname.known and differs in ("sound", "two")) or (differs in _SLIPS and (length > 4 or not surname.known))
    if full.ordinary or surname.ordinary:
        return False
    if surname.listed:
        return length > 5 and not surname.known and differs in ("swap", "double", "letter")
    if surname.known:
        return length > 5 and differs == "double"
    if differs == "other":
        return length > 7 or (length > 4 and _seldom(surname, full))
    return (length > 5 and (differs in _SLIPS or differs == "two")) or (length > 4 and differs == "swap")


def _alone(one: Spelling, other: Spelling, differs: str, length: int) -> bool:
    """Places and the like, which need no introduction."""
    if differs == "sound":
        return length > 9
    return length > 4 and (differs in _SLIPS or (differs == "other" and (_seldom(one, other) or _seldom(other, one))))


def _elsewhere(one: Spelling, other: Spelling, differs: str, length: int) -> bool:
    """A given name alone, a place in the name of something else."""
    if one.known != other.known:
        return length > 4 and (differs == "swap" or (differs == "double" and _rarer(one, other).unheard))
    return differs in _SLIPS and length > 5


def _rarer(one: Spelling, other: Spelling) -> Spelling:
    """The spelling that the article has less often; of a tie the better known one, so that it proves nothing."""
    if one.count == other.count:
        return other if one.unheard else one
    return min(one, other, key=lambda spelling: spelling.count)


def _seldom(rare: Spelling, usual: Spelling) -> bool:
    """Whether the article has a word that nobody knows once or so, and the other many times."""
    return rare.unheard and usual.count >= _MANY * rare.count
