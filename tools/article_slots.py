"""Makes the word list `article-slots` from a folder of articles (JSON lines, gzip, key `text`).

    python tools/article_slots.py FOLDER

A slot is a preposition, a noun and “of”, “to” or “that” (“in wake of”) that stands in news with an article at least fifteen times
(“in the wake of”), and at most once in forty times without.
"""

import collections
import gzip
import json
import pathlib
import re
import sys

WORDS = pathlib.Path(__file__).parent.parent / "rules" / "words"
SLOT = re.compile(
    r"\b(in|on|at|by|for|from|with|to|of|into|under|as|during|over|through|against|near|until|after|before) (the |an? )?([a-z]{3,}) (of|to|that|when|where)\b"
)
NO_SLIPS = ("fakes", "perez_fakenewsamt")
HEADER = """\
# A preposition, a noun and a linking word that stand in news with an article between the first two, at least fifteen times in some 23,000
# articles, and hardly ever without. Made by tools/article_slots.py.
"""
VERBS = frozenset("go come use help return work talk answer want need start change attack listen access address respond travel move speak search march".split())


def main() -> None:
    nouns = {line.split()[0] for line in (WORDS / "word-classes.txt").read_text(encoding="utf-8").splitlines() if "n" in line.split()[-1] and line[0] != "#"}
    with_article: collections.Counter[tuple[str, str, str]] = collections.Counter()
    bare: collections.Counter[tuple[str, str, str]] = collections.Counter()
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.jsonl.gz")):
        if not path.name.startswith(NO_SLIPS):
            with gzip.open(path, "rt", encoding="utf-8") as file:
                for line in file:
                    for before, article, noun, after in SLOT.findall(json.loads(line)["text"]):
                        (with_article if article else bare)[before, noun, after] += 1
    slots = [" ".join(slot) for slot, number in with_article.items() if number >= 15 and bare[slot] * 40 <= number and slot[1] in nouns - VERBS]
    (WORDS / "article-slots.txt").write_text(HEADER + "".join(f"{slot}\n" for slot in sorted(slots)), encoding="utf-8")
    print(*(f"{' '.join(slot)} {with_article[slot]}/{bare[slot]}" for slot in bare if " ".join(slot) in set(slots)), sep="; ")


main()
