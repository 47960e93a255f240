"""Sources that nobody could phone: groups, passives, adverbs, reports."""

from collections.abc import Iterator, Sequence
from functools import cache

from linter.analysis import Analysis, Scope
from linter.analysis.attributions import Line
from linter.analysis.attributions.clauses import Clause, is_source_noun
from linter.analysis.attributions.lexicon import AUXILIARIES, PREPOSITIONS, PRONOUNS
from linter.analysis.attributions.told import Told
from linter.checks.attribution.named import NUMBERS, is_named, member_near, report_near, speaks_of_poll, tokens_in
from linter.model.rule import Match
from linter.model.span import Place
from linter.resources import words as listed

KINDS = ("group", "passive", "adverb", "reports")

_BE = frozenset("is are was were been being".split())
_MODAL = frozenset("would could should might may can will must to if".split())
_GROUP_KINDS = ("according", "saying", "showing", "thinking", "judging", "asking")
_AGENT_REACH = 12


def find_vague(analysis: Analysis, scope: Scope) -> Iterator[Match]:
    """A match on the words of each vague source, at most one a sentence."""
    lines = analysis.lines
    for block in scope.blocks:
        for position, line in enumerate(lines[block]):
            for kind, (first, last) in _in_sentence(lines, block, position, line):
                words = line.told.words
                yield Match(Place(block, words[first].start, words[last].end), kind)
                break


def _in_sentence(lines: Sequence[Sequence[Line]], block: int, position: int, line: Line) -> Iterator[tuple[str, tuple[int, int]]]:
    for kind, finder in (("reports", _reports), ("passive", _passive), ("adverb", _adverb), ("group", _groups)):
        for first, last in finder(line):
            if kind in ("passive", "adverb") and not line.told.vocabulary.isdisjoint(listed("public-record")):
                continue
            if is_named(line, first, kind) or (kind == "group" and member_near(lines, block, position, line.told.low(_head(line.told, first, last)))):
                continue
            if kind == "reports" and speaks_of_poll(line.told, first, last) and report_near(lines, block, position):
                continue
            yield kind, (first, last)


def _groups(line: Line) -> Iterator[tuple[int, int]]:
    """Groups of people who say something, from the first word of the group to the cue."""
    told = line.told
    for clause in line.clauses:
        if clause.source is None or not clause.head or clause.kind not in _GROUP_KINDS:
            continue
        first, last = tokens_in(told, clause.source)
        if told.text.endswith(("ing", " by"), *clause.cue):
            continue
        if _is_group(told, first, last, clause):
            cue_first, cue_last = tokens_in(told, clause.cue)
            yield (first, cue_last) if cue_first > last else (cue_first, last)


def _is_people(word: str) -> bool:
    return word in listed("source-groups") or word in listed("people-nouns") or (word.endswith(("ers", "ors", "ists", "ants", "men")) and is_source_noun(word))


def _head(told: Told, first: int, last: int) -> int:
    """The last token of a finding that is a noun for people, else the first token."""
    return next((at for at in range(last, first, -1) if is_source_noun(told.low(at)) or told.low(at) in listed("people-nouns")), first)


def _main_end(told: Told, first: int, last: int) -> int:
    """The last token of a source without “on Monday” or “in recent days”; where it is from or of somebody, all of it."""
    at = next((at for at in range(first + 1, last + 1) if told.low(at) in PREPOSITIONS), last + 1)
    return last if told.low(at) in ("of", "from", "by", "at") else at - 1


def _is_group(told: Told, first: int, last: int, clause: Clause) -> bool:
    """Whether the tokens name a group that nobody can phone: “critics”, “some experts”, “many”, “some of her supporters”."""
    words = [told.low(at) for at in range(first, last + 1)]
    cue = told.text[slice(*clause.cue)].lower()
    if {told.low(at) for at in range(last + 1, tokens_in(told, clause.cue)[0])} & {"not", "never"} or cue in ("declined", "refused"):
        return False
    if told.low(first - 1) == "and" or "and" in words or told.low(last + 1) in ("including", "like", "such") or cue.startswith("expect"):
        return False
    if clause.head in PRONOUNS or any(word[0].isdigit() or word in NUMBERS for word in words):
        return False
    groups = listed("source-groups")
    if words[0] in listed("vague-quantifiers"):
        if len(words) == 1:
            speaks = clause.kind in ("saying", "asking", "judging") or (clause.kind == "thinking" and not cue.endswith("d"))
            return speaks and words[0] != "most" and not cue.endswith("s") and told.low(first - 1) not in PREPOSITIONS | {"what"}
        if words[1] == "of":
            return any(word in groups for word in words[2:4]) and not _is_named(told, first + 2, last, groups)
        if (clause.kind in ("judging", "asking") or words[0] == "most") and clause.head not in groups:
            return False
        return _is_people(clause.head) and last - first <= 3
    if clause.kind in ("judging", "asking") and clause.head not in ("critics", "opponents", "sources"):
        return False
    if words[0] in _OWNERS or any(word.endswith(("'s", "s'")) for word in words[:-1]):
        return clause.kind == "saying" and clause.head in ("allies", "supporters", "critics", "opponents", "detractors", "backers")
    return clause.head in groups and all(word in listed("vague-modifiers") for word in words[:-1])


def _is_named(told: Told, first: int, last: int, groups: frozenset[str]) -> bool:
    return any(token.low in groups and told.tokens[max(first, at - 1)].capital for at, token in enumerate(told.tokens[: last + 1]) if at > first)


_OWNERS = frozenset("his her their its our my".split())


