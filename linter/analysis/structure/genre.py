"""The genre of an article: who speaks in it."""

import re
from collections import Counter
from collections.abc import Sequence

_SPEAKER = re.compile(r"((?:[A-Z][A-Z.'’ -]{1,30}|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}|Q|A)(?: \([^)]{1,30}\))?): ")
_FEWEST_TURNS, _TRANSCRIPT_SHARE = 4, 0.4
_FEWEST_EACH = 2
_LONGEST_SPEAKER = 100

_QUOTED = re.compile(r"“[^“”]{0,3000}(?:”|$)|\"[^\"]{0,3000}(?:\"|$)|(?<![\w’'])[‘'](?=\w)[^’']{0,600}(?:[’']\w[^’']{0,600}){0,9}(?:[’'](?!\w)|$)")
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I’m|I've|I’ve|I'd|I’d|I'll|I’ll|[Mm]y|me|myself)\b")
_FEWEST_PARAGRAPHS, _OPINION_SHARE = 2, 0.22
_FEWEST_WORDS, _WORD_SHARE = 4, 0.006


def find_genre(texts: Sequence[str], roles: Sequence[str]) -> str:
    """`transcript` where speakers take turns, `opinion` where the writer says “I” all through the narration, else `news`."""
    told = [text for text, role in zip(texts, roles, strict=True) if role in ("paragraph", "standfirst")]
    if _takes_turns(texts):
        return "transcript"
    return "opinion" if _speaks_of_itself(told) else "news"


def _takes_turns(texts: Sequence[str]) -> bool:
    """Whether many paragraphs begin with a speaker's name, and each speaker comes back."""
    turns = Counter(found.group(1) for text in texts if ": " in text[:_LONGEST_SPEAKER] and (found := _SPEAKER.match(text)))
    back = sum(count for count in turns.values() if count >= _FEWEST_EACH)
    return back >= _FEWEST_TURNS and back >= _TRANSCRIPT_SHARE * len(texts)


def _speaks_of_itself(texts: Sequence[str]) -> bool:
    """Whether the writer speaks of themselves outside quotations, in many paragraphs and from the first third on."""
    third = len(texts) // 3 + 1
    said = [_own_words(text) for text in texts[:third]]
    if not any(said):
        return False
    said += [_own_words(text) for text in texts[third:]]
    length = sum(text.count(" ") + 1 for text in texts)
    paragraphs = sum(count > 0 for count in said)
    enough = max(min(_FEWEST_PARAGRAPHS, len(texts)), _OPINION_SHARE * len(texts))
    return sum(said) >= max(_FEWEST_WORDS, _WORD_SHARE * length) and paragraphs >= enough


def _own_words(text: str) -> int:
    """How often the writer says “I” or “my” in a paragraph, outside quotations."""
    return len(_FIRST_PERSON.findall(_QUOTED.sub(" ", text))) if _FIRST_PERSON.search(text) else 0
