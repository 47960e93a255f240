"""Counts, over a folder of articles (JSON lines, gzip, key `text`), with which parts of speech small-letter words are used.

    python tools/word_class_counts.py FOLDER WORDS > counts.json

Needs spaCy and its model en_core_web_sm (both MIT), which the program itself does not: the tagger runs once, here. About
WORDS words are read, the same number of every file as far as it has them. Prints one JSON object: a word → its tags of the
Penn treebank → how often.
"""

import collections
import gzip
import json
import pathlib
import sys
from collections.abc import Iterator

import spacy


def texts(folder: pathlib.Path, budget: int) -> Iterator[str]:
    """Articles of every file in turn, until each has given its share of the words."""
    paths = sorted(folder.glob("*.jsonl.gz"))
    for path in paths:
        left = budget // len(paths)
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                text = json.loads(line)["text"][:20_000]
                left -= len(text.split())
                yield text
                if left < 0:
                    break


def main() -> None:
    model = spacy.load(sys.argv[3] if len(sys.argv) > 3 else "en_core_web_sm", enable=["tok2vec", "tagger"])
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for document in model.pipe(texts(pathlib.Path(sys.argv[1]), int(sys.argv[2])), batch_size=32):
        for token in document:
            if token.text.islower() and token.text.isalpha():
                counts[token.text][token.tag_] += 1
    json.dump(counts, sys.stdout, sort_keys=True)


main()
