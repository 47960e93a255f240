"""Shows that names cost no more than their number: times documents of growing size, and lists of ever more distinct names.

    python bench/names.py [WORDS]        (the largest document, in words; 1,000,000 by default)

Prints CPU seconds, and microseconds a word or a name, for a document and for twice as much; the latter must not grow.
"""

import gc
import itertools
import random
import sys
import time

from linter.analysis import Analysis
from linter.readers import read

SYLLABLES = ("ba", "bel", "cor", "dan", "den", "el", "far", "gor", "han", "il", "kas", "kra", "lin", "mar", "mo", "nov", "or", "pet", "ra", "sen", "tor", "vik")
SENTENCE = "{first} {last} told the council on Tuesday that {other} would not sell the harbour, and {last} left. "
DISTINCT = 50_000
NAMES_A_DOCUMENT = 3_000


def surnames(count: int) -> list[str]:
    """So many distinct invented surnames, some of them alike."""
    picked = random.Random(1)  # noqa: S311
    names: dict[str, None] = {}
    while len(names) < count:
        names["".join(picked.choices(SYLLABLES, k=picked.choice((3, 4, 5)))).capitalize()] = None
    return list(names)


def story(words: int) -> str:
    """A document of so many words, with new people in it all the time."""
    names = surnames(NAMES_A_DOCUMENT)
    picked = random.Random(2)  # noqa: S311
    sentence = len(SENTENCE.split())
    lines = [SENTENCE.format(first=picked.choice(names), last=picked.choice(names), other=picked.choice(names)) for _ in range(words // sentence)]
    return "Harbour\n\n" + "\n\n".join("".join(lines[at : at + 5]) for at in range(0, len(lines), 5))


def row(count: int) -> str:
    """A list of so many distinct names, one a line."""
    given = itertools.cycle(surnames(997))
    return "Guests\n\n" + "\n".join(f"- {next(given)} {name}" for name in reversed(surnames(count)))


def seconds(source: str) -> float:
    """CPU seconds for the names of a document, their spellings and their clusters; the layers below are made before."""
    analysis = Analysis(read(source, "x.txt", ".txt")[0])
    _ = analysis.words, analysis.structure, analysis.sentences, analysis.quoted
    start = time.process_time()
    _ = analysis.names
    return time.process_time() - start


def main() -> None:
    gc.disable()  # as the command does, all but
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    for size in (largest // 4, largest // 2, largest):
        spent = seconds(story(size))
        print(f"{size:>10,} words           {spent:8.2f} s  {1e6 * spent / size:8.2f} µs a word")
    for size in (DISTINCT // 4, DISTINCT // 2, DISTINCT):
        spent = seconds(row(size))
        print(f"{size:>10,} distinct names  {spent:8.2f} s  {1e6 * spent / size:8.2f} µs a name")


if __name__ == "__main__":
    main()
