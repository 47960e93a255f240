"""The check `register`: spellings that the house does not want, wherever they stand."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.analysis import Analysis, Scope
from linter.analysis.names.house import Entry, Unwanted, unwanted
from linter.analysis.names.mentions import bare
from linter.analysis.names.spellings import stands_free
from linter.analysis.text import fold, word_ends
from linter.checks.check import Check
from linter.model.rule import Edit, Match
from linter.model.span import Place


class Options(NamedTuple):
    """`variants` are unwanted spellings, each with what to write for it, beside those of the register."""

    variants: dict[str, str] = {}  # noqa: RUF012  (a field of a NamedTuple, which nothing changes)


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match at each unwanted spelling, with the one of the house as edit; none inside a phrase that means somebody else."""
    own = unwanted(Entry(canonical, (variant,)) for variant, canonical in options.variants.items())
    tables = [table for table in (own, analysis.house.unwanted) if table]
    if not tables:
        return
    for block in scope.blocks:
        text = analysis.folded[block]
        end = 0
        for word in analysis.words[block]:
            found = next((hit for table in tables if word.start >= end and (hit := _hit(table, fold(bare(word.text)), text, word.start))), None)
            if found is None:
                continue
            variant, canonical, entry = found
            end = word.start + len(variant)
            place = Place(block, word.start, end)
            if scope.holds(place) and stands_free(analysis.blocks[block].text, place.start, end):
                fills = {"other": canonical, "note": entry.note}
                yield Match(place, variant="noted" if entry.note else None, fills=fills, edits=(Edit(place, canonical),))


def _hit(table: Unwanted, first: str, text: str, start: int) -> tuple[str, str, Entry] | None:
    for variant, canonical, entry in table.get(first, ()):
        end = start + len(variant)
        if text.startswith(variant, start) and word_ends(text, start, end) and not _another(entry, text, start, end):
            return variant, canonical, entry
    return None


def _another(entry: Entry, text: str, start: int, end: int) -> bool:
    """Whether the place lies in a phrase, such as “chicken Kiev”, that means another, or in the canonical spelling itself."""
    for phrase in map(fold, (*entry.namesakes, entry.canonical)):
        at = text.find(phrase, max(start - len(phrase), 0), end + len(phrase))
        if at >= 0 and at <= start and end <= at + len(phrase) and len(phrase) > end - start:
            return True
    return False


CHECK = Check(Options, run, fills=("other", "note"))
