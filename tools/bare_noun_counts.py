"""Counts, over a folder of articles, how often singular nouns stand with a determiner and how often without any.

    python tools/bare_noun_counts.py FOLDER > bare.json

Counted are nouns (by the word list `word-classes`) that a function word or a mark follows. With a determiner: an article,
a possessive or their like stands right before; bare: a preposition or a word that can only be a verb does. Prints one JSON
object: a noun → [with, bare].
"""

import collections
import gzip
import json
import pathlib
import re
import sys

CLASSES = pathlib.Path(__file__).parent.parent / "rules" / "words" / "word-classes.txt"
TOKEN = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*|[.,;:!?\"“”()]")
DETERMINERS = frozenset("the a an this that his her its their our my your each every any no some another what which whose one either neither".split())
PREPOSITIONS = frozenset("in on at by for from with to of into near under after before about during against through over between as without".split())
NO_SLIPS = ("fakes", "perez_fakenewsamt")
"""Files whose articles have lost marks or are imitations."""


def main() -> None:
    known = dict(line.split() for line in CLASSES.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    counts: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.jsonl.gz")):
        if path.name.startswith(NO_SLIPS):
            continue
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file):
                if number > 2500:
                    break
                tokens = TOKEN.findall(json.loads(line)["text"])
                for before, noun, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
                    if "n" not in known.get(noun, "") or not (known.get(after) == "f" or after in ".,;"):
                        continue
                    if before in DETERMINERS or before.endswith(("’s", "'s", "s’")):
                        counts[noun][0] += 1
                    elif before in PREPOSITIONS or known.get(before) in ("d", "s", "g", "b", "de"):
                        counts[noun][1] += 1
    json.dump(counts, sys.stdout, sort_keys=True)


main()