def _reports(line: Line) -> Iterator[tuple[int, int]]:
    """Reports, polls and rumours of nobody: as a source, in “in the polls”, in “amid rumours that”."""
    told = line.told
    nouns, adjectives = listed("report-nouns"), listed("report-adjectives")
    for clause in line.clauses:
        if clause.source and clause.head in nouns and clause.kind in ("according", "saying", "showing", "thinking"):
            first, last = tokens_in(told, clause.source)
            if told.text.endswith("ing", *clause.cue):
                continue
            last = _main_end(told, first, last)
            if all(told.low(at) in adjectives for at in range(first, last)) and told.low(last) in nouns:
                cue_first, cue_last = tokens_in(told, clause.cue)
                cue_last += told.low(cue_last + 1) == "that"
                yield (first, cue_last) if cue_first > last else (cue_first, last)
    if "that" not in told.vocabulary and told.vocabulary.isdisjoint(("polls", "surveys")):
        return
    for index, (low, following) in enumerate(zip(told.lows, (*told.lows[1:], ""), strict=True)):
        if low in ("polls", "surveys") and told.low(index - 1) in adjectives | {"the"}:
            at = index - 1
            while told.low(at - 1) in adjectives:
                at -= 1
            standing = any(told.low(n) in listed("standing-words") for n in range(max(0, at - 7), at))
            if told.low(at - 1) in ("in", "by") and (standing or told.low(index - 1) != "the"):
                yield at - 1, index
        if following == "that" and _is_hearsay(told, index) and not _owned(told, index):
            yield index, index + 1


def _is_hearsay(told: Told, index: int) -> bool:
    """Whether a noun before “that” passes on talk of nobody: no verb after a name, and no relative clause follows."""
    if told.low(index + 2) in AUXILIARIES | {"we", "we've", "i", "i've", "you"} or (index and told.capitals[index - 1]):
        return False
    amid = {told.low(index - 1), told.low(index - 2)} & {"amid", "over", "by", "despite"}
    return told.low(index) in listed("hearsay-nouns") or bool(amid and told.low(index) in listed("hearsay-nouns-amid"))


def _owned(told: Told, index: int) -> bool:
    """Whether a noun is said to be somebody's."""
    return any(told.low(at) in _OWNERS or told.low(at).endswith(("'s", "s'")) for at in range(max(0, index - 3), index))


def _passive(line: Line) -> Iterator[tuple[int, int]]:
    """What “is believed”, what somebody “was accused of”, what is “widely seen as” something, and by nobody."""
    told = line.told
    if _participles().isdisjoint(told.vocabulary):
        return
    for index, low in enumerate(told.lows):
        if low not in _participles():
            continue
        kinds = [name for name in ("doubting", "accusing", "judging") if low in listed(f"hearsay-{name}")]
        if kinds == ["doubting"] and low not in ("said", "reported", "claimed") and told.low(index + 1) == "to" and told.low(index + 2) in ("be", "have"):
            people = _is_people(told.low(index - 1)) or told.low(index - 1) in listed("vague-quantifiers")
            if (
                not people
                and told.low(index - 1) not in PRONOUNS | _BE
                and not told.low(index - 1).endswith("ly")
                and index
                and told.tokens[index - 1].low not in AUXILIARIES
            ):
                yield index, index + 1
                continue
        at = index - 1
        if told.low(at) in ("barely", "hardly", "rarely", "scarcely"):
            continue
        while at >= 0 and (told.low(at).endswith("ly") or told.low(at) in ("also", "now", "long", "still", "often")):
            at -= 1
        if at < 0 or told.low(at) not in _BE or told.low(at - 1) in _MODAL or (told.low(at) == "been" and told.low(at - 2) in _MODAL):
            continue
        first = at - 1 if told.low(at) == "been" else at
        following = told.low(index + 1)
        broad = any(told.low(n) in listed("hearsay-breadth") for n in range(at + 1, index))
        impersonal = told.low(first - 1) in ("it", "there")
        ends = (_passive_end(name, following, broad=broad, impersonal=impersonal) for name in kinds)
        last = next((end for end in ends if end is not None), None)
        if last is not None and not _by_somebody(told, index):
            yield (first - 1 if impersonal else first), index + last


@cache
def _participles() -> frozenset[str]:
    return listed("hearsay-doubting") | listed("hearsay-accusing") | listed("hearsay-judging")


def _passive_end(kind: str, following: str, *, broad: bool, impersonal: bool) -> int | None:
    """How many words after the participle belong to the finding; None where it is none."""
    if kind == "doubting" and (following == "to" or (impersonal and following == "that")):
        return 1
    if kind == "doubting" and impersonal and following in ("", "the", "a", "he", "she", "they", "it", "some"):
        return 0
    if kind == "accusing" and following in ("of", "for", "as"):
        return 1
    if kind == "judging" and following in ("as", "the", "a", "an"):
        return 1 if following == "as" else 0
    return 0 if broad else None


def _by_somebody(told: Told, index: int) -> bool:
    """Whether “by” names who does so, in the same clause."""
    for at in range(index + 1, min(index + _AGENT_REACH, len(told.lows))):
        if told.gap(at).strip() in (";", ".", ":"):
            return False
        if told.low(at) in ("by", "among"):
            return True
    return False


def _adverb(line: Line) -> Iterator[tuple[int, int]]:
    adverbs = listed("hearsay-adverbs")
    if not adverbs.isdisjoint(line.told.vocabulary):
        yield from ((index, index) for index, low in enumerate(line.told.lows) if low in adverbs and line.told.low(index - 1) != "for")
