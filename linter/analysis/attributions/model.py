"""How likely a sentence is somebody's word: a logistic model over words, classes of cues and what is quoted.

The features are made here for the training (tools/train_attribution.py) and for the use alike. The weights stand in
`rules/weights/attributed.tsv`: one feature a line, its weight, a tab, its name. Stems of words and pairs of stems that
follow one another are looked up as they are, because making names of them would cost more than all the rest.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import repeat
from typing import NamedTuple

from linter.analysis.attributions.clauses import Clause, is_source_noun
from linter.analysis.attributions.lexicon import AUXILIARIES, JOINING, PRONOUNS, cue_classes, stem
from linter.analysis.attributions.told import Told
from linter.resources import rules_folder

_TELLING_BEFORE = frozenset(PRONOUNS | {"that", "to", "the", "a", "his", "her", "their", "its", "of", "and"})
_TELLING_AFTER = frozenset("that to for on the his her he she it they a in by of with as about".split())
_SUBJECTS = PRONOUNS - {"you"}
_OPENING = "^"


class Features(NamedTuple):
    """What is known of a sentence: the stems of its words, its pairs of stems, and the rest by name; each counts once."""

    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    named: frozenset[str]

    def names(self) -> Iterator[str]:
        """All features by name, as the file of weights has them."""
        yield from (f"s={stem}" for stem in self.stems)
        yield from (f"sb={first} {second}" for first, second in self.pairs)
        yield from self.named


def features(told: Told, clauses: Sequence[Clause], role: str) -> Features:
    """The features of a sentence, with its clauses of attribution, in a block of a role."""
    stems = list(map(stem, told.lows))
    named = {*_clauses(clauses), *_shape(told, role), *_inflected(told, stems)}
    for index in told.cues:
        named.update(_cue(told.lows[index], _kind_before(told, index), told.low(index + 1)))
    named.add(f"cues={min(len(told.cues), 4)}")
    return Features(frozenset(stems), frozenset(zip((_OPENING, *stems), stems, strict=False)), frozenset(named))


def log_odds(told: Told, clauses: Sequence[Clause], role: str) -> float:
    """The logarithm of the odds that a sentence is attributed: above 0 it is more likely than not."""
    found = features(told, clauses, role)
    stems, pairs, named = _weights()
    zero = repeat(0.0)
    total = named["bias"] + sum(map(stems.get, found.stems, zero)) + sum(map(pairs.get, found.pairs, zero)) + sum(map(named.get, found.named, zero))
    return round(total, 2)  # as exact as the weights are: the order in which a set gives them counts for nothing


@cache
def _weights() -> tuple[dict[str, float], dict[tuple[str, str], float], dict[str, float]]:
    stems: dict[str, float] = {}
    pairs: dict[tuple[str, str], float] = {}
    named: dict[str, float] = {}
    for line in (rules_folder() / "weights" / "attributed.tsv").read_text(encoding="utf-8").split("\n"):
        weight, _, name = line.partition("\t")
        if name.startswith("s="):
            stems[name[2:]] = float(weight)
        elif name.startswith("sb="):
            first, _, second = name[3:].partition(" ")
            pairs[first, second] = float(weight)
        elif name:
            named[name] = float(weight)
    return stems, pairs, named


def _clauses(clauses: Sequence[Clause]) -> Iterator[str]:
    """The kind of the most telling clause, and what its source is."""
    if not clauses:
        return
    main = clauses[0]
    if main.source is None:
        source = "none"
    elif not main.head:
        source = "name"
    else:
        source = main.head if main.head in PRONOUNS else "role" if is_source_noun(main.head) else "other"
    yield f"clause={main.kind}"
    yield f"clause={main.kind} {source}"
    yield f"source={source}"


def _shape(told: Told, role: str) -> Iterator[str]:
    place = told.place
    length = told.quoted + len(told.lows)
    yield f"quoted={min(told.quoted, 6)}"
    yield f"length={min(length // 6, 8)}"
    yield "role=" + role
    if length and not told.lows:
        yield "all quoted"
    if told.quotes and told.quotes[0][0] <= place.start:
        yield "opens quoted"
    last = told.text[place.end - 1]
    if last in ":?":
        yield "ends=" + last


def _inflected(told: Told, stems: Sequence[str]) -> Iterator[str]:
    """Words in small letters after a name, a pronoun or an auxiliary: there a verb stands, and its ending tells which."""
    capitals = told.capitals
    for index in range(1, len(stems)):
        if capitals[index]:
            continue
        low, before = told.lows[index], told.lows[index - 1]
        if capitals[index - 1]:
            yield "c=" + stems[index]
            subject = "C"
        elif before in _SUBJECTS or before in AUXILIARIES:
            subject = before
        else:
            continue
        ending = "ed" if low.endswith("ed") else "ing" if low.endswith("ing") else "s" if low.endswith("s") and len(low) > 3 else ""
        if ending:
            yield f"u={subject} {ending}"


@lru_cache(maxsize=20_000)
def _cue(low: str, subject: str, following: str) -> tuple[str, ...]:
    """What stands round a cue: its subject as far as one word can tell, its ending, and the word after it."""
    ending = "ed" if low.endswith("d") else "ing" if low.endswith("ing") else "s" if low.endswith("s") else "b"
    after = following or "$"
    found = []
    for name in cue_classes()[low]:
        found += ["k=" + name, f"kp={name} {subject}", f"ks={name} {ending} {subject}"]
        if after == "$" or after in _TELLING_AFTER:
            found.append(f"kn={name} {after}")
    return tuple(found)


def _kind_before(told: Told, index: int) -> str:
    at = index - 1
    while at >= 0 and (told.lows[at] in AUXILIARIES or told.lows[at].endswith("ly")):
        at -= 1
    if at < 0:
        return _OPENING
    low = told.lows[at]
    if told.capitals[at]:
        return "C"
    if low in _TELLING_BEFORE or low in JOINING:
        return low
    return "s" if low.endswith("s") else "x"
