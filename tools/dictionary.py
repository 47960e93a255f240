"""Makes the word list `dictionary` from SCOWL, the word lists that free spelling checkers are made of.

    python tools/dictionary.py /usr/share/dict/scowl        (Debian's package `scowl`)

American, British, Canadian and Australian words and their common variants up to size 70, in small letters, of four letters or more;
of size 80 those that a single letter parts from a common word: the others are never taken for a slip, and would only fill the list.
"""

import pathlib
import re
import sys

from linter.analysis.dictionary import slips

TARGET = pathlib.Path(__file__).parent.parent / "rules" / "words" / "dictionary.txt"
KINDS = "english american british british_z canadian australian variant_1 variant_2 british_variant_1 canadian_variant_1 australian_variant_1".split()
LARGE, LARGER = 70, 80
HEADER = """\
# English words in small letters, American, British, Canadian and Australian, with common variants: every other word may be misspelt.
# Made by tools/dictionary.py from SCOWL 2020.12.07, Copyright 2000-2018 by Kevin Atkinson. Permission to use, copy, modify,
# distribute and sell these word lists, the associated scripts, the output created from the scripts, and its documentation for
# any purpose is hereby granted without fee, provided that the above copyright notice appears in all copies and that both that
# copyright notice and this permission notice appear in supporting documentation. Kevin Atkinson makes no representations about
# the suitability of this array for any purpose. It is provided "as is" without express or implied warranty.
"""


def main() -> None:
    words: set[str] = set()
    rare: set[str] = set()
    for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
        kind, _, size = path.name.partition(".")
        if kind.removesuffix("-words") in KINDS and kind.endswith("-words") and int(size) <= LARGER:
            found = {word for word in path.read_text(encoding="latin-1").split() if re.fullmatch("[a-z]{4,}", word)}
            (words if int(size) <= LARGE else rare).update(found)
    common = set((TARGET.parent / "common-words.txt").read_text(encoding="utf-8").split())
    words.update(word for word in rare if not common.isdisjoint(slips(word)))
    TARGET.write_text(HEADER + "".join(f"{word}\n" for word in sorted(words)), encoding="utf-8")


main()
