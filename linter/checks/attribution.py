"""The check `attribution`: claims that nobody is quoted for, and sources that nobody could phone."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.attributions import told
from linter.analysis.patterns import vocabulary
from linter.analysis.text import lower
from linter.checks.check import Check
from linter.model.rule import Match
from linter.model.span import Place
from linter.resources import words as listed

KINDS = ("casualties", "accusation", "crime", "group", "passive", "adverb", "reports")

_HARMING = frozenset(("killing", "wounding", "injuring"))
_NUMBER = r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands|several|many|at least|more than|some|a number)"
_ACCUSED = re.compile(
    r"\b(?:is|was|were|are|had|has|have|stands|stood)\b(?: \w+)? (?:lying|lied|bribed|cheated|rigged|embezzled|covered up|falsified|defrauded)\b"
)
_CRIME = re.compile(r"\b(?:raped|sexually assaulted|kidnapped|abducted|tortured|robbed|embezzled|smuggled|trafficked)\b")
_LONG_AGO = re.compile(
    r"\b(?:1[0-9]\d\d|200\d|201\d|202\d|last (?:year|month)|years? (?:ago|earlier|later)|in (?:his|her|their) (?:\w+ )?(?:life|career)|anniversary|history|memorial|when (?:he|she|they) was|decades?)\b"
)
_PUBLIC = re.compile(
    r"\b(?:court|trial|convicted|sentenced|pleaded|charged|indicted|prosecutors?|police|inquest|jury|judge|lawsuit|film|movie|novel|book|character|episode|series|season|game|match|if|would|could|might|may|should|were to)\b",
    re.IGNORECASE,
)
_VAGUE_REPORTS = re.compile(
    r"\b((?:(?:early|earlier|initial|first|some|several|various|unconfirmed|conflicting|multiple|media|press|news|local|recent|new|many|other|numerous) )*(?:reports|rumou?rs|polls|studies|surveys|research|reviews|accounts)) (?:also |now |have |had |still |long |widely )?(suggest|suggested|indicate|indicated|claim|claimed|say|said|allege|alleged|show|shown|showed|emerged|surfaced|circulated|swirled|hint|hinted)(?: that)?\b",
    re.IGNORECASE,
)
_VAGUE_PASSIVE = re.compile(
    r"\b((?:it|there) (?:is|was|has been|have been|'s) (?:also |now |widely |generally |commonly |long been |understood to be )*(?:understood|believed|thought|alleged|claimed|rumou?red|reported|speculated|assumed|feared|suggested)(?: that)?|(?:is|was|are|were|has been|have been) (?:also |now |widely |generally |commonly |long been )*(?:believed|rumou?red|alleged|understood|reported|said|thought|speculated) to (?:be|have|include|involve)|(?:is|was|are|were|has been|have been) accused of)\b",
    re.IGNORECASE,
)
_VAGUE_ADVERB = re.compile(r"\b(reportedly|allegedly|supposedly)\b", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:according to|(?:told|tells|to) (?:the )?[A-Z]|(?:[Aa]s|first|was) reported by|citing|quoting|per )")
_NAMED_SPEAKER = re.compile(
    r"[A-Z][\w.'-]+(?: \([^)]{1,20}\))?(?:, [^,.]{1,80},|,)? (?:\w+ ){0,2}(?:says?|said|reports?|reported|claims?|claimed|writes|wrote|tweeted|told|revealed|confirmed|announced|alleges?|alleged|states?|stated|notes?|noted|explained|added)\b"
)
_PLACED = re.compile(r"(?:\b(?:at|of|from|in|with|inside|within|close to|familiar with|briefed on) |\d)")


class Options(NamedTuple):
    """`find` says which of the two queries is raised."""

    find: Literal["unattributed-claim", "vague-source"]


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match on each sentence that makes a claim, or on the words of each vague source."""
    if analysis.structure.genre == "news":
        yield from (match for match in _FINDERS[options.find](analysis, scope) if scope.holds(match.place))


@cache
def _casualties() -> Any:
    verbs = "|".join(sorted(listed("casualty-words")))
    return vocabulary(
        rf"\b{_NUMBER}\b[^,;:]{{0,80}}\b(?:was|were|been|being|are|is|also|have|had|got|dead|died|lay|left) ?(?:also |all |both )?(?:{verbs})?\b|\b(?:killed|killing|wounding|injuring|wounded|injured) (?:at least |more than |up to |about )?{_NUMBER}\b",
    )


def _claim_kind(text: str) -> str | None:
    found = _casualties().search(text)
    if found and set(re.findall(r"\w+", found.group().lower())) & (listed("casualty-words") | _HARMING):
        return "casualties"
    if _CRIME.search(text):
        return "crime"
    return "accusation" if _ACCUSED.search(text) else None


