"""Spellings of a document's names that look like one name spelt two ways."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from linter.analysis.names.mentions import Mention
from linter.analysis.text import fold
from linter.model.span import Place
from linter.resources import words as listed

if TYPE_CHECKING:
    from linter.analysis import Analysis

_SHORTEST = 4
_MOST_ALIKE = 12
"""A key that more spellings share than these tells nothing; it also keeps the work linear."""

_SEPARATORS = re.compile(r"[-‐‑' .]")
_INFLECTED = frozenset("s es n an ans ian ians ean i is er ers ese ic ish ism ist ists ite ites land d ed ly ing".split())
_ENDINGS = _INFLECTED | frozenset("a e o y ie ia h ov ova na ina".split())
_SHORTENED = re.compile(r"['’](?:re|ve|ll|d|m|t)$", re.IGNORECASE)
_GLUED = frozenset("@#/_")
_ADDRESS = re.compile(r"\.(?:com|org|net|co|gov|io|tv|uk|in)\b|/|@|_")
_CHECKED = re.compile(r"['’]?s?\W{0,2}(?:\[sic\]|\(sic\)|\(cq\)|\[cq\])", re.IGNORECASE)
_EXPLAINED = re.compile(r"\b(?:also|sometimes|often|variously|formerly|previously|originally)? ?(?:spell?ed|spelt|known as|called|transliterated|pronounced)\b")
_CLASSES = (
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"),
    ("x", "ks"), ("z", "s"), ("w", "v"), ("j", "g"), ("y", ""), ("h", ""),
)  # fmt: skip


class Spelling(NamedTuple):
    """One way in which a word of a name is written: where, and which words of the same name stand before and after it."""

    text: str
    places: tuple[Place, ...]
    before: frozenset[str]
    after: frozenset[str]
    bare: int


class Pair(NamedTuple):
    """Two spellings of what looks like one name; `kind` says in what they differ. Of a tie `rare` is the later one."""

    usual: Spelling
    rare: Spelling
    kind: str

    @property
    def tie(self) -> bool:
        """Whether the article uses both equally often, so that it cannot say which is right."""
        return len(self.usual.places) == len(self.rare.places)


def find_pairs(analysis: "Analysis") -> list[Pair]:
    """The pairs of spellings that an editor would query, in the order of their later spelling. No pair is compared that shares no key."""
    mentions = [mention for mention in analysis.names.mentions if _counts(mention, analysis)]
    spellings = _spellings(mentions)
    by_letters: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in (*spellings.values(), *_adjacent(mentions, spellings)):
        by_letters[letters(spelling.text)].append(spelling)
    telling = frozenset(mention.place for mention in mentions if not mention.opens and not mention.loud)
    pairs = [pair for alike in by_letters.values() if len(alike) > 1 for pair in _same_letters(alike, analysis, telling)]
    pairs += _small_letters(analysis, spellings, telling)
    pairs += _other_letters(by_letters, analysis)
    return sorted(pairs, key=lambda pair: (pair.rare.places[0], pair.usual.text))


def letters(text: str) -> str:
    """A spelling without accents, capitals, hyphens, apostrophes and blanks."""
    plain = unicodedata.normalize("NFKD", _SEPARATORS.sub("", text.lower()))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _counts(mention: Mention, analysis: "Analysis") -> bool:
    """Whether a mention is the paper's own spelling of a name: no address or handle, nothing marked as checked."""
    text = analysis.blocks[mention.place.block].text
    start, end = mention.place.start, mention.place.end
    if _SHORTENED.search(mention.text) or (start and text[start - 1] in _GLUED) or _ADDRESS.match(text, end) or _CHECKED.match(text, end):
        return False
    return analysis.structure.forms[mention.place.block] not in ("tweet", "contributor")


def _spellings(mentions: Iterable[Mention]) -> dict[str, Spelling]:
    by_text: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_text[fold(mention.text)].append(mention)
    return {text: _spelling(text, found) for text, found in by_text.items()}


def _spelling(text: str, mentions: list[Mention]) -> Spelling:
    quiet = [mention for mention in mentions if not mention.loud]
    return Spelling(
        text,
        tuple(mention.place for mention in mentions),
        frozenset(letters(mention.before) for mention in quiet if mention.before),
        frozenset(letters(mention.after) for mention in quiet if mention.after),
        sum(not mention.before and not mention.after for mention in mentions),
    )


