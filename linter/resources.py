"""Where the shipped data lies: rule packs and word lists, in a wheel as in a checkout."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def rules_folder() -> Path:
    """The folder of the shipped rule packs: inside the package in a wheel, beside it in a checkout."""
    inside = _PACKAGE / "rules"
    return inside if inside.is_dir() else _PACKAGE.parent / "rules"


@cache
def words(name: str) -> frozenset[str]:
    """The items of the shipped word list `rules/words/NAME.txt`: all its lines but the headings that begin with `#`."""
    lines = (rules_folder() / "words" / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    first = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return frozenset(lines[first:])


def word_list(text: str) -> list[str]:
    """The items of a word list: one a line; blank lines and lines that begin with `#` are not items."""
    return [line for raw in text.split("\n") if (line := raw.strip()) and not line.startswith("#")]
