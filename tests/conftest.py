from collections.abc import Callable

import pytest

from linter.analysis import Analysis
from linter.analysis.matching import Matcher
from linter.checks import CHECKS
from linter.model.document import ROLES
from linter.model.rule import Match
from linter.readers import read

Run = Callable[..., list[tuple[str, Match]]]


@pytest.fixture
def run_check() -> Run:
    """Runs one check over a plain text; gives what each match lies on, and the match."""

    def run(name: str, text: str, quotations: str = "any", **options: object) -> list[tuple[str, Match]]:
        check = CHECKS[name]
        chosen = check.options(**options)
        analysis = Analysis(read(text, "draft.txt", ".txt")[0], Matcher(check.patterns(chosen), check.literals(chosen), check.phrases(chosen)))
        matches = check.run(analysis, analysis.scope(ROLES, quotations), chosen)
        return [(analysis.blocks[m.place.block].text[m.place.start : m.place.end], m) for m in matches]

    return run
