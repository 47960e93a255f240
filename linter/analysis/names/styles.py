"""Spellings with the same letters: they differ in capitals, accents, hyphens or blanks only."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from linter.analysis.names.letters import letters
from linter.analysis.names.mentions import Mention, Run, particles
from linter.analysis.names.spellings import ADDRESS, Pair, Spelling, ordered, usable
from linter.analysis.text import fold
from linter.model.span import Place
from linter.resources import words as listed

if TYPE_CHECKING:
    from linter.analysis import Analysis
    from linter.analysis.words import Word

_SHORTEST = 3
_MOST_ALIKE = 12
"""Letters that are written in more ways than these tell nothing; it also keeps the work linear."""

_ACRONYM = 5
_ADJECTIVES = ("an", "ic", "ist", "ish")
"""“Republican” and “Catholic” have a sense in small letters too."""

_PREFIXES = frozenset(("anti", "co", "ex", "non", "post", "pre", "pro"))
_TAGS = re.compile(r"\b(?:Tags?|Topics|Filed under|TAGS|TOPICS)\b:? (?:[A-Za-z][\w'’-]*,? ){0,9}$")
_LONGEST_TAGS = 100
_GENERAL = frozenset(("", "a", "an", "the", "to", "and", "or", "of", "his", "her", "their", "its", "will", "can", "not", "that"))
"""After these a word is a name as easily as a noun or a verb: “to trump”."""

_PARTS = re.compile(r"[-‐‑ ]")
_JOINS = re.compile(r"[-‐‑' ]")


Groups = dict[str, list[str]]
"""For some letters the texts that are written with them."""


def styled(by_text: Mapping[str, list[Mention]], analysis: "Analysis") -> Iterator[Pair]:
    """The pairs with the same letters: the commonest spelling against each other one."""
    groups: Groups = defaultdict(list)
    for text in by_text:
        groups[letters(text)].append(text)
    joined = _adjacent(analysis.runs, groups)
    for text in joined:
        groups[letters(text)].append(text)
    every = {**by_text, **joined}
    for base, texts in groups.items():
        if 1 < len(texts) <= _MOST_ALIKE and len(base) >= _SHORTEST and base.isalpha() and base not in particles():
            yield from _compared(base, texts, every, groups, analysis)


def _adjacent(runs: Iterable[Run], groups: Groups) -> dict[str, list[Mention]]:
    """Two words of one name that somewhere else are written as one, or with a hyphen."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for run in runs:
        for first, second in zip(run.mentions, run.mentions[1:], strict=False):
            if letters(first.text) + letters(second.text) in groups and second.place.start - first.place.end == 1:
                text = f"{first.text} {second.text}"
                place = Place(first.place.block, first.place.start, second.place.end)
                found[text].append(first._replace(text=text, place=place, after=second.after))
    return found


def _compared(base: str, texts: list[str], every: Mapping[str, list[Mention]], groups: Groups, analysis: "Analysis") -> Iterator[Pair]:
    by_form: dict[str, list[Mention]] = defaultdict(list)
    for text in texts:
        by_form[fold(text)] += [mention for mention in every[text] if usable(mention, analysis) and not _tagged(mention, analysis)]
    spellings = [Spelling(base, sorted(found, key=lambda mention: mention.place)) for found in by_form.values() if found]
    if len(spellings) < 2:
        return
    main = min(spellings, key=lambda spelling: (-spelling.count, spelling.places[0]))
    for other in spellings:
        if other is main:
            continue
        kind = _kind(main.text, other.text)
        if _two_names(main, other, kind) or (kind == "diacritic" and (_foreign(main, analysis) or _foreign(other, analysis))):
            continue
        if kind == "case":
            main_told, told = _told(main, other), _told(other, main)
            if main_told and told and "." not in main.text and _capitals_count(main_told, told):
                yield ordered(main_told, told, kind)
        elif "." not in main.text + other.text and (kind == "diacritic" or _join_counts(main, other, every, groups)):
            yield ordered(main, other, kind)


def _tagged(mention: Mention, analysis: "Analysis") -> bool:
    """Whether it is one of a row of tags: a site writes those in its own way."""
    start = mention.place.start
    return _TAGS.search(analysis.blocks[mention.place.block].text, max(start - _LONGEST_TAGS, 0), start) is not None


def _kind(one: str, other: str) -> str:
    if one.lower() == other.lower():
        return "case"
    return "join" if _JOINS.sub("", fold(one.lower())) == _JOINS.sub("", fold(other.lower())) else "diacritic"


