"""Makes the word list `word-classes` from the counts of `tools/word_class_counts.py` and a lexicon of inflected forms.

    python tools/word_classes.py COUNTS.json lemma_lu.csv.gz BARE.json

BARE.json is what `tools/bare_noun_counts.py` prints; the first time there is none, and `{}` will do. The lexicon is the one that the package lemminflect (MIT) brings, made from the SPECIALIST Lexicon of the National Library
of Medicine. A word is given a class when the lexicon allows it and at least two of a hundred uses are of it; so a slip of the
tagger makes no class, and a word that is a verb once in ten thousand times is a noun.
"""

import collections
import csv
import gzip
import json
import pathlib
import sys

TARGET = pathlib.Path(__file__).parent.parent / "rules" / "words" / "word-classes.txt"
HEADER = """\
# Words in small letters that stand in news, each with its classes in order: a adjective, b base form of a verb, c comparative or
# superlative, d past tense, e past participle, f function word, g form in -ing, k noun that hardly ever stands without a determiner, m number, n noun in the singular, p noun in the
# plural, r adverb, s verb in -s. Made by tools/word_classes.py, from counts over some 3.5 million words of news that spaCy tagged
# (en_core_web_sm 3.8, MIT), and from lemminflect 0.2.3 (MIT, Copyright 2020 Brad Jascob; SPECIALIST Lexicon, National Library of Medicine).
"""
OF_TAG = {
    "NN": "n", "NNS": "p", "VB": "b", "VBP": "b", "VBZ": "s", "VBD": "d", "VBN": "e", "VBG": "g", "JJ": "a", "JJR": "c", "JJS": "c",
    "RB": "r", "RBR": "r", "RBS": "r", "RP": "f", "IN": "f", "DT": "f", "PRP": "f", "PRP$": "f", "CC": "f", "MD": "f", "WP": "f", "WDT": "f",
    "WRB": "f", "WP$": "f", "TO": "f", "EX": "f", "PDT": "f", "CD": "m",
}  # fmt: skip
AUXILIARIES = frozenset("be am is are was were been being have has had having do does did not can cannot will would shall should may might must could".split())
BY_HAND = {"people": "p", "police": "p", "media": "np", "data": "np"}
UNCHANGED = frozenset(
    "beset bet burst cast come become cost cut forecast hit hurt input let offset overcome put quit read recast rerun reset rid run set shed shut slit split spread thrust undercut upset".split()
)
"""Verbs whose participle, and mostly their past too, is their base form."""
LEAST = 5


def lexicon(path: str) -> dict[str, set[str]]:
    """The classes that the lexicon allows each form."""
    found: dict[str, set[str]] = collections.defaultdict(set)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for form, kind, lemmas in csv.reader(file):
            own = form in lemmas.split("/")
            if kind == "noun":
                found[form].update("np" if own and form.endswith("s") else "n" if own else "p")
            elif kind == "verb":
                found[form].update("b" if own else "")
                if lemmas != form:
                    found[form].update("s" if form.endswith("s") else "g" if form.endswith("ing") else "de")
            else:
                found[form].add({"adj": "a", "adv": "r", "aux": "f"}[kind])
                if not own:
                    found[form].add("c")
    return found


def classes(word: str, tags: dict[str, int], allowed: set[str]) -> str:
    """The letters of a word's classes, sorted."""
    if word in AUXILIARIES:
        return "f"
    if word in UNCHANGED:
        allowed = allowed | {"d", "e"}
        tags = tags | {"VBD": tags.get("VB", 0), "VBN": tags.get("VB", 0)}
    if word in BY_HAND:
        return BY_HAND[word]
    uses: collections.Counter[str] = collections.Counter()
    for tag, number in tags.items():
        uses[OF_TAG.get(tag, "?")] += number
    total = sum(uses.values())
    seen = {letter for letter, number in uses.items() if letter != "?" and number >= max(2, 0.02 * total)}
    if uses["f"] > 0.5 * total:
        return "f" + "".join(letter for letter in sorted(seen - {"f"}) if letter in allowed and uses[letter] > 0.05 * total)
    free = {"c", "f", "m"} | {letter for letter in "ar" if uses[letter] > 0.1 * total}
    fit = {letter for letter in seen if letter in allowed | free} if allowed else {letter for letter in seen if uses[letter] > 0.1 * total}
    if word.endswith("ed") and fit & {"d", "e"} and {"d", "e"} <= allowed:
        fit |= {"d", "e"}
    return "".join(sorted(fit))


def needs_determiner(counts: list[int]) -> bool:
    """Whether a noun is seen often with a determiner, and at most three times in a hundred without."""
    with_one, bare = counts
    return with_one >= 40 and bare <= 0.03 * (with_one + bare)


def main() -> None:
    bare = json.loads(pathlib.Path(sys.argv[3]).read_text(encoding="utf-8"))
    counts = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    known = lexicon(sys.argv[2])
    common = set((TARGET.parent / "common-words.txt").read_text(encoding="utf-8").split())
    lines = []
    for word, tags in sorted(counts.items()):
        if len(word) > 1 or word in ("a", "i"):
            if sum(tags.values()) >= LEAST and (letters := classes(word, tags, known.get(word, set()))) and (word in known or "f" in letters or "m" in letters):
                letters += "k" if "n" in letters and needs_determiner(bare.get(word, [0, 0])) else ""
                lines.append(f"{word} {''.join(sorted(letters))}\n")
            elif word in known and word in common and word.isascii():
                lines.append(f"{word} {''.join(sorted(known[word]))}\n")
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")


main()
