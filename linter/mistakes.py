"""What is wrong in a file that a person wrote: told with its line, and all of it at once."""

from collections.abc import Iterable
from typing import NamedTuple


class Mistake(NamedTuple):
    """One mistake in a file a person wrote: where it is (line from 1), what is wrong, and what to do."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class DataError(Exception):
    """Files that cannot be used; `mistakes` holds all that were found in them, in the order of their lines, each once."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = sorted(set(mistakes))
        super().__init__("\n".join(map(str, self.mistakes)))


def nearest(word: str, known: Iterable[str]) -> str:
    """“; did you mean “x”?” for the known word nearest to one that is not known, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean “{close[0]}”?" if close else ""
