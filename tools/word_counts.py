"""Counts, over a folder of articles (JSON lines, gzip, key `text`), how often words stand in small letters and with a capital.

Prints one JSON object: `lower`, a word → in how many articles it stands in small letters inside a sentence, and
`capital`, a word → in how many it stands there with a capital. The lists `common-words` and `known-names` are made of it
by `python tools/word_lists.py COUNTS.json`.
"""

import collections
import gzip
import json
import pathlib
import re
import sys

_WORD = re.compile(r"(?<=[a-z,;] )[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def main() -> None:
    lower: collections.Counter[str] = collections.Counter()
    capital: collections.Counter[str] = collections.Counter()
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                seen = {re.sub(r"[’']s?$", "", word) for word in _WORD.findall(json.loads(line)["text"])}
                lower.update(word for word in seen if word.islower())
                capital.update(word for word in seen if word[:1].isupper())
    json.dump({"lower": lower, "capital": capital}, sys.stdout, ensure_ascii=False)


main()
