"""Prints what each layer and each rule costs: CPU milliseconds a 1,000 words.

    python bench/layers.py [PATH …]        (files or folders of .txt; the examples, many times over, if none is named)

A layer is timed when it is first asked for, in the order below, so that none pays for another. The first texts are linted
once before, so that no layer pays for the word lists and patterns that are made ready on first use.
"""

import collections
import pathlib
import sys
import time

from linter.analysis import Analysis
from linter.engine import Engine, core_rules
from linter.findings import Drafts
from linter.readers import read

LAYERS = ("folded", "words", "structure", "quotations", "quoted", "sentences", "tagged", "runs", "spellings", "lines", "_units", "_literals")
REPEATS = 50
WARMING = 30


def sources(paths: list[str]) -> list[str]:
    """The texts to measure with."""
    places = [pathlib.Path(path) for path in paths] or [pathlib.Path(__file__).parent.parent / "examples"]
    files = [file for place in places for file in (sorted(place.rglob("*.txt")) if place.is_dir() else [place])]
    return [file.read_text(encoding="utf-8") for file in files] * (1 if paths else REPEATS)


def main() -> None:
    texts = sources(sys.argv[1:])
    words = sum(len(text.split()) for text in texts)
    spent: collections.Counter[str] = collections.Counter()

    def timed(name: str, since: float) -> float:
        now = time.process_time()
        spent[name] += int(1e9 * (now - since))
        return now

    engine = Engine([rule for rule in core_rules() if rule.on])
    for text in texts[:WARMING]:
        engine.lint(read(text, "x.txt", ".txt")[0])
    for text in texts:
        at = time.process_time()
        document = read(text, "x.txt", ".txt")[0]
        at = timed("reading", at)
        analysis: Analysis = engine.analyse(document)
        for layer in LAYERS:
            getattr(analysis, layer)
            at = timed(f"layer {layer.strip('_')}", at)
        drafts = Drafts(analysis)
        for rule in engine.rules:
            drafts.add(rule, engine.matches(analysis, rule))
            at = timed(f"rule {rule.id}", at)
        drafts.settled()
        timed("findings", at)
    total = sum(spent.values())
    for name, nanoseconds in spent.most_common():
        print(f"{nanoseconds / words / 1000:8.3f}  {name}")
    print(f"{total / words / 1000:8.3f}  all: {words / (total / 1e9):,.0f} words a CPU second, {words:,} words")


if __name__ == "__main__":
    main()
