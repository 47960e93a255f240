"""Patterns of rules: compiled for RE2, and found in linear time."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from linter.analysis.text import is_word, word_ends

MARK, EDGE = "_mark", "_edge"
"""The groups of our own in a pattern: its reported part, and its word ends. A rule's own begin with a letter."""


class Pattern(NamedTuple):
    """A pattern as a rule writes it. `case` is `fold` or `exact`; `per` is `sentence` or `block`."""

    source: str
    case: str = "fold"
    per: str = "sentence"


class PatternError(ValueError):
    """A pattern that cannot work; the message says why and what to write instead."""


class Hit(NamedTuple):
    """Where a pattern matched in one text, in code points: the reported part, the whole, the groups by name."""

    start: int
    end: int
    whole_start: int
    whole_end: int
    groups: dict[str, tuple[int, int]]


_TRANSLATED: dict[tuple[Pattern, str], str] = {}
_NEEDED: dict[Pattern, list[list[str]]] = {}


def translate(pattern: Pattern, form: str = "exact") -> str:
    """The pattern in RE2's own words, in one of its forms. Raises PatternError for what cannot work."""
    key = (pattern, form)
    if key not in _TRANSLATED:
        from linter.analysis.translation import translated

        prefix = "(?s)" if pattern.case == "exact" else "(?is)"
        _TRANSLATED[key] = prefix + translated(pattern.source, form)
    return _TRANSLATED[key]


def needed(pattern: Pattern) -> list[list[str]]:
    """Sets of literals of each of which a text must hold one for the pattern to occur; none if no literal tells."""
    if pattern not in _NEEDED:
        from linter.analysis.required import required

        _NEEDED[pattern] = required(pattern.source)
    return _NEEDED[pattern]


def forms(patterns: Iterable[Pattern]) -> list[list[Any]]:
    """What a run needs most of patterns, as plain data to be kept. Raises PatternError."""
    return [[*pattern, translate(pattern, "ascii"), needed(pattern) or translate(pattern, "wide")] for pattern in patterns]


def remember(kept: Iterable[Sequence[Any]]) -> None:
    """Takes what `forms` gave, so that these patterns need not be read again."""
    for source, case, per, plain, needs in kept:
        pattern = Pattern(source, case, per)
        _TRANSLATED[pattern, "ascii"] = plain
        if isinstance(needs, str):
            _TRANSLATED[pattern, "wide"] = needs
        _NEEDED[pattern] = [] if isinstance(needs, str) else needs


@cache
def compiled(pattern: Pattern, form: str = "exact") -> Any:
    """The compiled RE2 pattern, over UTF-8 bytes. Raises PatternError with RE2's reason."""
    import re2

    try:
        expression = re2.compile(translate(pattern, form).encode(), options=options(of_bytes=form == "wide"))
    except re2.error as error:
        reason = error.args[0].decode(errors="replace") if isinstance(error.args[0], bytes) else str(error)
        message = f"not a pattern: {reason}"
        raise PatternError(message) from None
    return expression


def prove(pattern: Pattern) -> None:
    """Raises PatternError for a pattern that cannot run, in the form that filters or in its own."""
    compiled(pattern)
    compiled(pattern, "wide")


@cache
def options(*, of_bytes: bool = False) -> Any:
    """RE2's options: silent, and with memory for the filters of large packs; wide patterns read bytes."""
    import re2

    chosen = re2.Options()
    if of_bytes:
        chosen.encoding = re2.Options.Encoding.LATIN1
    chosen.log_errors = False
    chosen.max_mem = 64 << 20
    return chosen


def vocabulary(source: str) -> Any:
    """A pattern made of word lists, for our own checks: case ignored, linear, and a tenth of the cost of `re.compile`."""
    import re2

    return re2.compile(f"(?i){source}", options=options())


class Text:
    """One folded text made ready for RE2: its bytes, and the way back from bytes to code points."""

    __slots__ = ("data", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.data = text.encode("utf-8", "replace")

    def offset(self, byte: int) -> int:
        """The code point at a byte offset."""
        if len(self.data) == len(self.text):
            return byte
        return len(self.data[:byte].decode("utf-8", "replace"))


def hits(pattern: Pattern, text: Text) -> Iterator[Hit]:
    """Every hit of a pattern in one text, from left to right, not overlapping, ends at word ends."""
    expression = compiled(pattern, "ascii" if len(text.data) == len(text.text) else "exact")
    names = {name.decode(): index for name, index in expression.groupindex.items()}
    bare = "⟨" not in pattern.source.removeprefix(r"\b").removeprefix("⟨")
    at = 0
    while at <= len(text.data):
        found = expression.search(text.data, at)
        if found is None:
            return
        hit = _hit(found, names, text)
        if hit is None:
            at = _next(text.data, found.start())
            if bare:  # the reported part opens the pattern, so that no hit begins in the rest of this word
                at = max(at, _word_end(text, found.start()))
            continue
        yield hit
        at = found.end() if found.end() > found.start() else _next(text.data, found.end())


def _word_end(text: Text, byte: int) -> int:
    """The byte at which the word ends that a character stands in, if it does."""
    start = text.offset(byte)
    end = start
    while end < len(text.text) and is_word(text.text[end]):
        end += 1
    return byte + len(text.text[start:end].encode("utf-8", "replace"))


def _hit(found: Any, names: dict[str, int], text: Text) -> Hit | None:
    start, end = (text.offset(byte) for byte in found.span())
    groups = {}
    for name, index in names.items():
        byte_start, byte_end = found.span(index)
        if byte_start < 0:
            continue
        place = (text.offset(byte_start), text.offset(byte_end))
        if name.startswith(EDGE):
            if not _edge(text.text, place[0]):
                return None
        else:
            groups[name] = place
    mark = groups.pop(MARK, (start, end))
    if mark[0] == mark[1] or not word_ends(text.text, *mark):
        return None
    return Hit(*mark, start, end, groups)


def _edge(text: str, at: int) -> bool:
    before = at > 0 and is_word(text[at - 1])
    after = at < len(text) and is_word(text[at])
    return before != after


def _next(data: bytes, at: int) -> int:
    at += 1
    while at < len(data) and 0x80 <= data[at] < 0xC0:
        at += 1
    return at
