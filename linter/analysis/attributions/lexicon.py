"""Words of attribution: which words are cues and of what class, and the small words that hold a clause together."""

from functools import cache, lru_cache

from linter.resources import words as listed

CLASSES = ("saying", "judging", "thinking", "sensing", "asking", "showing")
"""Classes of cue verbs; each has a list `cue-verbs-CLASS.txt`."""

AUXILIARIES = frozenset("has have had is are was were be been being do does did will would shall should can could may might must not never n't also".split())
PRONOUNS = frozenset("i we you he she they it who".split())
PERSONAL = frozenset("he she they".split())
DETERMINERS = frozenset("the a an this that these those his her their its my our your some any each every no".split())
PREPOSITIONS = frozenset(
    "of in on at by for from with to about after before during since until into over under between against among amid through across around near off out up "
    "down within without toward towards upon per via like".split()
)
JOINING = frozenset("and but or nor yet so".split())
SUBORDINATING = frozenset("that which who whom whose when while where as because if although though since than after before until whether what how why".split())

CONNECTING = frozenset("however meanwhile still now then today yesterday moreover indeed instead also even only thus therefore but later earlier".split())


@cache
def cue_classes() -> dict[str, tuple[str, ...]]:
    """For each cue word, in small letters, its classes: those of verbs and `noun`."""
    found: dict[str, tuple[str, ...]] = {}
    for name in CLASSES:
        for word in listed(f"cue-verbs-{name}"):
            found[word] = (*found.get(word, ()), name)
    for word in listed("cue-nouns"):
        found[word] = (*found.get(word, ()), "noun")
    return found


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without the endings of inflection: rough, but the same for all forms of a regular verb."""
    for ending in ("n't", "'s", "'"):
        word = word.removesuffix(ending)
    for ending in ("ing", "ied", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