def _two_names(one: Spelling, other: Spelling, kind: str) -> bool:
    """Whether they have neighbours, and never the same: “José Harker”, “Jose Brandt”. A family joins its surname in one way."""
    if one.before & other.before or one.after & other.after:
        return False
    return bool((one.before and other.before and kind == "diacritic") or (one.after and other.after))


def _foreign(spelling: Spelling, analysis: "Analysis") -> bool:
    """Whether its sentences are in another language, as words with accents tell that are no names."""
    return all(_speaks_otherwise(analysis.words_in(analysis.sentence_at(place)), spelling.base) for place in spelling.places)


def _speaks_otherwise(words: "Sequence[Word]", base: str) -> bool:
    return any(
        not word.text.isascii() and (number == 0 or word.text.islower()) and letters(word.text) not in (base, word.text.lower())
        for number, word in enumerate(words)
    )


def _told(spelling: Spelling, other: Spelling) -> Spelling | None:
    """The spelling where its capitals say something: inside a sentence, or wherever they differ inside the word, but in no line of capitals."""
    inside = spelling.text[1:] != other.text[1:]
    told = [mention for mention in spelling.mentions if not mention.loud and (inside or not mention.opens)]
    return Spelling(spelling.base, told) if told else None


def _capitals_count(one: Spelling, other: Spelling) -> bool:
    """Not for common words; a word all in capitals counts only where it is an acronym and the usual form: “ISIS” and “Isis”."""
    if one.ordinary:
        return False
    usual, rare = (one, other) if one.count >= other.count else (other, one)
    if rare.text.isupper():
        return False
    return not usual.text.isupper() or (len(usual.text) <= _ACRONYM and usual.count > rare.count)


def _join_counts(one: Spelling, other: Spelling, every: Mapping[str, list[Mention]], groups: Groups) -> bool:
    """Not for initials, adjectives of common words, compounds of two names of their own, or a surname that reads like one (“Whitehouse”)."""
    if (one.text.isupper() or other.text.isupper()) and (len(one.base) > _ACRONYM or one.text.isupper() is other.text.isupper()):
        return False
    parts = max(_PARTS.split(one.text), _PARTS.split(other.text), key=len)
    if all(len(part) == 1 for part in parts) or one.base in listed("common-words") or parts[0].lower() in _PREFIXES:
        return False
    if all(part.lower() in listed("common-words") for part in parts) and len(_PARTS.split(one.text)) == len(_PARTS.split(other.text)):
        return False
    closed, open_ = sorted((one, other), key=lambda spelling: len(_PARTS.split(spelling.text)))
    if len(_PARTS.split(closed.text)) == 1 and closed.known:
        return False
    if closed.before & listed("given-names") and not closed.before & open_.before and len(_PARTS.split(closed.text)) == 1:
        return False
    return not (len(parts) > 1 and all(any(mention.bare for text in groups.get(letters(part), ()) for mention in every[text]) for part in parts))


def small_letters(by_text: Mapping[str, list[Mention]], analysis: "Analysis") -> Iterator[Pair]:
    """A name that everybody writes with a capital, once in small letters, after the same word: “on twitter” and “on Twitter”."""
    wanted: dict[str, list[Mention]] = {}
    for text, mentions in by_text.items():
        if len(text) > 4 and text in listed("proper-nouns") and not text.endswith(_ADJECTIVES):
            telling = [mention for mention in mentions if not mention.opens and not mention.loud]
            if telling:
                wanted[text.lower()] = telling
    if not wanted:
        return
    found: dict[str, list[Place]] = defaultdict(list)
    for block, words in enumerate(analysis.words):
        for word in [word for word in words if word[0] in wanted]:
            place = Place(block, word.start, word.end)
            if _stands_free(analysis, place):
                found[word.text].append(place)
    for small, places in found.items():
        leads = {_word_before(analysis, mention.place) for mention in wanted[small]}
        if len(places) == 1 and _word_before(analysis, places[0]) in leads - _GENERAL:
            rare = Mention(small, places[0], (), (), titled=False, opens=False, loud=False, listed=False, possessive=False, articled=False)
            yield Pair(Spelling(small, wanted[small]), Spelling(small, [rare]), "case")


def _word_before(analysis: "Analysis", place: Place) -> str:
    words = analysis.words[place.block]
    index = bisect_left(words, place.start, key=lambda word: word.start) - 1
    return words[index].text if index >= 0 else ""


def _stands_free(analysis: "Analysis", place: Place) -> bool:
    text = analysis.blocks[place.block].text
    if (place.start and text[place.start - 1] in "@#/_.-'’[") or ADDRESS.match(text, place.end) or text.startswith(("-", " (@"), place.end):
        return False
    return not any(start <= place.start and place.end <= end for start, end in analysis.quoted_in(place))
