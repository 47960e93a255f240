"""Claims in the paper's own voice: what would make an editor write “who says so?” in the margin."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from linter.analysis import Analysis, Scope
from linter.analysis.attributions import Line
from linter.analysis.attributions.lexicon import DETERMINERS, PRONOUNS, cue_classes
from linter.analysis.attributions.told import Told
from linter.model.rule import Match
from linter.resources import words as listed

KINDS = ("casualties", "accusation", "crime", "cause", "figure", "forecast", "judgement", "event")

_HARD = ("casualties", "accusation", "crime")
_BE = frozenset("is are was were be been being".split())
_HAVE = frozenset("has have had".split())
_HARMED = (_BE | {"left", "leaving"}) - {"being", "be"}
_REMINDING = frozenset("which who where when after since whose before as while how".split())
_CONDITIONAL = frozenset("if would could might may should must can whether unless".split())
_FORECASTING = frozenset("will would could may might".split())
_LEAD, _NEAR = 2, 3
"""The first sentences of the article, which may wait for their source; how many sentences before and after are near."""

_SHORT, _SPEAKING_SHARE = 12, 0.12
"""A text of so many sentences in which fewer speak than this share is no report."""

_GOING_ON = PRONOUNS | {"the", "this", "that", "these", "those", "but", "and", "his", "her", "their"}
_FEWEST_WORDS = 7
_HINTS = 2
"""So many different words that weigh make a judgement."""

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d(?:'?s)?")
_NUMBER = re.compile(r"\$?\d[\d,.]*")
_FIRST_PERSONS = frozenset("i we my our us me you your i'm we're i've you're".split())


def find_claims(analysis: Analysis, scope: Scope) -> Iterator[Match]:
    """A match on each sentence that makes a claim for which nobody is named."""
    lines = analysis.lines
    paragraphs = [lines[block] for block in scope.blocks if analysis.structure.roles[block] == "paragraph" and lines[block]]
    if not _reports(paragraphs):
        return
    for number, paragraph in enumerate(paragraphs):
        before = paragraphs[number - 1] if number else ()
        for position, line in enumerate(paragraph):
            if not _may_claim(line.told) or (line.attributed and _has_source(line)):
                continue
            kinds = KINDS[len(_HARD) :] if line.attributed else KINDS
            kind = next((kind for kind in kinds if _FINDERS[kind](line.told) and not _sourced(kind, paragraph, position, before)), None)
            if kind:
                yield Match(line.told.place, kind)


def _reports(paragraphs: Sequence[Sequence[Line]]) -> bool:
    """Whether somebody speaks in a text now and then: else it is a list, a plot, a speech, and no report."""
    lines = [line for paragraph in paragraphs for line in paragraph]
    return len(lines) < _SHORT or sum(_tells_source(line) for line in lines) >= _SPEAKING_SHARE * len(lines)


def _may_claim(told: Told) -> bool:
    """Whether a sentence tells something at length, in the third person, in words of its own."""
    lows = told.vocabulary
    return (
        len(told.lows) >= _FEWEST_WORDS
        and not told.quoted
        and not told.text.endswith(("?", ":", "!"), told.place.start, told.place.end)
        and _FIRST_PERSONS.isdisjoint(lows)
        and listed("hearsay-adverbs").isdisjoint(lows)
    )


def _sourced(kind: str, paragraph: Sequence[Line], position: int, before: Sequence[Line]) -> bool:
    """Whether a neighbouring sentence may be the source of this one.

    Of a hard claim the sentences near it in its paragraph and the last one of the paragraph before are asked, and the
    lead may wait for its source; of others the sentence before, and the last of the paragraph before where the sentence
    goes on with it.
    """
    if kind in _HARD:
        if not before and position < _LEAD:
            return True
        near = [*paragraph[max(0, position - _NEAR) : position + _NEAR], *(before[-1:] if position < _NEAR else ())]
        elsewhere = _FIRST_PERSONS | listed("public-record")
        return any(_tells_source(line) or not line.told.vocabulary.isdisjoint(elsewhere) for line in near)
    if position:
        return paragraph[position - 1].attributed
    goes_on = paragraph[0].told.low(0) in _GOING_ON
    return goes_on and any(line.attributed for line in before[-1:])


def _has_source(line: Line) -> bool:
    """Whether somebody says or thinks what a sentence tells; an order or a decision is nobody's word for the rest of it."""
    return _tells_source(line) or any(clause.source and clause.kind in ("thinking", "noun") for clause in line.clauses)


def _tells_source(line: Line) -> bool:
    """Whether a sentence says whose word it is: somebody speaks in it, or is quoted."""
    return bool(line.told.quoted) or any(
        clause.source or clause.kind == "according" for clause in line.clauses if clause.kind in ("according", "saying", "showing")
    )


@cache
def _not_now() -> frozenset[str]:
    """Words of history, courts, fiction and hearsay, and of what may be."""
    lists = ("public-record", "long-ago", "fiction-words", "television-words", "months", "hearsay-doubting", "hearsay-nouns")
    words = frozenset().union(*map(listed, lists))
    return words | _CONDITIONAL | {"police", "likely", "not", "report", "reports", "estimated"}


