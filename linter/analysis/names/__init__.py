"""Names: the people, places, organisations and brands of a document, and every way it writes them."""

from typing import TYPE_CHECKING, NamedTuple

from linter.analysis.names.mentions import Mention, Run, find_runs
from linter.model.span import Place
from linter.resources import words as listed

if TYPE_CHECKING:
    from linter.analysis import Analysis


class Form(NamedTuple):
    """One spelling of a name and where it stands."""

    text: str
    places: tuple[Place, ...]


class Name(NamedTuple):
    """One person, place, organisation or brand: its canonical spelling and every form of it."""

    canonical: str
    forms: tuple[Form, ...]


class Names(NamedTuple):
    """The names of a document in the order of first mention, and the runs of capitalised words they were found in."""

    names: tuple[Name, ...]
    runs: tuple[Run, ...]

    @property
    def mentions(self) -> list[Mention]:
        """Every word of every name, in order."""
        return [mention for run in self.runs for mention in run.mentions]


def find_names(analysis: "Analysis") -> Names:
    """The names of a document: a surname alone belongs to the full name that bore it before."""
    runs = tuple(find_runs(analysis))
    small = _small_words(analysis)
    forms: dict[str, list[Place]] = {}
    owners: dict[str, str] = {}
    groups: dict[str, list[str]] = {}
    for run in runs:
        text = _name_of(run, small)
        if not text:
            continue
        if text not in forms:
            last = text.rsplit(" ", 1)[-1]
            owner = owners.get(text, text)
            groups.setdefault(owner, []).append(text)
            if last != text:
                owners.setdefault(last, text)
        forms.setdefault(text, []).append(run.place)
    return Names(tuple(Name(name, tuple(Form(form, tuple(forms[form])) for form in group)) for name, group in groups.items()), runs)


def _small_words(analysis: "Analysis") -> frozenset[str]:
    """The words that the document writes in small letters too: at the start of a sentence they are no names."""
    return frozenset(word.text for words in analysis.words for word in words if word.text.islower())


def _name_of(run: Run, small: frozenset[str]) -> str:
    """The text of a run, or nothing where its capital may be that of a sentence or a headline."""
    first = run.mentions[0]
    if len(run.mentions) == 1 and (first.opens or first.loud):
        low = first.text.lower()
        return "" if low in small or low in listed("common-words") else first.text
    return run.text
