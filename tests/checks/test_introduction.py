"""How people are introduced: a rule that is shipped but not in force."""

import pytest

from linter.engine import core_rules, lint
from linter.model.rule import Rule


def rules(*allow: str) -> list[Rule]:
    rule = next(rule for rule in core_rules() if rule.id == "names/first-mention")
    return [rule._replace(on=True, options=rule.options._replace(allow=allow))]


def found(text: str, *allow: str) -> list[tuple[str, str | None]]:
    return [(finding.text, finding.kind) for finding in lint(f"Manager resigns\n\n{text}", rules=rules(*allow))]


def test_it_is_off_by_default() -> None:
    assert [rule.on for rule in core_rules() if rule.id == "names/first-mention"] == [False]


def test_a_surname_before_the_full_name_is_found_once() -> None:
    assert found("Friends of Brandtner said Brandtner was well. Laura Brandtner led the port.") == [("Brandtner", "surname")]


def test_a_given_name_later_is_found_each_time() -> None:
    assert found("They met Laura Brandtner. On Monday Laura left. By May Laura was back.") == [("Laura", "given-name"), ("Laura", "given-name")]


@pytest.mark.parametrize("allowed", ["Brandtner", "laura brandtner"])
def test_what_everybody_knows_is_allowed(allowed: str) -> None:
    assert found("Friends of Brandtner laughed. Laura Brandtner led the port.", allowed) == []


def test_quotations_may_be_familiar() -> None:
    assert found("They met Laura Brandtner. “We love Laura for it,” they said.") == []


def test_a_headline_may_have_the_surname_alone() -> None:
    assert lint("Why Brandtner left the port\n\nLaura Brandtner led the port.", rules=rules()) == []