def _untold(told: Told) -> bool:
    """Whether a sentence speaks of history, of courts, of fiction or of what may be: then harm in it is no news."""
    if not told.vocabulary.isdisjoint(_not_now()):
        return True
    return any(_YEAR.fullmatch(low) or (low.endswith("ing") and "saying" in cue_classes().get(low, ())) for low in told.vocabulary)


def _casualties(told: Told) -> bool:
    if told.vocabulary.isdisjoint(listed("casualty-words") | listed("casualty-verbs")) or _untold(told):
        return False
    for index, token in enumerate(told.tokens):
        if token.capital or _in_background(told, index):
            continue
        if token.low in listed("casualty-words"):
            around = {told.low(index - 1), told.low(index - 2)}
            if (around & _HARMED or token.low in ("died", "perished")) and any(_counts(told, at) for at in range(max(0, index - 9), index)):
                return True
        if token.low in listed("casualty-verbs") and told.low(index - 1) not in DETERMINERS and _counts(told, _past_approximations(told, index + 1)):
            return True
    return False


def _in_background(told: Told, index: int) -> bool:
    """Whether a word stands where a sentence only reminds: in a clause (“the site where”; “in which” tells news), or in a perfect tense.

    “Had been killed” reminds, “has killed” sums up; “have been killed” may be news.
    """
    before, further = told.low(index - 1), told.low(index - 2)
    if "had" in (before, further) or before in _HAVE or (further in _HAVE and before != "been"):
        return True
    return any(token.low in _REMINDING and told.low(at - 1) != "in" for at, token in enumerate(told.tokens[:index]))


def _past_approximations(told: Told, index: int) -> int:
    """The index of the first token from one on that is no “at least” or “more than”."""
    while told.low(index) in listed("approximations"):
        index += 1
    return index


def _counts(told: Told, index: int) -> bool:
    """Whether a number of people, or people, stand at a token."""
    low = told.low(index)
    return (
        low in listed("casualty-victims")
        or (low.isdigit() and len(low) < 4 and told.after(index) == " ")
        or (low in listed("people-counts") and low not in ("a", "an", "no", "one", "more"))
    )


def _accusation(told: Told) -> bool:
    return _done(told, listed("accusation-words")) and not _untold(told)


def _crime(told: Told) -> bool:
    return _done(told, listed("crime-words")) and not _untold(told)


def _done(told: Told, verbs: frozenset[str]) -> bool:
    """Whether one of the verbs is said of somebody: it follows an auxiliary, a name or a pronoun."""
    if verbs.isdisjoint(told.vocabulary):
        return False
    for index, token in enumerate(told.tokens):
        if index and token.low in verbs and not _in_background(told, index):
            before = told.tokens[index - 1]
            if before.low in (_BE - {"being"}) | _HAVE | PRONOUNS or (before.capital and before.end + 1 == token.start):
                return True
    return False


def _public(told: Told) -> bool:
    return bool(told.vocabulary & listed("public-events"))


def _cause(told: Told) -> bool:
    return not _public(told) and bool(told.vocabulary & listed("cause-words"))


def _figure(told: Told) -> bool:
    lows = told.vocabulary
    if lows & listed("figure-sources") or lows & listed("public-record"):
        return False
    numbered = any(_NUMBER.fullmatch(low) and not _YEAR.fullmatch(low) for low in lows) or "record" in lows
    return numbered and bool(lows & listed("figure-words"))


def _forecast(told: Told) -> bool:
    lows = told.vocabulary
    if lows & {"if", "would", "unless"}:
        return False
    if lows & listed("forecast-words"):
        return True
    if _FORECASTING.isdisjoint(lows):
        return False
    verbs = listed("forecast-verbs")
    return any(low in _FORECASTING and not verbs.isdisjoint(told.lows[index + 1 : index + 3]) for index, low in enumerate(told.lows))


def _judgement(told: Told) -> bool:
    lows = told.vocabulary
    if lows & listed("judgement-words") or any(_superlative(told, index) for index, low in enumerate(told.lows) if low.endswith("st")):
        return True
    return len(lows & listed("judgement-hints")) >= _HINTS


def _superlative(told: Told, index: int) -> bool:
    low = told.low(index)
    if low in {"most", "least"}:
        return told.low(index - 1) in ("the", "her", "his", "its", "their", "far") and told.low(index + 1) not in ("of", "recent", "recently")
    return low.endswith("est") and len(low) > 5 and low not in listed("no-superlatives") and not told.capitals[index]


def _event(told: Told) -> bool:
    return not _public(told) and bool(told.vocabulary & listed("event-words"))


_FINDERS: dict[str, Callable[[Told], bool]] = {
    "casualties": _casualties,
    "accusation": _accusation,
    "crime": _crime,
    "cause": _cause,
    "figure": _figure,
    "forecast": _forecast,
    "judgement": _judgement,
    "event": _event,
}
