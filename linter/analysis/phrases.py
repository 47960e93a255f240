"""Phrases: patterns whose letters are words and classes of words, found in sentences that are written as such.

A sentence is written as bytes, in which every word is a sign for its possible classes, its small letters, and a blank:
“The ferry sails” becomes “①the ②ferry ③sails ”. The signs are the bytes beyond ASCII; a letter that is not ASCII becomes “?”.
A phrase is translated into a pattern over such bytes, so that RE2 finds it in linear time. What a word can be stands in the
word list `word-classes`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from linter.analysis.patterns import PatternError, options
from linter.analysis.text import lower
from linter.model.span import Place
from linter.resources import rules_folder

CLASSES = {
    "noun": "n", "counted": "k", "plural": "p", "base": "b", "verbs": "s", "past": "d", "participle": "e", "ing": "g",
    "adjective": "a", "comparative": "c", "adverb": "r", "function": "f", "number": "m", "name": "N", "mark": "M", "unknown": "u",
}  # fmt: skip
"""The classes by name. `base` and `verbs` are “sail” and “sails”, `past` and `participle` “went” and “gone”;
`counted` are nouns that hardly ever stand without a determiner."""

_FIRST = 0x80
_ANY = "[\\x80-\\xff]"
_TOKEN = re.compile(r"[^\W_]+(?:['\-‐‑.][^\W_]+)*|[.,;:!?\"'()\[\]%$£€&/–—…-]")
_ELEMENT = re.compile(
    r"\s+|<(?P<classes>[^<>]+)>|(?P<word>\w[\w'-]*)|(?P<group>\(\?P<\w+>)|\\(?P<escaped>[^\w\s])|(?P<count>\{\d\d?(?:,\d\d?)?\}|\?)|(?P<other>.)"
)
_LONGEST_CACHE = 50_000
_NEEDED: dict[str, list[list[str]]] = {}


@lru_cache(maxsize=8)
def _tokens(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words and marks of a sentence stand. Many phrases may be found in one sentence."""
    return tuple(found.span() for found in _TOKEN.finditer(text))


class Tagged(NamedTuple):
    """The sentences of a document as phrases see them: where each stands, where it begins in `data`, and all of them.

    `names` are the words that stand with a capital, in small letters.
    """

    sentences: tuple[Place, ...]
    starts: tuple[int, ...]
    data: bytes
    names: frozenset[str]
    folded: Sequence[str]

    def place(self, start: int, end: int) -> Place:
        """The place of the words that stand in `data[start:end]`."""
        index = bisect_right(self.starts, start) - 1
        sentence = self.sentences[index]
        text = self.folded[sentence.block][sentence.start : sentence.end]
        first = self.data[self.starts[index] : start].count(b" ")
        last = first + self.data[start:end].count(b" ") - 1
        tokens = _tokens(text)
        return Place(sentence.block, sentence.start + tokens[first][0], sentence.start + tokens[last][1])

    def plain(self) -> list[str]:
        """The words and marks of each sentence, in small letters, each with a blank behind it."""
        return self.data.translate(None, bytes(range(_FIRST, 256))).decode().split("\n")

    def unknown(self) -> dict[str, list[tuple[int, int]]]:
        """The words in small letters of which nothing is known, with the stretches of `data` where they stand."""
        found: dict[str, list[tuple[int, int]]] = {}
        parts = self.data.split(_signs()["u"].encode("latin-1"))
        at = len(parts[0])
        for part in parts[1:]:
            length = part.index(b" ")
            found.setdefault(part[:length].decode(), []).append((at, at + length + 2))
            at += 1 + len(part)
        return found


class _Codes(dict[str, bytes]):
    """How a word is written; what was asked for once is kept."""

    def __missing__(self, token: str) -> bytes:
        if len(self) > _LONGEST_CACHE:
            self.clear()
        low = lower(token)
        known = lexicon().get(low)
        if token[0].isupper():
            known = "N"
        elif token[0].isdigit():
            known = "m"
        elif not token[0].isalpha():
            known = "M"
        code = self[token] = _signs()[known or "u"].encode("latin-1") + low.encode("ascii", "replace") + b" "
        return code


@cache
def _codes() -> _Codes:
    return _Codes()


@cache
def lexicon() -> dict[str, str]:
    """The possible classes of words, a letter for each."""
    text = (rules_folder() / "words" / "word-classes.txt").read_text(encoding="utf-8")
    items = text[text.index("\n", text.rindex("\n#") + 1) :].split()
    return dict(zip(items[::2], items[1::2], strict=True))


@cache
def _signs() -> dict[str, str]:
    """The mark of each set of classes that a word has."""
    sets = sorted({*lexicon().values(), "N", "M", "m", "u"})
    return {classes: chr(_FIRST + number) for number, classes in enumerate(sets)}


