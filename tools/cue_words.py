"""Learns which words mark a sentence as somebody's word, from sentences in which people marked the cues (JSON lines).

Prints the words that stand inside a marked cue at least 6 times, and there three times of ten that they stand outside
quotation marks. `python tools/cue_words.py SENTENCES.jsonl > rules/words/cue-words.txt`
"""

import collections
import json
import pathlib
import re
import sys

FEWEST, SHARE, SHORTEST = 6, 0.3, 3


def main() -> None:
    cues: collections.Counter[str] = collections.Counter()
    total: collections.Counter[str] = collections.Counter()
    for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        told = re.sub(r"“[^”]*”?|\"[^\"]*\"?", " ", sentence["text"].lower())
        total.update(re.findall(r"[a-z]+", told))
        cues.update(word for cue in sentence["cues"] for word in re.findall(r"[a-z]+", cue.lower()))
    print("# Words that say that something is somebody's word: reporting verbs, nouns and adverbs in every form.")
    print("# Learnt by tools/cue_words.py from the PolNeAR corpus of attributions (Newell et al., LREC 2018), its training part.")
    for word in sorted(cues):
        if cues[word] >= FEWEST and cues[word] >= SHARE * total[word] and len(word) >= SHORTEST:
            print(word)


main()
