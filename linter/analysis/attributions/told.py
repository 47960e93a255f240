"""A sentence as attribution looks at it: the words that the paper says itself, apart from those it quotes."""

from typing import TYPE_CHECKING, NamedTuple

from linter.model.span import Place

if TYPE_CHECKING:
    from linter.analysis import Analysis


class Token(NamedTuple):
    """One word of the paper's own: in small letters, whether it is written with a capital, and its offsets in the block."""

    low: str
    capital: bool
    start: int
    end: int


class Told(NamedTuple):
    """One sentence: `tokens` are the words outside quotation marks, `quoted` counts those inside.

    `text` is the folded text of the whole block, so that all offsets are offsets in it.
    """

    place: Place
    text: str
    tokens: tuple[Token, ...]
    quoted: int
    quotes: tuple[tuple[int, int], ...]

    def gap(self, index: int) -> str:
        """What stands between a token and the one before it; before the first token the sentence's beginning."""
        start = self.tokens[index - 1].end if index else self.place.start
        return self.text[start : self.tokens[index].start]

    def after(self, index: int) -> str:
        """What stands between a token and the next one; after the last token the sentence's end."""
        end = self.tokens[index + 1].start if index + 1 < len(self.tokens) else self.place.end
        return self.text[self.tokens[index].end : end]

    def low(self, index: int) -> str:
        """The token at an index in small letters, empty where there is none."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""


def marked(text: str) -> bool:
    """Whether a quotation mark stands in a folded text."""
    return '"' in text or "''" in text or "``" in text


def told(analysis: "Analysis", sentence: Place) -> Told:
    """A sentence with the words that stand outside its quotations."""
    quotes = analysis.quoted_in(sentence)
    words = analysis.words_in(sentence)
    own = [word for word in words if not any(start <= word.start < end for start, end in quotes)] if quotes else words
    tokens = tuple(Token(word.text.lower().replace("’", "'"), word.text[0].isupper(), word.start, word.end) for word in own)
    return Told(sentence, analysis.folded[sentence.block], tokens, len(words) - len(own), quotes)
