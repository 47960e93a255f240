"""Who is meant by a source: names as the article knows them, and the names that pronouns and roles stand for."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from linter.analysis.attributions.clauses import Clause, is_source_noun
from linter.analysis.attributions.lexicon import DETERMINERS, PERSONAL, PREPOSITIONS, PRONOUNS
from linter.analysis.attributions.told import Told
from linter.resources import words as listed

if TYPE_CHECKING:
    from linter.analysis import Analysis

_TITLES_OF = {"he": frozenset(("mr", "sir", "lord", "king", "prince")), "she": frozenset(("mrs", "ms", "miss", "lady", "queen", "princess"))}
_OPENING = 6
"""Among so many words stands the name that opens a sentence."""

_APPOSITION = 80
"""How long an apposition may be, in characters."""

_POSSESSIVES = {"his": "he", "her": "she", "their": "they", "its": "it"}


class Speakers:
    """Follows an article from sentence to sentence and knows whom its sources name."""

    def __init__(self, analysis: "Analysis") -> None:
        self._names = {(place.block, place.end): name.canonical for name in analysis.names for form in name.forms for place in form.places}
        self._alike: dict[str, str] = {}
        for name in analysis.names:
            if " " in name.canonical:
                self._alike.setdefault(_letters(name.canonical.rsplit(" ", 1)[1]), name.canonical)
        self._focus: dict[str, str] = {}
        self._by_role: dict[str, str] = {}

    def name(self, told: Told, clause: Clause) -> str | None:
        """The name of a clause's source: as the article writes it in full, or the source's own words where it is nameless.

        None for a pronoun that stands for nobody clearly, and for a clause without a source.
        """
        if clause.source is None:
            return None
        pronoun = _POSSESSIVES.get(clause.head, clause.head)
        if pronoun in PRONOUNS:
            return self._focus.get(pronoun)
        start, end = clause.source
        main = self._main_end(told, start, end)
        name = self._names.get((told.place.block, main))
        if name and not clause.head:
            name = self._in_full(_without_role(name))
            self._note(told, start, end, name)
            return name
        text = _without_article(told.text[start:end])
        if not clause.head:
            return text
        known = self._by_role.get(_singular(clause.head))
        definite = told.text[start:end].lower().split()[0] in ("the", "that", "those", "these") or " " not in text
        if known and definite:
            return known
        if is_source_noun(clause.head):
            self._by_role[_singular(clause.head)] = text
            self._focus["they"] = text
        return text

    def medium(self, told: Told, clauses: Sequence[Clause]) -> str | None:
        """The name of the medium through which a word came: “quoting the ministry, Reuters said”, “told Reuters”."""
        if clauses[0].kind == "according":
            second = next((clause for clause in clauses[1:] if clause.kind == "saying" and clause.source and not clause.head), None)
            return self.name(told, second) if second else None
        for clause in clauses:
            if clause.kind == "saying" and clause.source and clause.source[0] < clause.cue[0]:
                name = self._addressed(told, clause)
                if name:
                    return name
        return None

    def _addressed(self, told: Told, clause: Clause) -> str | None:
        """The name that stands right after “told” or “confirmed to”."""
        index = bisect_left(told.words, clause.cue[1], key=lambda word: word.start)
        if not told.text[slice(*clause.cue)].startswith(("told", "tell")):
            if told.low(index) != "to":
                return None
            index += 1
        index += told.low(index) in ("the", "a")
        if index >= len(told.lows) or not told.capitals[index]:
            return None
        places = ((told.place.block, word.end) for word in told.words[index : index + 4])
        return next((self._names[place] for place in places if place in self._names), None)

    def follow(self, told: Told, name: str | None) -> None:
        """Notes whom a sentence speaks of: its source, else the name that opens it."""
        if name and name[:1].isupper():
            self._focus_on(told, name)
            return
        block = told.place.block
        for index, (low, word) in enumerate(zip(told.lows[:_OPENING], told.words, strict=False)):
            if low in PRONOUNS or (low in PREPOSITIONS and index):
                return
            opening = self._names.get((block, word.end))
            if opening and not told.text.startswith("'s", word.end):
                self._focus_on(told, self._in_full(_without_role(opening)))
                return

    def _in_full(self, name: str) -> str:
        """A surname whose letters changed places is still that of the full name."""
        return name if " " in name else self._alike.get(_letters(name), name)

    def _focus_on(self, told: Told, name: str) -> None:
        gender = next((pronoun for pronoun, titles in _TITLES_OF.items() if not titles.isdisjoint(told.lows)), None)
        for pronoun in ("he", "she"):
            if gender in (None, pronoun):
                self._focus[pronoun] = name
        self._focus["it"] = name

    def _note(self, told: Told, start: int, end: int, name: str) -> None:
        """Remembers the role in which a name is given, in its source or in the apposition after it, so that “the mayor” is known later."""
        if told.text.startswith(",", end):
            close = told.text.find(",", end + 1, end + _APPOSITION)
            end = close if close > 0 else end
        first = bisect_left(told.words, start, key=lambda word: word.start)
        last = bisect_left(told.words, end, lo=first, key=lambda word: word.start)
        self._by_role.update((low, name) for low in told.lows[first:last] if low in listed("source-roles"))

    @staticmethod
    def _main_end(told: Told, start: int, end: int) -> int:
        """Where the main part of a source ends: before “of the port”, “from the ministry”."""
        last = end
        first = bisect_left(told.words, start, key=lambda word: word.start)
        for index in range(first, len(told.words)):
            if told.words[index].start >= end:
                break
            if index > first and told.lows[index] in PREPOSITIONS:
                return told.words[index - 1].end
            last = min(told.words[index].end, end)
        return last


def _letters(name: str) -> str:
    return "".join(sorted(name.lower()))


def _without_role(name: str) -> str:
    """A name without the role or title that opens it."""
    words = name.split()
    while len(words) > 1 and (words[0].lower() in listed("source-roles") or words[0].lower() in PERSONAL):
        del words[0]
    return " ".join(words)


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in DETERMINERS and first.lower() in ("the", "a", "an") else text


def _singular(noun: str) -> str:
    if noun.endswith("men"):
        return noun[:-2] + "an"
    return noun.removesuffix("s")
