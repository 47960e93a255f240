"""Attributions: who says what, by the text itself."""

import re
from typing import TYPE_CHECKING, NamedTuple

from linter.analysis.attributions.clauses import Clause, find_clause
from linter.model.span import Place
from linter.resources import words as listed

if TYPE_CHECKING:
    from linter.analysis import Analysis

SPOKEN = ("paragraph", "list-item", "standfirst", "blockquote", "headline", "pull-quote", "other", "subheading")
"""Roles of blocks in which somebody may be saying something."""

_FEWEST_QUOTED = 3
_ADDS = re.compile(r"(?:He|She|They|It|The (?:report|statement|group|ministry|study|letter|document|agency|source|official|officials))\b")


class Attribution(NamedTuple):
    """Somebody's word: who (None when the text does not say), the cue that says so, and what is said.

    `vague` says that nobody could phone the source.
    """

    source: Place | None
    source_name: str | None
    cue: Place | None
    content: tuple[Place, ...]
    vague: bool


class Attributions(NamedTuple):
    """The attributions in order, and the sentences (as places) that are somebody's word by the text itself."""

    attributions: tuple[Attribution, ...]
    attributed: frozenset[Place]


def find_attributions(analysis: "Analysis") -> Attributions:
    """The attributions of a document: sentences with a cue, quotations, and what carries over from a neighbour."""
    found: list[Attribution] = []
    attributed: set[Place] = set()
    speaker: str | None = None
    for block, sentences in enumerate(analysis.sentences):
        if analysis.structure.roles[block] not in SPOKEN:
            continue
        carried = False
        for sentence in sentences:
            quoted = _quoted(analysis, sentence)
            clause = find_clause(told(analysis, sentence))
            if clause:
                said = _attribution(analysis, sentence, clause, speaker)
                speaker = said.source_name or speaker
                found.append(said)
            elif quoted >= _FEWEST_QUOTED:
                found.append(Attribution(None, speaker, None, (sentence,), vague=False))
            if clause or quoted >= _FEWEST_QUOTED or (carried and _goes_on(analysis, sentence)):
                attributed.add(sentence)
                carried = quoted >= _FEWEST_QUOTED
            else:
                carried = False
    return Attributions(tuple(found), frozenset(attributed))


def told(analysis: "Analysis", sentence: Place) -> str:
    """The folded text of a sentence in which quoted words are blanks, so that only the paper's own words stand."""
    text = analysis.folded[sentence.block][sentence.start : sentence.end]
    for start, end in analysis.quoted_in(sentence):
        first, last = max(start, sentence.start) - sentence.start, min(end, sentence.end) - sentence.start
        if len(text[first:last].split()) >= _FEWEST_QUOTED:
            text = text[:first] + " " * (last - first) + text[last:]
    return text


def _quoted(analysis: "Analysis", sentence: Place) -> int:
    """How many words of a sentence stand in quotation marks."""
    text = analysis.folded[sentence.block]
    return sum(len(text[max(start, sentence.start) : min(end, sentence.end)].split()) for start, end in analysis.quoted_in(sentence))


def _goes_on(analysis: "Analysis", sentence: Place) -> bool:
    """Whether a sentence goes on with the talk of the one before it."""
    return _ADDS.match(analysis.folded[sentence.block], sentence.start) is not None


def _attribution(analysis: "Analysis", sentence: Place, clause: Clause, speaker: str | None) -> Attribution:
    def place(span: tuple[int, int] | None) -> Place | None:
        return Place(sentence.block, sentence.start + span[0], sentence.start + span[1]) if span else None

    source = place(clause.source)
    name = analysis.blocks[source.block].text[source.start : source.end] if source else None
    vague = name is not None and name.split()[-1].lower() in listed("source-groups") and not any(word[0].isupper() for word in name.split()[1:])
    return Attribution(source, speaker if clause.pronoun and speaker else name, place(clause.cue), (sentence,), vague)
