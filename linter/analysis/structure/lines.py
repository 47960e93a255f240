"""What a line of an article looks like, whatever its words mean: running copy, a headline, a list, a label."""

import re

LINE = 160
"""So many characters of a text's beginning or end tell what kind of line it is."""

_PROSE_WORDS = 12
_LONGEST_LABEL = 40
_TITLE_SHARE = 0.8
_FEWEST_TITLE_WORDS = 3
_LONG_WORD = 4

_STOP = re.compile(r"[.!?:;…]-?[\"'”’)\]]*\s*$")
_COMMA = re.compile(r",[\"'”’)\]]*\s*$")
_LABEL = re.compile(r"([\w'’&.-]+(?: {1,3}[\w'’&.-]+){0,3}) ?: ?(?=\S|$)")
_TRIMMED = "\"'“”‘’()[].,:;!?-–—"


def is_prose(text: str) -> bool:
    """Whether a block is running copy: a sentence or more, not a line of a page."""
    length = len(text.split(maxsplit=2 * _PROSE_WORDS))
    return length >= 2 * _PROSE_WORDS or (length >= _PROSE_WORDS and is_stopped(text))


def is_stopped(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return _STOP.search(text[-LINE:]) is not None


def is_finished(text: str) -> bool:
    """Whether a text ends as a sentence or a part of one does: no headline ends with a comma."""
    return is_stopped(text) or _COMMA.search(text[-LINE:]) is not None


def is_title_case(text: str) -> bool:
    """Whether a line is written Like a Headline of This Kind: its long words begin with capitals."""
    long = [word for item in text.split() if len(word := item.strip(_TRIMMED)) >= _LONG_WORD and word[0].isalpha()]
    return len(long) >= _FEWEST_TITLE_WORDS and sum(word[0].isupper() for word in long) >= _TITLE_SHARE * len(long)


def is_named(text: str) -> bool:
    """Whether a line is made of names, with hardly a word in lower case between them."""
    items = [item for item in re.split(r"[\s/|]+", text) if item[:1].isalpha()]
    return bool(items) and sum(item[0].islower() and item not in ("and", "of", "the", "for", "de", "van", "von", "by", "via") for item in items) == 0


def label(text: str) -> tuple[str, str]:
    """The label of a line and what follows it, as in “Also read: Fares to rise”; two empty strings where it has none."""
    if ":" not in text[: _LONGEST_LABEL + 4]:
        return "", ""
    found = _LABEL.match(text[: _LONGEST_LABEL + 4].lstrip("\"'“‘*>-–—•●» "))
    if not found:
        return "", ""
    return found.group(1), text[text.index(found.group(1)) + len(found.group(1)) :].lstrip(" :")
