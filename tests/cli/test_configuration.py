"""Configurations and rule files of users, good and bad, through the command."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import linter
from linter import yamldata

Command = Callable[..., subprocess.CompletedProcess[str]]
BAD = "Bridge stays shut\n\nShe went to to the bridge.\n"
SCHEMA = json.loads((Path(linter.__file__).parent / "schemas" / "config.schema.json").read_text(encoding="utf-8"))
RULE = "- id: style/foo\n  check: pattern\n  severity: error\n  message: 'no {text}'\n  why: No.\n  options: {pattern: bridge}\n  bad: ['a ⟦bridge⟧']\n  good: ['a bar']\n"

WORKING: dict[str, tuple[str, list[str]]] = {
    "a rule off": ("rules: {grammar/doubled-word: off}\n", []),
    "another severity": ("rules: {grammar/doubled-word: warning}\n", ["warning grammar/doubled-word"]),
    "an override for these paths": ("overrides: [{paths: ['drafts/**'], rules: {grammar/doubled-word: off}}]\n", []),
    "an override for other paths": ("overrides: [{paths: ['print/**'], rules: {grammar/doubled-word: off}}]\n", ["error grammar/doubled-word"]),
    "an option that appends": ("rules: {grammar/doubled-word: {options: {+allow: [to]}}}\n", []),
    "a pack of one's own": ("extends: [./house.yaml]\n", ["error grammar/doubled-word", "error style/foo", "error style/foo"]),
    "a finding ignored": ("ignore: [{path: 'drafts/*.txt', rule: grammar, text: to to, reason: so it is}]\n", []),
    "an ignore of the past": ("ignore: [{rule: grammar/doubled-word, until: 2001-01-01}]\n", ["error grammar/doubled-word"]),
    "a file excluded": ("+exclude: [drafts/]\n", []),
    "another file included": ("include: ['print/*']\n", []),
}

BROKEN = {
    "a syntax error": ("rules: [\n", 2, "not YAML"),
    "an unknown key": ("ruls: {}\n", 1, "“ruls” is no key of a configuration; did you mean “rules”?"),
    "an unknown rule": ("rules:\n  grammar/doubled-wrd: off\n", 2, "no rule “grammar/doubled-wrd”; did you mean “grammar/doubled-word”?"),
    "an unknown option": ("rules:\n  grammar/doubled-word:\n    options:\n      allowed: [to]\n", 4, "“allowed” is no option here; did you mean “allow”?"),
    "an unknown severity": ("rules: {grammar/doubled-word: fatal}\n", 1, "“fatal” should be one of"),
    "an unknown kind": ("rules:\n  names/inconsistent-spelling:\n    kinds:\n      typig: off\n", 4, "did you mean “typing”?"),
    "an unknown pack": ("extends: [nowhere]\n", 1, "no pack “nowhere”"),
    "a pack outside": ("extends: [../../outside.yaml]\n", 1, "lies outside"),
    "an anchor bomb": ("a: &a [x]\nb: [*a, *a]\n", 1, "anchors and aliases"),
    "an unknown language": ("language: fr\n", 1, "“language” should be en"),
    "LanguageTool in the tree": ("languagetool: managed\n", 1, "a file found in the tree starts no LanguageTool"),
    "an ignore without a rule": ("ignore: [{text: to to}]\n", 1, "“rule” must be there"),
    "an ignore without a reason": ("require-reason: true\nignore: [{rule: grammar}]\n", 2, "gives no “reason”"),
}
BEYOND_SCHEMA = {"an unknown rule", "an unknown option", "an unknown kind", "an unknown pack", "a pack outside", "an ignore without a reason"}

RULES = {
    "a bad pattern": (RULE.replace("pattern: bridge", "pattern: '(bridge'"), 6, "“(” without “)”"),
    "an unbounded pattern": (RULE.replace("pattern: bridge", "pattern: 'a.*bridge'"), 6, "bound it"),
    "a pattern that never matches": (RULE.replace("pattern: bridge", "pattern: ferry"), 1, "“style/foo” can never match"),
    "no examples": (RULE[: RULE.index("  bad")], 1, "the rule has no “bad”"),
}


def prepare(work: Path, config: str) -> None:
    (work / ".git").mkdir(exist_ok=True)
    (work / "drafts").mkdir(exist_ok=True)
    (work / "drafts" / "a.txt").write_text(BAD, encoding="utf-8")
    (work / "house.yaml").write_text(RULE, encoding="utf-8")
    (work / ".copydesk.yaml").write_text(config, encoding="utf-8")


@pytest.mark.parametrize("what", WORKING)
def test_a_configuration_does_what_it_says(copydesk: Command, work: Path, what: str) -> None:
    config, expected = WORKING[what]
    prepare(work, config)
    done = copydesk("check", "drafts/a.txt")

    assert sorted(" ".join(line.split()[1:3]) for line in done.stdout.splitlines()) == expected


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_configuration_is_one_clear_line_and_exit_2(copydesk: Command, work: Path, what: str) -> None:
    config, line, says = BROKEN[what]
    prepare(work, config)
    done = copydesk("check", "drafts/a.txt")

    assert done.returncode == 2
    assert f".copydesk.yaml:{line}: " in done.stderr
    assert says in done.stderr


@pytest.mark.parametrize("what", [*WORKING, *(what for what in BROKEN if what not in ("a syntax error", "an anchor bomb"))])
def test_the_schema_says_what_the_loader_says(what: str) -> None:
    text = WORKING[what][0] if what in WORKING else BROKEN[what][0]
    valid = jsonschema.Draft202012Validator(SCHEMA).is_valid(yamldata.parse(text, "x").plain)

    assert valid == (what in WORKING or what in BEYOND_SCHEMA)


@pytest.mark.parametrize("what", RULES)
def test_a_broken_rule_file_is_one_clear_line_and_exit_2(copydesk: Command, work: Path, what: str) -> None:
    text, line, says = RULES[what]
    prepare(work, "extends: [./house.yaml]\n")
    (work / "house.yaml").write_text(text, encoding="utf-8")
    done = copydesk("check", "drafts/a.txt")

    assert done.returncode == 2
    assert f"house.yaml:{line}: " in done.stderr
    assert says in done.stderr


def test_all_mistakes_are_told_at_once(copydesk: Command, work: Path) -> None:
    prepare(work, "ruls: {}\nlanguage: fr\n")

    assert copydesk("check", "drafts/a.txt").stderr.count(".copydesk.yaml:") == 2


def test_a_project_file_configures_too_but_not_beside_another(copydesk: Command, work: Path) -> None:
    prepare(work, "")
    (work / ".copydesk.yaml").unlink()
    (work / "pyproject.toml").write_text('[tool.copydesk.rules]\n"grammar/doubled-word" = "off"\n', encoding="utf-8")
    assert copydesk("check", "drafts/a.txt").stdout == ""

    (work / ".copydesk.yaml").write_text("language: en\n", encoding="utf-8")
    assert "keep one of the two" in copydesk("check", "drafts/a.txt").stderr


def test_what_is_accepted_is_silenced_and_counted(copydesk: Command, work: Path) -> None:
    story = "Manager resigns\n\nElena Brandtner has resigned. Ms Brandtner led the port.\n\nFriends of Ms Brantdner wept.\n"
    prepare(work, "accept: {names: [Brantdner]}\n")
    (work / "drafts" / "a.txt").write_text(story, encoding="utf-8")
    done = copydesk("check", "drafts/a.txt")
    assert done.stdout == ""
    assert "Silenced: 1 finding." in done.stderr

    (work / ".copydesk.yaml").write_text("accept: {pairs: [[Brandtner, Brantdner]]}\n", encoding="utf-8")
    report = json.loads(copydesk("check", "--format", "json", "drafts/a.txt").stdout)
    assert report["files"][0]["findings"][0]["suppressed_by"] == "accept"
    assert report["summary"]["suppressed"] == 1
