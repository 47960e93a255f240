"""Makes the word lists `common-words`, `known-names` and `proper-nouns` from the counts of `tools/word_counts.py`."""

import json
import pathlib
import sys

WORDS = pathlib.Path(__file__).parent.parent / "rules" / "words"
COMMON = "Words that stand in small letters inside sentences of at least 8 of some 24,000 news articles, and there more often than with a capital."
KNOWN = "Words that stand with a capital inside sentences of at least 15 of some 24,000 news articles, twice for one in small letters: names that the news is full of."
PROPER = "Words that stand with a capital inside sentences of at least 40 of some 24,000 news articles, thirty times for one in small letters: they are names and nothing else."


def write(name: str, header: str, items: list[str]) -> None:
    text = f"# {header}\n# Made by tools/word_lists.py.\n" + "".join(f"{item}\n" for item in sorted(items))
    (WORDS / f"{name}.txt").write_text(text, encoding="utf-8")


def main() -> None:
    counts = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    lower, capital = counts["lower"], counts["capital"]
    share = {word: lower.get(word, 0) / (lower.get(word, 0) + capital.get(word.capitalize(), 0)) for word in lower}
    write("common-words", COMMON, [word for word in lower if lower[word] >= 8 and share[word] > 0.5 and len(word) > 1])
    names = [word for word in capital if len(word) > 2 and word[1:].islower()]
    write("known-names", KNOWN, [word for word in names if capital[word] >= 15 and capital[word] > 2 * lower.get(word.lower(), 0)])
    write("proper-nouns", PROPER, [word for word in names if capital[word] >= 40 and capital[word] > 30 * lower.get(word.lower(), 0)])


main()
