"""The check `metric`: figures of readability that a house wants kept."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from linter.analysis import Analysis, Scope
from linter.checks.check import Check
from linter.model.rule import Match
from linter.model.span import Place

_BOUNDLESS = 1e9


class Options(NamedTuple):
    """`metric` of the lede, the body or each paragraph (`per`), what is quoted left out, lies between `min` and `max`.

    A part of fewer words than `fewest` tells nothing.
    """

    metric: Literal["words", "sentence_words", "longest_sentence", "ease", "grade", "ari", "coleman_liau", "lix", "seconds"]
    per: Literal["lede", "body", "paragraph"] = "body"
    min: float = -_BOUNDLESS
    max: float = _BOUNDLESS
    fewest: int = 0


def run(analysis: Analysis, scope: Scope, options: Options) -> Iterator[Match]:
    """A match on each paragraph that is beyond the bounds; for the body as a whole on its first one."""
    from linter.analysis.readability import figures, narration

    told = [(block, narration(analysis, block)) for block in scope.blocks if analysis.structure.roles[block] == "paragraph"]
    if options.per == "body":
        told = [(told[0][0], [sentence for _, sentences in told for sentence in sentences])] if told else []
    for block, sentences in told[:1] if options.per == "lede" else told:
        found = figures(sentences)
        if found is None or found.words < options.fewest:
            continue
        value = getattr(found, options.metric)
        if not options.min <= value <= options.max:
            limit = options.min if value < options.min else options.max
            yield Match(Place(block, 0, len(analysis.blocks[block].text)), fills={"value": f"{value:g}", "limit": f"{limit:g}"})


CHECK = Check(Options, run, fills=("value", "limit"))
