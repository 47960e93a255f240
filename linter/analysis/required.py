"""The words and signs without which a pattern or a phrase cannot occur: looking for them is much cheaper.

What is asked is the folded text in small letters, so that literals are in small letters too; for a phrase each word and
each mark of the text has one blank behind it.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import NamedTuple

Literals = frozenset[str]

_PART = re.compile(
    r"\(\?[-imsU]+\)|(?P<opening>⟨|\((?:\?(?:P<\w+>|[-imsU]*:))?)|(?P<closing>[)⟩])|\[(?P<negated>\^?)(?P<members>\]?(?:\\.[^\]\\]*|[^\]\\])*)\]"
    r"|\\(?:x\{\w+\}|x\w\w|[pP](?:\{[^}]*\}|.)|(?P<escaped>.))|(?P<count>[*+?]\??|\{\d+(?:,\d*)?\}\??)|(?P<bar>\|)|(?P<edge>[$^])|(?P<any>\.)|(?P<plain>.)",
    re.DOTALL,
)
_PHRASE_PART = re.compile(
    r"(?P<opening>⟨|\((?:\?P<\w+>)?)|(?P<closing>[)⟩])|(?P<bar>\|)|(?P<count>\{\d\d?(?:,\d\d?)?\}|\?)|(?P<edge>[$^])|(?P<any><[^<>]+>|\.)"
    r"|\\(?P<escaped>.)|(?P<word>\w[\w'-]*|\S)"
)
_ENDS = frozenset("bAz")
_MOST = 8
"""So many literals may come of one run of parts; beyond it the run is cut in two."""

_LONGEST_REPEAT = 8
_MOST_SETS = 3
_RARE = 0.05


class _Needs(NamedTuple):
    """What a part of a pattern needs: the texts that it can be and no other, or sets of which a text must hold one each."""

    whole: Literals | None
    sets: tuple[Literals, ...] = ()


_NOTHING = _Needs(None)
_EMPTY = _Needs(frozenset(("",)))


def required(source: str) -> list[list[str]]:
    """Sets of literals of each of which a text must hold one for a pattern to occur in it, the rarest first; none if none help."""
    return _rarest(_alternatives(_PART.finditer(source), _single))


def required_of_phrase(source: str) -> list[list[str]]:
    """The same for a phrase, of the words and marks of a sentence."""
    return _rarest(_alternatives(_PHRASE_PART.finditer(source), _word))


def _rarest(needs: _Needs) -> list[list[str]]:
    sets = needs.sets if needs.whole is None else (needs.whole,)
    rare = sorted((_frequency(chosen), sorted(chosen)) for chosen in set(sets) if _frequency(chosen) < _RARE)
    return [chosen for _, chosen in rare[:_MOST_SETS]]


def _frequency(literals: Literals) -> float:
    """A guess how often one of some literals begins at a place of a text: each further character makes it rarer, a sign most."""
    return sum(math.prod(0.3 if character.isalnum() else 0.4 if character == " " else 0.05 for character in literal) for literal in literals)


def _alternatives(parts: Iterator[re.Match[str]], single: Callable[[re.Match[str]], _Needs]) -> _Needs:
    """What the parts up to the end of their group need."""
    branches: list[_Needs] = []
    branch: list[_Needs] = []
    for part in parts:
        if part["closing"]:
            break
        if part["bar"]:
            branches.append(_sequence(branch))
            branch = []
        elif part["count"]:
            branch += _repeated(branch.pop(), part["count"])
        else:
            branch.append(_alternatives(parts, single) if part["opening"] else single(part))
    branches.append(_sequence(branch))
    if len(branches) == 1:
        return branches[0]
    wholes = [needs.whole for needs in branches if needs.whole is not None]
    if len(wholes) == len(branches):
        return _Needs(frozenset().union(*wholes))
    sets = [min(needs.sets, key=_frequency, default=None) if needs.whole is None else needs.whole for needs in branches]
    return _Needs(None, (frozenset().union(*filter(None, sets)),) if all(sets) else ())


def _repeated(needs: _Needs, count: str) -> tuple[_Needs, ...]:
    """What a part that is repeated needs: as many as must be there, and what comes then does not touch them."""
    if count.startswith("?"):
        return (_NOTHING if needs.whole is None else _Needs(needs.whole | {""}),)
    least = int(count.strip("{}?").partition(",")[0]) if count.startswith("{") else int(count.startswith("+"))
    return (*(needs,) * min(least, _LONGEST_REPEAT), _NOTHING)


def _single(part: re.Match[str]) -> _Needs:
    """What a part that is no group needs."""
    if part["members"]:
        members = part["members"]
        listed = not part["negated"] and "\\" not in members and "-" not in members[1:-1] and len(members) <= 6
        return _literal(members) if listed else _NOTHING
    if part["escaped"]:
        letter = part["escaped"]
        if letter in _ENDS:
            return _EMPTY
        return _literal(" ") if letter == "s" else _NOTHING if letter.isalnum() else _literal(letter)
    if part["plain"]:
        return _literal(part["plain"])
    return _NOTHING if part["any"] else _EMPTY


def _word(part: re.Match[str]) -> _Needs:
    """What a part of a phrase needs that is no group: a word or mark, with the blank behind it."""
    if part["edge"]:
        return _EMPTY
    text = part["word"] or part["escaped"] or ""
    return _Needs(frozenset((f"{text.lower()} ",))) if text and text.isascii() else _NOTHING


def _literal(characters: str) -> _Needs:
    """One of some characters; letters with a case beyond ASCII, which can be folded in several ways, are left open."""
    if any(not sign.isascii() and (sign != sign.lower() or sign != sign.upper()) for sign in characters):
        return _NOTHING
    return _Needs(frozenset(characters.lower()))


def _sequence(parts: Iterable[_Needs]) -> _Needs:
    """What parts need that follow one another."""
    sets: list[Literals] = []
    run: Literals = frozenset(("",))
    broken = False
    for needs in parts:
        if needs.whole is not None and (1 in (len(run), len(needs.whole)) or len(run) * len(needs.whole) <= _MOST):
            run = frozenset(first + second for first, second in product(run, needs.whole))
            continue
        broken = True
        sets += [run, *needs.sets]
        run = frozenset(("",)) if needs.whole is None else needs.whole
    return _Needs(None, tuple(chosen for chosen in (*sets, run) if "" not in chosen)) if broken else _Needs(run)