def _adjacent(mentions: list[Mention], spellings: dict[str, Spelling]) -> Iterator[Spelling]:
    """Two words of one name that somewhere else are written as one, or with a hyphen."""
    joined = {letters(text) for text in spellings}
    found: dict[str, list[Mention]] = defaultdict(list)
    for first, second in zip(mentions, mentions[1:], strict=False):
        text = f"{first.text} {second.text}"
        together = first.place.block == second.place.block and second.place.start - first.place.end == 1
        if together and first.after and letters(text) in joined:
            place = Place(first.place.block, first.place.start, second.place.end)
            found[fold(text)].append(first._replace(text=text, place=place, after=second.after))
    for text, pairs in found.items():
        yield _spelling(text, pairs)


def _same_letters(alike: list[Spelling], analysis: "Analysis", telling: frozenset[Place]) -> Iterator[Pair]:
    """Spellings that differ in capitals, accents, hyphens or blanks only."""
    main = max(alike, key=lambda spelling: (len(spelling.places), -spelling.places[0].block))
    for other in alike:
        if other is main:
            continue
        kind = _small_difference(main.text, other.text)
        shown = _case_counts(other, main, telling) if kind == "case" else (main, other)
        if shown and not _explained(*shown, analysis) and _join_counts(kind, *shown):
            yield _ordered(*shown, kind)


def _small_difference(one: str, other: str) -> str:
    if one.lower() == other.lower():
        return "case"
    plain = [_SEPARATORS.sub("", text.lower()) for text in (one, other)]
    return "join" if plain[0] == plain[1] else "diacritic"


def _join_counts(kind: str, one: Spelling, other: Spelling) -> bool:
    """A hyphen may make one adjective of two words; then the hyphenated form stands before no name and ends none."""
    if kind != "join":
        return True
    if "." in one.text + other.text:
        return False
    hyphenated = next((s for s in (one, other) if "-" in s.text), None)
    parts = {part.lower() for spelling in (one, other) for part in re.split(r"[- ]", spelling.text)}
    return not (hyphenated and parts & listed("common-words") and len(parts & listed("common-words")) == len(parts))


def _case_counts(other: Spelling, main: Spelling, telling: frozenset[Place]) -> tuple[Spelling, Spelling] | None:
    """Both spellings where a capital says something: inside a sentence, in a block that is not all capitals."""
    if len(main.text) < 3 or main.text.lower() in listed("common-words"):
        return None
    told = []
    for spelling in (main, other):
        places = tuple(place for place in spelling.places if place in telling)
        if not places or (spelling.text.isupper() and (spelling is other or len(spelling.text) > 5 or len(main.places) == len(other.places))):
            return None
        told.append(spelling._replace(places=places))
    return told[0], told[1]


def _small_letters(analysis: "Analysis", spellings: dict[str, Spelling], telling: frozenset[Place]) -> Iterator[Pair]:
    """A name that everybody writes with a capital, in small letters: “twitter”."""
    wanted = {}
    for text, spelling in spellings.items():
        if text in listed("known-names") and len(text) > _SHORTEST and any(place in telling for place in spelling.places):
            wanted[text.lower()] = spelling
    if not wanted:
        return
    found: dict[str, list[Place]] = defaultdict(list)
    for block, words in enumerate(analysis.words):
        text = analysis.blocks[block].text
        for word in words:
            if word.text in wanted and not (word.start and text[word.start - 1] in "@#/_.-") and not _ADDRESS.match(text, word.end):
                found[word.text].append(Place(block, word.start, word.end))
    for small, places in found.items():
        rare = Spelling(small, tuple(places), frozenset(), frozenset(), 0)
        if len(places) == 1:
            yield Pair(wanted[small], rare, "case")


def _other_letters(by_letters: dict[str, list[Spelling]], analysis: "Analysis") -> Iterator[Pair]:
    """Spellings that differ by a letter, or sound alike in another alphabet."""
    candidates = {base: max(alike, key=lambda s: len(s.places)) for base, alike in by_letters.items() if _may_be_misspelt(base, alike)}
    seen: set[tuple[str, str]] = set()
    for one, other in _alike(candidates):
        pair = (min(one, other), max(one, other))
        if pair in seen:
            continue
        seen.add(pair)
        kind = "transliteration" if skeleton(one) == skeleton(other) else "typing"
        first, second = candidates[one], candidates[other]
        if _one_name(one, other, first, second) and not _explained(first, second, analysis):
            yield _ordered(first, second, kind)


