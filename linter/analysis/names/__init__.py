"""Names: the people, places, organisations and brands of a document, and every way it writes them."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from linter.analysis.names.letters import core, letters
from linter.analysis.names.mentions import SUFFIXES, Run, is_ordinary, titles
from linter.model.span import Place
from linter.resources import words as listed

if TYPE_CHECKING:
    from linter.analysis import Analysis

_LOOKED_AT = 12
"""So many names of one surname at most are compared with a new one."""


class Form(NamedTuple):
    """One wording of a name and where it stands; `variant` says that a word of it is spelt otherwise elsewhere, and more often."""

    text: str
    places: tuple[Place, ...]
    variant: bool = False


class Name(NamedTuple):
    """One person, place, organisation or brand: its canonical wording and every form of it, by first mention."""

    canonical: str
    forms: tuple[Form, ...]


class _Group:
    """The runs that are taken for one name."""

    def __init__(self, run: Run) -> None:
        self.runs = [run]
        self.full = _words(run)

    def take(self, run: Run) -> None:
        self.runs.append(run)
        words = _words(run)
        if len(words) > len(self.full):
            self.full = words


def find_names(analysis: "Analysis") -> tuple[Name, ...]:
    """The names of a document.

    A full name is the same as another with the same surname and the same given name, its initial or its short form; a
    surname alone belongs to the full name that bore it last, a given name alone to that which bore it first; spellings
    that look like one name are one.
    """
    runs = _without_openers(_institutions(analysis))
    groups = _merged(_grouped(runs, _small_words(analysis)), analysis)
    variants = frozenset(place for pair in analysis.spellings if not pair.tie for place in pair.rare.places)
    names = [_name(group, variants, analysis) for group in groups]
    return tuple(sorted(names, key=lambda name: name.forms[0].places[0]))


def _institutions(analysis: "Analysis") -> list[Run]:
    """The runs, those joined that “of” makes one name: “Department of State”; people are of places, so theirs are left."""
    found: list[Run] = []
    for run in analysis.runs:
        before = found[-1] if found else None
        if before and before.place.block == run.place.block and _of(before, run, analysis):
            found[-1] = Run(before.mentions + run.mentions)
        else:
            found.append(run)
    return found


def _of(one: Run, other: Run, analysis: "Analysis") -> bool:
    first = one.mentions[0]
    if one.mentions[-1].possessive or (first.opens and len(one.mentions) == 1) or first.text.lower() in listed("given-names"):
        return False
    return analysis.folded[one.place.block][one.place.end : other.place.start] in (" of ", " of the ")


def _without_openers(runs: list[Run]) -> list[Run]:
    """The runs, an ordinary word left out that opens a sentence before a name: “Saying Harkland”, where there is a “Harkland”."""
    inside = {_words(run) for run in runs if not run.mentions[0].opens}
    return [Run(run.mentions[1:]) if _is_opened(run, inside) else run for run in runs]


def _is_opened(run: Run, inside: set[tuple[str, ...]]) -> bool:
    first = run.mentions[0]
    if not first.opens or len(run.mentions) == 1 or not is_ordinary(first.text):
        return False
    words = _words(run)
    return words not in inside and words[1:] in inside


def _grouped(runs: Sequence[Run], small: frozenset[str]) -> list[_Group]:
    groups: list[_Group] = []
    by_surname: dict[str, list[_Group]] = defaultdict(list)
    by_given: dict[str, _Group] = {}
    for run in runs:
        words = _words(run)
        if not words or _is_no_name(run, small) or all(mention.text.lower() in titles() for mention in run.mentions):
            continue
        group = _known(words, by_surname, by_given)
        if group is None:
            group = _Group(run)
            groups.append(group)
        else:
            group.take(run)
        if group not in by_surname[words[-1]][-_LOOKED_AT:] and (len(words) > 1 or len(group.full) == 1):
            by_surname[words[-1]].append(group)
        if len(words) > 1 and words[0] in listed("given-names"):
            by_given.setdefault(words[0], group)
    return groups


def _known(words: tuple[str, ...], by_surname: dict[str, list[_Group]], by_given: dict[str, _Group]) -> _Group | None:
    """The name that some words belong to."""
    same = by_surname.get(words[-1], [])
    if len(words) == 1:
        return same[-1] if same else by_given.get(words[0])
    return next((group for group in reversed(same[-_LOOKED_AT:]) if len(group.full) == 1 or _is_given(words[0], group.full[0])), None)


def _is_given(one: str, other: str) -> bool:
    """Whether two given names may be one person's: the same, an initial, a short form."""
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return other in _pet_forms().get(one, ()) or one in _pet_forms().get(other, ())


@cache
def _pet_forms() -> dict[str, frozenset[str]]:
    return {line.split()[0]: frozenset(line.split()[1:]) for line in listed("nicknames")}


def _words(run: Run) -> tuple[str, ...]:
    """The words of a run as letters, articles and suffixes left out."""
    words = tuple(letters(core(mention.text)) for mention in run.mentions)
    return tuple(word for word in words if word and word not in SUFFIXES)


def _small_words(analysis: "Analysis") -> frozenset[str]:
    """The words that the document writes in small letters too: at the start of a sentence they are no names."""
    return frozenset(word.text for words in analysis.words for word in words if word.text.islower())


def _is_no_name(run: Run, small: frozenset[str]) -> bool:
    """Whether the capital of a run may be that of a sentence or a headline."""
    first = run.mentions[0]
    if len(run.mentions) > 1 or not (first.opens or first.loud):
        return False
    low = first.text.lower()
    return low in small or low in listed("common-words")


def _merged(groups: list[_Group], analysis: "Analysis") -> list[_Group]:
    """The groups, those made one whose names look like two spellings of one."""
    home = {mention.place: group for group in groups for run in group.runs for mention in run.mentions}
    into: dict[int, _Group] = {}

    def root(group: _Group) -> _Group:
        while id(group) in into:
            above = into[id(group)]
            if id(above) in into:
                into[id(group)] = into[id(above)]
            group = above
        return group

    for pair in analysis.spellings:
        one, other = (next((home[place] for place in spelling.places if place in home), None) for spelling in (pair.usual, pair.rare))
        if one and other and root(one) is not root(other):
            into[id(root(other))] = root(one)
    for group in groups:
        if id(group) in into:
            root(group).runs.extend(group.runs)
    return [group for group in groups if id(group) not in into]


def _name(group: _Group, variants: frozenset[Place], analysis: "Analysis") -> Name:
    places: dict[str, list[Place]] = defaultdict(list)
    spelt: dict[str, bool] = {}
    for run in sorted(group.runs, key=lambda run: run.place):
        text = " ".join(analysis.blocks[run.place.block].text[run.place.start : run.place.end].split())
        places[text].append(run.place)
        spelt[text] = any(mention.place in variants for mention in run.mentions)
    forms = tuple(Form(text, tuple(found), spelt[text]) for text, found in places.items())
    return Name(_canonical(forms, analysis), forms)


def _canonical(forms: tuple[Form, ...], analysis: "Analysis") -> str:
    """What the house says, else the full form at first mention, else the commonest form."""
    settled = max(forms, key=lambda form: analysis.house.settles(form.text))
    if analysis.house.settles(settled.text):
        return settled.text
    right = [form for form in forms if not form.variant] or list(forms)
    full = [form for form in right if " " in form.text]
    return full[0].text if full else max(right, key=lambda form: len(form.places)).text
