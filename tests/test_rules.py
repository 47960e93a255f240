"""Every shipped rule: its examples hold, its page is fresh, its words are well chosen."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from linter.checks import CHECKS
from linter.model.rule import Rule
from linter.packs import load
from linter.proof import prove
from linter.resources import rule_files, rules_folder

ROOT = Path(__file__).parent.parent
PACKS = {name: load(rule_files(rules_folder() / name), CHECKS) for name in ("core", "ap", "guardian", "reuters")}
RULES = PACKS["core"]
SHIPPED = [pytest.param(rule, id=f"{name}:{rule.id}") for name, rules in PACKS.items() for rule in rules]


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("rule", SHIPPED)
def test_the_examples_of_a_rule_hold(rule: Rule) -> None:
    assert prove(rule) == []


@pytest.mark.parametrize("rule", SHIPPED)
def test_what_a_rule_says_is_a_sentence(rule: Rule) -> None:
    assert rule.why[0].isupper() or rule.why.startswith("“")
    assert rule.why.endswith(".")


@pytest.mark.parametrize("name", ["ap", "guardian", "reuters"])
def test_a_house_pack_leaves_core_and_quotations_alone_and_names_its_sources(name: str) -> None:
    rules = PACKS[name]

    assert len(rules) >= 60
    assert {rule.id for rule in rules}.isdisjoint(rule.id for rule in RULES)
    assert {rule.quotations for rule in rules} == {"skip"}
    assert all(rule.source and rule.source.startswith("http") for rule in rules)


def test_the_pages_of_the_rules_are_fresh() -> None:
    docs = tool("docs")
    written = {path.relative_to(docs.FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in docs.FOLDER.rglob("*.md")}

    assert written == docs.pages(), "run: python tools/docs.py"


@pytest.mark.parametrize("path", sorted((rules_folder() / "words").glob("*.txt")), ids=lambda path: path.stem)
def test_a_word_list_is_sorted_and_says_where_it_is_from(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    items = [line for line in lines if not line.startswith("#")]

    assert lines[0].startswith("# ")
    assert items == sorted(set(items))