def tag(sentences: Sequence[Sequence[Place]], folded: Sequence[str]) -> Tagged:
    """The sentences of a document, ready for phrases. A capital makes a name of a word that does not open its sentence."""
    codes = _codes()
    places, starts, parts, length = [], [], [], 0
    words: set[str] = set()
    for block in sentences:
        for sentence in block:
            tokens = _TOKEN.findall(folded[sentence.block][sentence.start : sentence.end])
            _lower_first(tokens)
            words.update(tokens)
            part = b"\n" + b"".join(map(codes.__getitem__, tokens)) + b"\n"
            places.append(sentence)
            starts.append(length)
            parts.append(part)
            length += len(part)
    names = frozenset(lower(word) for word in words if word[0].isupper())
    return Tagged(tuple(places), tuple(starts), b"".join(parts), names, folded)


def _lower_first(tokens: list[str]) -> None:
    """The capital that opens a sentence says nothing; it is taken off where the word is known in small letters."""
    first = next((index for index, token in enumerate(tokens[:3]) if token[0].isalnum()), None)
    if first is not None and (low := lower(tokens[first])).partition("'")[0] in lexicon():
        tokens[first] = low


@cache
def compiled(source: str) -> Any:
    """A phrase as RE2 reads it. Raises PatternError.

    A phrase is written as words (`the`; one with a capital stands for a name), classes (`<plural>`; `<=plural>` for words
    that can be nothing else; `<noun|name>` for either; `<noun -base>` for those that cannot be the other), `.` for any
    word or mark, marks (`,`; `\\.`), groups, `|`, `?`, `{0,3}`, `^` and `$` for the ends of the sentence, and ⟨⟩ round
    what is reported.
    """
    import re2

    try:
        return re2.compile(translated(source).encode("latin-1"), options=options(of_bytes=True))
    except re2.error as error:
        reason = error.args[0].decode(errors="replace") if isinstance(error.args[0], bytes) else str(error)
        message = f"not a phrase: {reason}"
        raise PatternError(message) from None


@cache
def translated(source: str) -> str:
    """A phrase in RE2's own words. Raises PatternError."""
    return "".join(_parts(source))


def _parts(source: str) -> Iterator[str]:
    for found in _ELEMENT.finditer(source):
        if found["classes"]:
            yield f"(?:{_of_classes(found['classes'])}[^ \\n]* )"
        elif found["word"]:
            yield f"(?:{_fitting(name=found['word'] != lower(found['word']))}{re.escape(lower(found['word']))} )"
        elif found["group"] or found["count"]:
            yield found[0]
        elif found["escaped"]:
            yield f"(?:{_ANY}{re.escape(found['escaped'])} )"
        elif found["other"]:
            yield _other(found["other"])


@cache
def _fitting(*, name: bool) -> str:
    """The signs that a word of a phrase fits: with a capital only names, else all but names."""
    return _of_classes("name") if name else f"[{''.join(sign for classes, sign in _signs().items() if classes != 'N')}]"


def _other(character: str) -> str:
    if character in "*+":
        message = f"“{character}” repeats without end; bound it: {{0,5}}"
        raise PatternError(message)
    known = {"⟨": "(?P<mark>", "(": "(?:", "^": "\\n", "$": "\\n", ".": f"(?:{_ANY}[^ \\n]+ )", "⟩": ")", ")": ")", "|": "|"}
    return known.get(character) or f"(?:{_ANY}{re.escape(character)} )"


@cache
def _of_classes(names: str) -> str:
    """The marks of the words that names of classes fit: `|` for either, `-` for not, `=` for nothing else."""
    chosen: set[str] = set()
    for alternative in names.split("|"):
        wanted, *excluded = alternative.split()
        letters = {CLASSES.get(name.strip("-=")) for name in (wanted, *excluded)}
        if None in letters:
            message = f"“<{alternative}>” names no class of words; there are {', '.join(CLASSES)}"
            raise PatternError(message)
        letter = CLASSES[wanted.strip("=")]
        barred = {CLASSES[name.strip("-")] for name in excluded}
        for classes in _signs():
            if (classes == letter if wanted.startswith("=") else letter in classes) and not barred.intersection(classes):
                chosen.add(_signs()[classes])
    return f"[{''.join(sorted(chosen))}]"


def needed(source: str) -> list[list[str]]:
    """Sets of literals of each of which a sentence must hold one for a phrase to occur in it; none if no literal tells."""
    if source not in _NEEDED:
        from linter.analysis.required import required_of_phrase

        _NEEDED[source] = required_of_phrase(source)
    return _NEEDED[source]


def remember(kept: Mapping[str, list[list[str]]]) -> None:
    """Takes what `needed` gave for phrases, so that they need not be read again."""
    _NEEDED.update(kept)


def phrase_hits(source: str, tagged: Tagged) -> Iterator[tuple[Place, dict[str, Place]]]:
    """Every place that a phrase marks, from left to right, with the places of its named groups."""
    expression = compiled(source)
    at = 0
    while hit := expression.search(tagged.data, at):
        groups = {name.decode(): hit.span(index) for name, index in expression.groupindex.items()}
        places = {name: tagged.place(*span) for name, span in groups.items() if span[0] < span[1]}
        if not groups.get("mark"):
            places["mark"] = tagged.place(*hit.span())
        if "mark" in places:
            yield places.pop("mark"), places
        at = max(hit.end() - 1, hit.start() + 1)
