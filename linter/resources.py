"""Where the shipped data lies: rule packs and word lists, in a wheel as in a checkout."""

from functools import cache
from pathlib import Path

from linter.mistakes import DataError, Mistake

_PACKAGE = Path(__file__).parent


@cache
def rules_folder() -> Path:
    """The folder of the shipped rule packs: inside the package in a wheel, beside it in a checkout."""
    inside = _PACKAGE / "rules"
    return inside if inside.is_dir() else _PACKAGE.parent / "rules"


def shipped(name: str) -> Path | None:
    """The folder of a shipped pack, or None where none is called so."""
    return rules_folder() / name if name in shipped_packs() else None


def shipped_packs() -> list[str]:
    """The names of the shipped packs, `core` among them."""
    return sorted(folder.name for folder in rules_folder().iterdir() if folder.is_dir() and folder.name not in ("words", "weights", "compiled"))


def rule_files(place: Path) -> list[Path]:
    """The rule files of a pack: the file itself, or every `*.yaml` of a folder, sorted. Raises DataError where there is none."""
    if not place.is_dir():
        return [place]
    found = sorted(path for path in place.iterdir() if path.suffix in (".yaml", ".yml"))
    if not found:
        raise DataError([Mistake(str(place), 1, "no rule file (*.yaml) is there")])
    return found


@cache
def words(name: str) -> frozenset[str]:
    """The items of the shipped word list `rules/words/NAME.txt`."""
    return frozenset(word_list((rules_folder() / "words" / f"{name}.txt").read_text(encoding="utf-8")))


def word_list(text: str) -> list[str]:
    """The items of a word list: one a line; blank lines and lines that begin with `#` are not items."""
    return [line for raw in text.split("\n") if (line := raw.strip()) and not line.startswith("#")]