def _may_be_misspelt(base: str, alike: list[Spelling]) -> bool:
    if len(base) < _SHORTEST or not base.isalpha() or base in listed("common-words"):
        return False
    return not all(spelling.text.isupper() for spelling in alike) and not any(" " in spelling.text for spelling in alike)


def _alike(bases: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs that share a key: the word itself less one letter, or its skeleton of consonants."""
    keys: dict[str, list[str]] = defaultdict(list)
    for base in bases:
        keys[f"={skeleton(base)}{len(base) // 40}"].append(base)
        for key in {base, *(base[:at] + base[at + 1 :] for at in range(len(base)))} if len(base) < 40 else {base}:
            keys[key].append(base)
    for alike in keys.values():
        if 1 < len(alike) <= _MOST_ALIKE:
            for number, one in enumerate(alike):
                for other in alike[number + 1 :]:
                    if one != other:
                        yield one, other


def skeleton(base: str) -> str:
    """What stays of a name when it is carried from one alphabet to another: its consonants by class, doubled ones once."""
    for wide, narrow in _CLASSES:
        base = base.replace(wide, narrow)
    first, rest = base[:1], re.sub("[aeiou]", "", base[1:])
    return re.sub(r"(.)\1+", r"\1", ("a" if first in "aeiou" else first) + rest)


def _one_name(one: str, other: str, first: Spelling, second: Spelling) -> bool:
    """Whether the evidence is that two spellings mean one person or place."""
    same_before = bool(first.before & second.before)
    same_after = bool(first.after & second.after)
    if first.after and second.after and not same_after:
        same_before = False
    if first.before and second.before and not same_before:
        same_after = False
    strong = same_before or same_after
    endings = _endings(one, other)
    if endings & _INFLECTED or (endings and not same_before):
        return False
    if not strong and ((first.before and second.before) or (first.after and second.after)):
        return False
    if {first.text, second.text} <= listed("known-names"):
        return same_before
    distance = edits(one, other)
    alike = distance == 1 or skeleton(one) == skeleton(other)
    if strong:
        return distance == 1 or (same_before and distance == 2 and len(one) > 5)
    sounds = skeleton(one) == skeleton(other) and len(one) > 7
    if not alike or distance > 2 + sounds or min(len(one), len(other)) < 6 or one[0] != other[0]:
        return False
    if len(one) == len(other) and sorted(one) != sorted(other) and skeleton(one) != skeleton(other):
        return False  # one letter for another makes another name as easily as a slip: Warner, Wagner
    full = (first.before or first.after) and second.bare or (second.before or second.after) and first.bare
    return bool(full) or len(first.places) + len(second.places) > 2


def _endings(one: str, other: str) -> frozenset[str]:
    """The endings in which two words differ, if they look like plurals, demonyms and the like: “Iraq” and “Iraqi”."""
    common = 0
    while common < min(len(one), len(other)) and one[common] == other[common]:
        common += 1
    found = frozenset((one[common:], other[common:])) - {""}
    return found if found <= _ENDINGS else frozenset()


def edits(one: str, other: str) -> int:
    """The distance of Damerau and Levenshtein (1964, 1966; neighbouring letters may swap once), at most 4."""
    if abs(len(one) - len(other)) > 3:
        return 4
    older: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        older, last = last, row
    return min(last[-1], 4)


def _explained(one: Spelling, other: Spelling, analysis: "Analysis") -> bool:
    """Whether a sentence that holds both says that the name is spelt two ways."""
    for place in other.places[:3]:
        sentence = analysis.sentence_at(place)
        text = analysis.blocks[place.block].text[sentence.start : sentence.end]
        if one.text in text and _EXPLAINED.search(text):
            return True
    return False


def _ordered(one: Spelling, other: Spelling, kind: str) -> Pair:
    """The commoner spelling first; of a tie the one that comes first."""
    ranked = sorted((one, other), key=lambda spelling: (-len(spelling.places), spelling.places[0]))
    return Pair(ranked[0], ranked[1], kind)