def _claims(analysis: Analysis, scope: Scope) -> Iterator[Match]:
    attributed = analysis.attributions.attributed
    for position, block in enumerate(scope.blocks):
        if analysis.structure.roles[block] != "paragraph" or _near_source(analysis, scope, position):
            continue
        for sentence in analysis.sentences[block]:
            if sentence in attributed:
                continue
            text = told(analysis, sentence)
            kind = None if _LONG_AGO.search(text) or _PUBLIC.search(text) or text.rstrip().endswith("?") else _claim_kind(text)
            if kind:
                yield Match(sentence, kind)


def _near_source(analysis: Analysis, scope: Scope, position: int) -> bool:
    """Whether the paragraph names a source, or is the first of the copy, whose source may come next."""
    block = scope.blocks[position]
    back = position - 1
    while back >= 0 and analysis.structure.roles[scope.blocks[back]] != "paragraph":
        back -= 1
    if back < 0:
        return True
    attributed = analysis.attributions.attributed
    around = [*analysis.sentences[block], *(analysis.sentences[scope.blocks[back]][-1:])]
    return any(sentence in attributed for sentence in around)


def _vague(analysis: Analysis, scope: Scope) -> Iterator[Match]:
    for block in scope.blocks:
        if analysis.structure.roles[block] in ("headline", "caption", "subheading"):
            continue
        for sentence in analysis.sentences[block]:
            yield from _vague_in(analysis, sentence)


def _vague_in(analysis: Analysis, sentence: Place) -> Iterator[Match]:
    if not _may_be_vague().search(analysis.folded[sentence.block][sentence.start : sentence.end]):
        return
    text = told(analysis, sentence)
    named = _names_source(text)
    for kind, pattern in (("reports", _VAGUE_REPORTS), ("passive", _VAGUE_PASSIVE), ("adverb", _VAGUE_ADVERB)):
        found = pattern.search(text)
        if found and not named and not (kind == "passive" and re.match(r"[^,.;]{0,60} by ", text[found.end() :])):
            yield Match(_place(sentence, found), kind)
            return
    found = _group().search(text)
    if found and not named and not _known_group(analysis, sentence, found, text):
        yield Match(_place(sentence, found), "group")


def _names_source(text: str) -> bool:
    """Whether a sentence names who says it: a person, an institution, a medium."""
    speakers = (found.group().split()[0].rstrip(",.").lower() for found in _NAMED_SPEAKER.finditer(text))
    return _NAMED.search(text) is not None or any(name not in listed("common-words") for name in speakers)


@cache
def _may_be_vague() -> Any:
    """What every vague source has in it: most sentences need no closer look."""
    groups = "|".join(sorted(listed("source-groups")))
    return vocabulary(
        rf"report|rumou?r|poll|stud|survey|research|review|account|allege|suppos|underst|believ|thought|claimed|specul|assum|feared|suggest|accused|\bsaid to|some|many|most|{groups}",
    )


def _place(sentence: Place, found: Any) -> Place:
    return Place(sentence.block, sentence.start + found.start(), sentence.start + found.end())


@cache
def _group() -> Any:
    groups = "|".join(sorted(listed("source-groups") - {"reports", "people"}))
    verbs = "|".join(sorted(listed("reporting-verbs") - {"show", "showed", "find", "found", "saying", "tell", "told", "fear", "feared"}))
    extra = "some|many|several|most|other|political|legal|senior|various|unnamed|anonymous|multiple|a number of|industry|medical|health|security|government|some of the"
    some = r"(?:some|many|most) (?:\w+ ){0,2}\w+s"
    return vocabulary(
        rf"(?:^|[,;] |\b(?:but|and|as|that|what|which|while|although|though) )((?:(?:{extra}) )*(?:{groups})|{some}) (?:also |have |had |now |long |still |widely |already )?({verbs})\b",
    )


def _known_group(analysis: Analysis, sentence: Place, found: Any, text: str) -> bool:
    """Whether the group has a place or a member near: in its sentence, its paragraph, the one before or the one after."""
    noun = found.group(1).split()[-1].lower()
    if _PLACED.match(text[found.end(1) : found.end(1) + 14].lstrip()):
        return True
    singular = noun.removesuffix("s")
    texts = [analysis.folded[b] for b in range(max(0, sentence.block - 1), min(len(analysis.blocks), sentence.block + 2))]
    near = " ".join(texts)
    introduced = re.search(rf"(?:[A-Z][\w'-]+(?:'s)?|\b(?:two|three|four|five|one|a|an)(?: \w+)?) (?:\w+ )?(?:{noun}|{singular})\b", near)
    carried = re.search(rf"(?:[A-Z][\w'-]+(?:'s)?|\b(?:two|three|four|five|one)\b[\w ]{{0,24}}) (?:\w+ )?(?:{noun}|{singular})\b", near)
    following = analysis.folded[sentence.block + 1] if sentence.block + 1 < len(analysis.blocks) else ""
    member = _names_source(following) or (lower(following).count(singular) and _NAMED.search(following))
    return bool(introduced and carried) or bool(member)


_FINDERS: dict[str, Callable[[Analysis, Scope], Iterator[Match]]] = {"unattributed-claim": _claims, "vague-source": _vague}

CHECK = Check(Options, run, kinds=KINDS)
