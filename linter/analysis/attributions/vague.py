"""Whom nobody could phone."""

from linter.analysis.attributions.clauses import Clause, is_source_noun
from linter.analysis.attributions.lexicon import PRONOUNS


def nameless(clause: Clause | None, name: str | None) -> bool:
    """Whether a clause has a source that is no name and stands for none: people in general, reports, an official."""
    if clause is None or clause.source is None or clause.head in PRONOUNS or not is_source_noun(clause.head):
        return False
    return name is None or not any(word[:1].isupper() for word in name.split()[1:])
