"""Whole drafts, each with the report that is expected of it beside it."""

from pathlib import Path

import pytest

from linter.engine import Engine, core_rules
from linter.model.finding import FileReport, Report
from linter.model.rule import Severity
from linter.readers import read
from linter.reporters.style import Style
from linter.reporters.text import report

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_draft_gets_the_report_that_stands_beside_it(path: Path) -> None:
    document = read(path.read_text(encoding="utf-8"), path.name, ".txt")[0]
    findings = Engine([rule for rule in core_rules() if rule.on]).lint(document).findings
    shown = report(Report((FileReport(path.name, findings),)), Style(show=Severity.SUGGESTION))

    assert shown == path.with_suffix(".report").read_text(encoding="utf-8")
