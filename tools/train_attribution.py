"""Trains the model that says whether a sentence is somebody's word, from sentences in which people marked it.

    python tools/train_attribution.py SENTENCES.jsonl > rules/weights/attributed.tsv
    python tools/train_attribution.py SENTENCES.jsonl --test OTHER.jsonl

A line of SENTENCES is one sentence: `article`, `start` and `end` (offsets in the article), `text`, `attributed`. The articles
are put together from their sentences. The training is deterministic: a fixed order, no chance. Nothing but the standard
library and the linter's own reader and features is used. With --test nothing is printed but figures on other sentences.
"""

import argparse
import collections
import json
import math
import pathlib
from collections.abc import Iterator

from linter.analysis import Analysis
from linter.analysis.attributions.clauses import find_clauses
from linter.analysis.attributions.model import features
from linter.analysis.attributions.told import told
from linter.readers import read

Example = tuple[tuple[str, ...], bool]

FEWEST = 25
"""A feature that fewer sentences have is left out."""
EPOCHS, RATE = 20, 0.3
PENALTY = 5.0
"""The weight of the squared weights against the sum of the sentences' losses."""
STRIDE = 7919
"""A prime: sentences are taken in steps of it, so that neighbours are not learnt one after another."""


def articles(path: pathlib.Path) -> dict[str, list[dict[str, object]]]:
    """The marked sentences by article, in order."""
    found = collections.defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["article"]].append(row)
    return {article: sorted(rows, key=lambda row: row["start"]) for article, rows in found.items()}


def rebuilt(rows: list[dict[str, object]]) -> str:
    """The text of an article from its sentences: what stood between them is blank."""
    text = ""
    for row in rows:
        missing = row["start"] - len(text)
        text += ("\n" if missing > 1 else " ") * missing + row["text"]
    return text


def examples(rows: list[dict[str, object]]) -> Iterator[Example]:
    """The features of each sentence that the linter sees, with the label of the marked one that it overlaps most."""
    analysis = Analysis(read(rebuilt(rows), "article.txt", ".txt")[0])
    for block, sentences in enumerate(analysis.sentences):
        for sentence in sentences:
            span = analysis.blocks[block].span(sentence.start, sentence.end)
            common, label = max((min(row["end"], span.end) - max(row["start"], span.start), row["attributed"]) for row in rows)
            if common > 0:
                seen = told(analysis, sentence)
                yield tuple(sorted(features(seen, find_clauses(seen), analysis.structure.roles[block]).names())), label


def trained(data: list[Example]) -> dict[str, float]:
    """The weights by feature: logistic regression by stochastic gradient descent (AdaGrad) with an L2 penalty, averaged over epochs."""
    counts = collections.Counter(feature for found, _ in data for feature in found)
    rows = [([f for f in found if counts[f] >= FEWEST] + ["bias"], float(label)) for found, label in data]
    weights = dict.fromkeys((f for f in counts if counts[f] >= FEWEST), 0.0) | {"bias": 0.0}
    squares = dict.fromkeys(weights, 1.0)
    total = dict.fromkeys(weights, 0.0)
    penalty = {f: PENALTY / counts[f] if f in counts else 0.0 for f in weights}
    for epoch in range(EPOCHS):
        for number in range(len(rows)):
            found, label = rows[number * STRIDE % len(rows)]
            error = label - 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights[f] for f in found)))))
            for f in found:
                gradient = error - penalty[f] * weights[f]
                squares[f] += gradient * gradient
                weights[f] += RATE * gradient / math.sqrt(squares[f])
        if epoch >= EPOCHS // 2:
            for f, weight in weights.items():
                total[f] += weight / (EPOCHS - EPOCHS // 2)
    return total


def figures(weights: dict[str, float], data: list[Example]) -> str:
    """Precision and recall of both classes."""
    counts = collections.Counter((sum(weights.get(f, 0.0) for f in found) + weights["bias"] > 0, label) for found, label in data)
    hit, wrong, missed, right = (counts[key] for key in ((True, True), (True, False), (False, True), (False, False)))
    return (
        f"attributed P {hit / (hit + wrong):.3f} R {hit / (hit + missed):.3f} F1 {2 * hit / (2 * hit + wrong + missed):.3f}; "
        f"not attributed P {right / (right + missed):.3f} R {right / (right + wrong):.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("sentences", type=pathlib.Path)
    parser.add_argument("--test", type=pathlib.Path)
    arguments = parser.parse_args()
    weights = trained([example for rows in articles(arguments.sentences).values() for example in examples(rows)])
    if arguments.test:
        print(figures(weights, [example for rows in articles(arguments.test).values() for example in examples(rows)]))
        return
    print("# Weights of the logistic model in linter/analysis/attributions/model.py: the weight, a tab, the feature.")
    print("# Trained by tools/train_attribution.py on the training part of PolNeAR (Newell et al., LREC 2018).")
    for feature in sorted(weights):
        if abs(weights[feature]) >= 0.01 or feature == "bias":
            print(f"{weights[feature]:.2f}\t{feature}")


if __name__ == "__main__":
    main()
