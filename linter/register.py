"""Reads the register of a house: a table (CSV) of names, how it spells them and how it does not."""

import csv
from collections.abc import Iterator
from pathlib import Path

from linter.analysis.names.house import Entry
from linter.analysis.text import fold
from linter.analysis.words import split_words
from linter.mistakes import DataError, Mistake, nearest

COLUMNS = ("canonical", "variants", "not", "note", "source", "checked")
MOST_BYTES = 32_000_000
_BETWEEN = "|"


def read_register(file: Path, shown: str | None = None) -> tuple[Entry, ...]:
    """The entries of a register. Columns that it does not know are left alone. Raises DataError with every mistake, OSError."""
    name = shown or str(file)
    if file.stat().st_size > MOST_BYTES:
        raise DataError([Mistake(name, 1, f"a register of more than {MOST_BYTES // 1_000_000} MB is not read")])
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DataError([Mistake(name, line, "not UTF-8: save the table as “CSV UTF-8”")]) from None
    mistakes: list[Mistake] = []
    entries = tuple(_entries(text, name, mistakes))
    if mistakes:
        raise DataError(sorted(mistakes, key=lambda mistake: mistake.line))
    return entries


def _entries(text: str, name: str, mistakes: list[Mistake]) -> Iterator[Entry]:
    rows = csv.reader(text.splitlines(keepends=True), strict=True)
    header: list[str] = []
    owners: dict[str, tuple[str, int]] = {}
    try:
        for row in rows:
            line = rows.line_num
            if not any(cell.strip() for cell in row):
                continue
            if not header:
                header = [cell.strip().lower() for cell in row]
                mistakes += [Mistake(name, line, wrong) for wrong in _wrong_header(header)]
                if mistakes:
                    return
            elif len(row) != len(header):
                mistakes.append(Mistake(name, line, f"{len(row)} cells, but {len(header)} columns; a cell with a comma in it stands in quotes"))
            else:
                entry = _entry(dict(zip(header, row, strict=True)))
                mistakes += [Mistake(name, line, wrong) for wrong in _wrong_entry(entry, line, owners)]
                yield entry
    except csv.Error as error:
        mistakes.append(Mistake(name, rows.line_num, f"not CSV: {error}"))
    if not header:
        mistakes.append(Mistake(name, 1, f"the first row names the columns: {', '.join(COLUMNS)}"))


def _wrong_header(header: list[str]) -> Iterator[str]:
    for column in header:
        near = "" if column in COLUMNS else nearest(column, COLUMNS)
        if near:
            yield f"no column “{column}”{near}"
    if "canonical" not in header:
        yield f"the first row names the columns; “canonical” must be one ({', '.join(COLUMNS)})"
    if len(set(header)) < len(header):
        yield "two columns bear one name"


def _entry(cells: dict[str, str]) -> Entry:
    return Entry(_plain(cells["canonical"]), _several(cells.get("variants", "")), _several(cells.get("not", "")), _plain(cells.get("note", "")))


def _plain(cell: str) -> str:
    return " ".join(cell.split())


def _several(cell: str) -> tuple[str, ...]:
    return tuple(text for part in cell.split(_BETWEEN) if (text := _plain(part)))


def _wrong_entry(entry: Entry, line: int, owners: dict[str, tuple[str, int]]) -> Iterator[str]:
    """What is wrong with a row; `owners` says for each spelling whose it is and on which line."""
    if not entry.canonical:
        yield "“canonical” is empty"
        return
    for number, spelling in enumerate((entry.canonical, *entry.variants)):
        if not split_words(spelling):
            yield f"“{spelling}” has no letter in it"
            continue
        owner, before = owners.setdefault(fold(spelling), (entry.canonical, line))
        if number and fold(spelling) == fold(entry.canonical):
            yield f"“{spelling}” is the canonical spelling itself"
        elif owner != entry.canonical or (before != line and not number):
            yield f"“{spelling}” stands on line {before} already, for “{owner}”"
