"""How likely a sentence is somebody's word: a logistic model over words, classes of cues and what is quoted.

The features are made here for the training (tools/train_attribution.py) and for the use alike. The weights stand in
`rules/weights/attributed.tsv`: one feature a line, its weight, a tab, its name.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from linter.analysis.attributions.clauses import Clause, is_source_noun
from linter.analysis.attributions.lexicon import AUXILIARIES, JOINING, PRONOUNS, cue_classes, stem
from linter.analysis.attributions.told import Told
from linter.resources import rules_folder

_TELLING_BEFORE = frozenset(PRONOUNS | {"that", "to", "the", "a", "his", "her", "their", "its", "of", "and"})
_TELLING_AFTER = frozenset("that to for on the his her he she it they a in by of with as about".split())
_SUBJECTS = PRONOUNS - {"you"}


def features(told: Told, clauses: Sequence[Clause], role: str) -> dict[str, None]:
    """The features of a sentence, with its clauses of attribution, in a block of a role; each counts once."""
    return dict.fromkeys((*_clauses(clauses), *_shape(told, role), *_words(told)))


def log_odds(told: Told, clauses: Sequence[Clause], role: str) -> float:
    """The logarithm of the odds that a sentence is attributed: above 0 it is more likely than not."""
    weights = _weights()
    return weights["bias"] + sum(weights.get(feature, 0.0) for feature in features(told, clauses, role))


@cache
def _weights() -> dict[str, float]:
    lines = (rules_folder() / "weights" / "attributed.tsv").read_text(encoding="utf-8").split("\n")
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {feature: float(weight) for weight, feature in pairs}


def _clauses(clauses: Sequence[Clause]) -> Iterator[str]:
    """The kind of the most telling clause, and what its source is."""
    if not clauses:
        return
    main = clauses[0]
    source = (
        "none" if main.source is None else "name" if not main.head else main.head if main.head in PRONOUNS else "role" if is_source_noun(main.head) else "other"
    )
    yield f"clause={main.kind}"
    yield f"clause={main.kind} {source}"
    yield f"source={source}"


def _words(told: Told) -> Iterator[str]:
    classes = cue_classes()
    before, before_stem, before_capital, cues = "^", "^", False, 0
    for index, (low, capital, _, _) in enumerate(told.tokens):
        this = stem(low)
        yield "s=" + this
        yield f"sb={before_stem} {this}"
        if before_capital and not capital:
            yield "c=" + this
        if before_stem != "^" and not capital:
            yield from _inflected(low, before, before_capital)
        if low in classes:
            cues += 1
            yield from _cue(told, index, classes[low])
        before, before_stem, before_capital = low, this, capital
    yield f"cues={min(cues, 4)}"


def _shape(told: Told, role: str) -> Iterator[str]:
    place = told.place
    length = told.quoted + len(told.tokens)
    yield f"quoted={min(told.quoted, 6)}"
    yield f"length={min(length // 6, 8)}"
    yield "role=" + role
    if length and not told.tokens:
        yield "all quoted"
    if told.quotes and told.quotes[0][0] <= place.start:
        yield "opens quoted"
    last = told.text[place.end - 1]
    if last in ":?":
        yield "ends=" + last


def _inflected(low: str, before: str, before_capital: bool) -> Iterator[str]:
    subject = "C" if before_capital else before if before in _SUBJECTS or before in AUXILIARIES else ""
    ending = "ed" if low.endswith("ed") else "ing" if low.endswith("ing") else "s" if low.endswith("s") and len(low) > 3 else ""
    if subject and ending:
        yield f"u={subject} {ending}"


def _cue(told: Told, index: int, classes: tuple[str, ...]) -> Iterator[str]:
    """What stands round a cue: its subject as far as one word can tell, its ending, and the word after it."""
    subject = _kind_before(told, index)
    low = told.tokens[index].low
    ending = "ed" if low.endswith("d") else "ing" if low.endswith("ing") else "s" if low.endswith("s") else "b"
    following = told.low(index + 1) or "$"
    for name in classes:
        yield "k=" + name
        yield f"kp={name} {subject}"
        yield f"ks={name} {ending} {subject}"
        if following == "$" or following in _TELLING_AFTER:
            yield f"kn={name} {following}"


def _kind_before(told: Told, index: int) -> str:
    at = index - 1
    while at >= 0 and (told.tokens[at].low in AUXILIARIES or told.tokens[at].low.endswith("ly")):
        at -= 1
    if at < 0:
        return "^"
    low, capital, _, _ = told.tokens[at]
    if capital:
        return "C"
    if low in _TELLING_BEFORE or low in JOINING:
        return low
    return "s" if low.endswith("s") else "x"
