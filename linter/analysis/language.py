"""Whether a text is in the language the rules are for."""

from collections.abc import Sequence

from linter.analysis.words import Word
from linter.resources import words as listed

FEWEST_WORDS = 50
"""Shorter texts tell too little."""

_LEAST_SHARE = 0.08
_ENOUGH = 2000


def is_foreign(words: Sequence[Word]) -> bool:
    """Whether hardly any frequent English word stands in a text of FEWEST_WORDS words or more; in doubt it is not.

    Of English news a third to a half of all words are on the list; of its neighbours' news one in fifty at most.
    """
    sample = words[:_ENOUGH]
    if len(sample) < FEWEST_WORDS:
        return False
    frequent = listed("frequent-english")
    return sum(word.text.lower() in frequent for word in sample) < _LEAST_SHARE * len(sample)
