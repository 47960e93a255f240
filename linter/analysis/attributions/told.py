"""A sentence as attribution looks at it: the words that the paper says itself, apart from those it quotes."""

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from linter.analysis.attributions.lexicon import cue_classes
from linter.model.span import Place

if TYPE_CHECKING:
    from linter.analysis import Analysis
    from linter.analysis.words import Word


class Token(NamedTuple):
    """One word of the paper's own: in small letters, whether it is written with a capital, and its offsets in the block."""

    low: str
    capital: bool
    start: int
    end: int


class Told:
    """One sentence: its words outside quotation marks; `quoted` counts those inside.

    `text` is the folded text of the whole block, so that all offsets are offsets in it. `lows` are the words in small
    letters, `capitals` say which begin with a capital, `cues` are the indices of those that are cue words.
    """

    def __init__(self, place: Place, text: str, words: "tuple[Word, ...]", quoted: int, quotes: tuple[tuple[int, int], ...]) -> None:
        self.place = place
        self.text = text
        self.quoted = quoted
        self.quotes = quotes
        self.words = words
        written = [word.text for word in words]
        self.lows = tuple(" ".join(written).lower().replace("’", "'").split(" ")) if written else ()
        self.capitals = [text[0].isupper() for text in written]
        classes = cue_classes()
        self.cues = tuple(index for index, low in enumerate(self.lows) if low in classes)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words in small letters."""
        return frozenset(self.lows)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words with all that is known of them."""
        words = self.words
        return tuple(map(Token, self.lows, self.capitals, (word.start for word in words), (word.end for word in words)))

    def token(self, index: int) -> Token:
        """One word, with all that is known of it."""
        word = self.words[index]
        return Token(self.lows[index], self.capitals[index], word.start, word.end)

    def gap(self, index: int) -> str:
        """What stands between a token and the one before it; before the first token the sentence's beginning."""
        start = self.words[index - 1].end if index else self.place.start
        return self.text[start : self.words[index].start]

    def after(self, index: int) -> str:
        """What stands between a token and the next one; after the last token the sentence's end."""
        end = self.words[index + 1].start if index + 1 < len(self.words) else self.place.end
        return self.text[self.words[index].end : end]

    def low(self, index: int) -> str:
        """The token at an index in small letters, empty where there is none."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""


def marked(text: str) -> bool:
    """Whether a quotation mark stands in a folded text."""
    return '"' in text or "''" in text or "``" in text


def told(analysis: "Analysis", sentence: Place) -> Told:
    """A sentence with the words that stand outside its quotations."""
    quotes = analysis.quoted_in(sentence)
    words = analysis.words_in(sentence)
    own = words
    for start, end in quotes:
        own = tuple([word for word in own if not start <= word[1] < end])
    return Told(sentence, analysis.folded[sentence.block], own, len(words) - len(own), quotes)
