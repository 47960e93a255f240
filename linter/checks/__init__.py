"""How to look: every check by its name. A new check is a module with a `CHECK`, and one line here."""

from linter.checks import (
    attribution,
    consistency,
    count,
    first_mention,
    introduction,
    length,
    marks,
    mojibake,
    names,
    pattern,
    phrase,
    register,
    repetition,
    spelling,
    structure,
    substitution,
    words,
)
from linter.checks.check import Check

CHECKS: dict[str, Check] = {
    "attribution": attribution.CHECK,
    "consistency": consistency.CHECK,
    "count": count.CHECK,
    "first-mention": first_mention.CHECK,
    "introduction": introduction.CHECK,
    "length": length.CHECK,
    "marks": marks.CHECK,
    "mojibake": mojibake.CHECK,
    "names": names.CHECK,
    "pattern": pattern.CHECK,
    "phrase": phrase.CHECK,
    "register": register.CHECK,
    "repetition": repetition.CHECK,
    "spelling": spelling.CHECK,
    "structure": structure.CHECK,
    "substitution": substitution.CHECK,
    "words": words.CHECK,
}
