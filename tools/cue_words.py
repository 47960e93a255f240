"""Learns which words mark a sentence as somebody's word, from sentences that people annotated (JSON lines: `text`, `attributed`).

Prints the words that stand in at least 12 attributed sentences and whose sentences are attributed nine times of ten.
Quoted words do not count. `python tools/cue_words.py SENTENCES.jsonl > rules/words/cue-words.txt`
"""

import collections
import json
import pathlib
import re
import sys

FEWEST, SHARE = 12, 0.9


def main() -> None:
    yes: collections.Counter[str] = collections.Counter()
    total: collections.Counter[str] = collections.Counter()
    for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        told = re.sub(r"“[^”]*”?|\"[^\"]*\"?", " ", sentence["text"])
        words = {word for word in re.findall(r"[a-z]+", told)}
        total.update(words)
        if sentence["attributed"]:
            yes.update(words)
    print("# Words that mark a sentence as somebody's word: reporting verbs, nouns and adverbs.")
    print("# Learnt by tools/cue_words.py from the PolNeAR corpus of attributions (Newell et al., LREC 2018), its training part.")
    for word in sorted(yes):
        if yes[word] >= FEWEST and yes[word] >= SHARE * total[word] and len(word) > 2:
            print(word)


main()
