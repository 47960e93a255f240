"""Who says, and by which word: the clauses of attribution in one sentence."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from linter.analysis.attributions.lexicon import (
    AUXILIARIES,
    CONNECTING,
    DETERMINERS,
    JOINING,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATING,
    cue_classes,
)
from linter.analysis.attributions.told import Told, marked
from linter.resources import words as listed

_LONGEST_SOURCE = 14
_LONGEST_APPOSITION = 16
_FINAL_SOURCE = 8
_BE = frozenset("is are was were be been being".split())
_POSSESSIVES = frozenset("his her its their my our your".split())
_NO_HEADS = AUXILIARIES | DETERMINERS | PREPOSITIONS | JOINING | (SUBORDINATING - {"who"})
_NOT_FIRST = PREPOSITIONS | JOINING | CONNECTING
_INSIDE_SOURCES = frozenset("of for the and at from in with a an on to".split())
_OF_KINDS = {"according": 0, "saying": 1, "showing": 2, "thinking": 3, "noun": 4, "judging": 5, "asking": 6, "sensing": 7}


class Clause(NamedTuple):
    """One clause of attribution: offsets in the block of its cue and of its source, where it has one.

    `kind` is the class of the cue (`according` for phrases, `noun` for nouns); `head` is the source's main word in
    small letters: a pronoun, a common noun, or empty where it is a name.
    """

    cue: tuple[int, int]
    source: tuple[int, int] | None
    kind: str
    head: str

    @property
    def strong(self) -> bool:
        """Whether it says by itself that somebody spoke."""
        return self.source is not None and self.kind in ("according", "saying", "showing")


def find_clauses(told: Told) -> tuple[Clause, ...]:
    """The clauses of a sentence, the most telling first: those of speech before those of belief, each kind in order."""
    found = [*_by_phrase(told), *_by_verb(told), *_by_noun(told), *_by_colon(told)]
    return tuple(sorted(found, key=lambda clause: (clause.source is None, _OF_KINDS[clause.kind], clause.cue)))


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(listed("cue-phrases"), key=len, reverse=True):
        first, *rest = phrase.split()
        found.setdefault(first, []).append(tuple(rest))
    return found


def _by_phrase(told: Told) -> Iterator[Clause]:
    phrases = _phrases()
    for index in [index for index, low in enumerate(told.lows) if low in phrases]:
        for rest in phrases[told.lows[index]]:
            last = index + len(rest)
            if told.lows[index + 1 : last + 1] == rest:
                yield _clause(told, (index, last), _phrase_after(told, last + 1, stops=SUBORDINATING), "according")
                break


def _by_verb(told: Told) -> Iterator[Clause]:
    classes = cue_classes()
    previous: tuple[int, int] | None = None
    publishing = listed("cue-verbs-of-publishing")
    candidates = told.cues if publishing.isdisjoint(told.vocabulary) else range(len(told.lows))
    for index in candidates:
        low = told.lows[index]
        kinds = classes.get(low)
        if kinds is None or kinds == ("noun",) or (told.capitals[index] and index):
            if low not in publishing or not _publishes(told, index):
                continue
            kinds = ("saying",)
        if not low.endswith(("ed", "ing")) and is_source_noun(told.low(index + 1)) and not told.after(index).strip() and not _inverted(told, index):
            continue
        kind = min((name for name in kinds if name != "noun"), key=lambda name: _OF_KINDS[name])
        if told.low(index + 1) == "by" and low.endswith(("ed", "en", "wn", "id", "ld", "de")):
            agent = _phrase_after(told, index + 2)
            if agent:
                yield _clause(told, (index, index + 1), agent, kind)
            continue
        source = _inverted(told, index) or _subject(told, index, previous, maybe_noun="noun" in kinds)
        if source:
            previous = source
            yield _clause(told, (index, index), source, kind)


def _publishes(told: Told, index: int) -> bool:
    """Whether a statement is released, issued, given here."""
    return any(told.low(at) in listed("statement-nouns") for at in range(index + 1, index + 4))


def _subject(told: Told, index: int, previous: tuple[int, int] | None, *, maybe_noun: bool) -> tuple[int, int] | None:
    """The first and the last token of the subject of a verb."""
    at = index - 1
    while at >= 0 and (told.low(at) in AUXILIARIES or told.low(at).endswith("ly")):
        at -= 1
    if at < 0:
        return None
    if told.low(index - 1) in _BE and not told.low(index).endswith("ing"):
        return None
    if told.low(at) in JOINING:
        return previous or _opening(told)
    gap = told.text[told.words[at].end : told.words[at + 1].start]
    if gap.strip(" (").startswith((",", ")")) and not marked(gap):
        at = _before_apposition(told, at)
    elif gap.strip():
        return None
    return _phrase_before(told, at, strict=maybe_noun)


def _opening(told: Told) -> tuple[int, int] | None:
    """The pronoun, the full name, or the role that opens a sentence: the subject of all its verbs."""
    if told.low(0) in PRONOUNS:
        return 0, 0
    last = 0
    while last + 1 < len(told.lows) and told.capitals[last + 1] and not told.gap(last + 1).strip(" ."):
        last += 1
    if last:
        return 0, last
    if told.low(0) in DETERMINERS and is_source_noun(told.low(1)):
        return 0, 1
    return (0, 0) if is_source_noun(told.low(0)) else None


def _before_apposition(told: Told, last: int) -> int:
    """The token before the comma or bracket that opens the apposition that ends with a token; -1 if there is none."""
    for at in range(last, max(0, last - _LONGEST_APPOSITION), -1):
        gap = told.gap(at).strip()
        if gap.startswith((",", "(")):
            return at - 1
        if gap and gap[0] in ";:-—–":
            break
    return -1


def _phrase_before(told: Told, head: int, *, strict: bool) -> tuple[int, int] | None:
    """The noun phrase that ends with a token; `strict` asks for a pronoun, a name or a noun known as a source."""
    if head < 0:
        return None
    token = told.token(head)
    if token.low in PRONOUNS:
        return head, head
    if not token.low[0].isalpha():
        return None
    if (token.low in _NO_HEADS and not token.capital) or (strict and not token.capital and not is_source_noun(token.low)):
        return None
    classes = cue_classes()
    first = head
    while first and head - first < _LONGEST_SOURCE and told.gap(first).strip() in ("", "."):
        before = told.token(first - 1)
        if before.low in PRONOUNS or before.low in AUXILIARIES:
            break
        if before.low in JOINING and not (before.low == "and" and told.capitals[first]):
            break
        if before.low in SUBORDINATING or (before.low in PREPOSITIONS and before.low not in _INSIDE_SOURCES):
            break
        if before.low in classes and not before.capital and not is_source_noun(before.low) and first - 1 > 0:
            break
        first -= 1
    while first < head and told.low(first) in _NOT_FIRST:
        first += 1
    return first, head


def _phrase_after(told: Told, first: int, stops: frozenset[str] = PREPOSITIONS - {"of", "for"}) -> tuple[int, int] | None:
    """The noun phrase that begins with a token."""
    if first >= len(told.lows) or told.gap(first).strip(" \"'"):
        return None
    last = first
    while last + 1 < len(told.lows) and last - first < _LONGEST_SOURCE:
        following = told.token(last + 1)
        gap = told.gap(last + 1).strip()
        if gap not in ("", ".") or (gap == "." and told.words[last].end - told.words[last].start > 3):
            break
        if following.low in stops or following.low in AUXILIARIES or following.low in SUBORDINATING:
            break
        last += 1
    return first, last


def _inverted(told: Told, index: int) -> tuple[int, int] | None:
    """The speaker that stands after a verb of speech: after what is quoted, or at the end of the sentence."""
    if told.low(index) not in listed("cue-verbs-inverted") or index + 1 >= len(told.lows) or told.after(index).strip():
        return None
    following = told.token(index + 1)
    known = is_source_noun(following.low) or is_source_noun(told.low(index + 2))
    if not (known or following.capital or following.low in ("the", "a", "an", "one", "his", "her")):
        return None
    gap = told.gap(index)
    source = _phrase_after(told, index + 1)
    if source is None:
        return None
    if marked(gap) or "'" in gap or (index == 0 and told.quotes):
        return source
    end = told.after(source[1]).lstrip()
    ends = (end[:1] in (".", ",") if end else source[1] == len(told.lows) - 1) and source[1] - source[0] < _FINAL_SOURCE
    if gap.strip() == "," and ends:
        return source
    named = told.capitals[source[1]] and (known or following.low == "the")
    return source if named and ends and source[1] == len(told.lows) - 1 and index > 3 else None


def _by_noun(told: Told) -> Iterator[Clause]:
    nouns = listed("cue-nouns")
    for index in told.cues:
        if told.lows[index] not in nouns:
            continue
        owner = next((at for at in (index - 1, index - 2) if at >= 0 and _owns(told, at) and not told.gap(at + 1).strip()), None)
        if owner is not None and told.low(owner) in _POSSESSIVES:
            yield _clause(told, (index, index), (owner, owner), "noun")
        elif owner is not None:
            yield _clause(told, (index, index), _phrase_before(told, owner, strict=False), "noun")
        elif told.low(index + 1) == "by":
            yield _clause(told, (index, index + 1), _phrase_after(told, index + 2), "noun")
        elif told.low(index + 1) == "that":
            yield _clause(told, (index, index), None, "noun")


def _owns(told: Told, at: int) -> bool:
    low = told.low(at)
    return low in _POSSESSIVES or low.endswith(("'s", "s'"))


def _by_colon(told: Told) -> Iterator[Clause]:
    """A name, a colon, and what is said."""
    if not told.lows or not told.quotes:
        return
    for index in range(min(6, len(told.lows))):
        gap = told.after(index).lstrip()
        if gap.startswith(":") and marked(gap) and told.capitals[index]:
            start = told.words[index].end
            source = _phrase_before(told, index, strict=False)
            if source:
                yield Clause((start, start + told.text[start : start + 3].find(":") + 1), _offsets(told, source), "saying", "")
            return


def is_source_noun(word: str) -> bool:
    """Whether a common noun names people or bodies that may be a source, in the singular or the plural."""
    if word in listed("source-groups") or word in listed("report-nouns"):
        return True
    roles = listed("source-roles")
    return word in roles or (word.endswith("s") and (word[:-1] in roles or word[:-2] in roles or word[:-3] + "y" in roles)) or word.endswith("men")


def _offsets(told: Told, tokens: tuple[int, int]) -> tuple[int, int]:
    start, end = told.words[tokens[0]].start, told.words[tokens[1]].end
    if end - start > 2 and told.text.endswith("'s", start, end):
        end -= 2
    return start, end


def _clause(told: Told, cue: tuple[int, int], source: tuple[int, int] | None, kind: str) -> Clause:
    head = ""
    if source:
        main = next((at - 1 for at in range(source[0] + 1, source[1] + 1) if told.low(at) in PREPOSITIONS), source[1])
        head = told.low(main) if told.low(main) in PRONOUNS or not told.capitals[main] or main == told_first(told) else ""
    return Clause(_offsets(told, cue), _offsets(told, source) if source else None, kind, head)


def told_first(told: Told) -> int:
    """The index of the word that opens the sentence, whose capital says nothing; -1 where what is known as a name opens it."""
    first = told.token(0)
    opens = first.start <= told.place.start + 2 and (is_source_noun(first.low) or first.low in DETERMINERS)
    return 0 if opens else -1
