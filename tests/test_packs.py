"""Rule files: what loads, what is refused, and that editors are told the same by the schema."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from linter import packs, yamldata
from linter.checks import CHECKS
from linter.mistakes import DataError
from linter.model.rule import Severity

SCHEMA: Any = json.loads((Path(packs.__file__).parent / "schemas" / "rules.schema.json").read_text(encoding="utf-8"))

GOOD = """\
- id: grammar/more-then
  check: pattern
  severity: error
  message: '“{word} … {text}”: write “than”.'
  why: A comparison takes “than”.
  options: {pattern: '(?P<word>more|less) \\w+ ⟨then⟩'}
  unless: ['less ⟨often then⟩']
  fix: {replace: than, safety: safe}
  bad: [{text: 'More costly ⟦then⟧ before.', fixed: 'More costly than before.'}]
  good: ['He ate more then left.']
"""

MISTAKES = {
    "an unknown key": (GOOD.replace("severity", "severty"), 3, "“severty” is no key of a rule; did you mean “severity”?"),
    "an unknown check": (GOOD.replace("check: pattern", "check: patern"), 2, "“patern” is no check; did you mean “pattern”?"),
    "an unknown severity": (GOOD.replace("error", "fatal"), 3, "should be one of: error, warning, suggestion"),
    "an id without family": (GOOD.replace("grammar/more-then", "more-then"), 1, "no rule id"),
    "an id in capitals": (GOOD.replace("grammar/more-then", "Grammar/More"), 1, "no rule id"),
    "no good examples": (GOOD[: GOOD.index("  good")], 1, "the rule has no “good”: show what it must leave alone"),
    "an empty list of examples": (GOOD.replace("good: [", "good: [] #"), 10, "a rule without both lists does not load"),
    "a bad example without marks": (GOOD.replace("⟦", "").replace("⟧", ""), 9, "mark what is to be found"),
    "a good example with marks": (GOOD.replace("He ate", "⟦He⟧ ate"), 10, "nothing to find"),
    "a fill that nothing fills": (GOOD.replace("{text}”", "{txt}”"), 4, "“{txt}” is filled by nothing here"),
    "a role that is none": (GOOD + "  blocks: [headlines]\n", 11, "no role of a block; did you mean “headline”?"),
    "an unknown kind": (GOOD + "  kinds: {typing: error}\n", 11, "no kind of this check"),
    "an unknown key of an example": (GOOD.replace("fixed:", "fixd:"), 9, "no key of an example; did you mean “fixed”?"),
    "an unknown family": (GOOD.replace("grammar/", "gramar/"), 1, "“gramar” is no family of rules; did you mean “grammar”?"),
    "a fix that nothing fills": (GOOD.replace("{replace: than", "{replace: '{wrd}'"), 8, "the fix's “{wrd}” is filled by nothing here"),
    "a fix without text": (GOOD.replace("{replace: than, ", "{"), 8, "“fix” is {replace: TEXT"),
    "an unknown language": (GOOD + "  language: fr\n", 11, "“language” should be en"),
    "an old id that is none": (GOOD + "  replaces: 3\n", 11, "“3” is no rule id"),
    "a mark without partner": (GOOD.replace("⟦then⟧", "⟦then"), 9, "“⟦” has no partner"),
    "a mark in the wrong order": (GOOD.replace("'He ate", "'⟫He ate"), 10, "“⟫” has no partner"),
    "an empty example": (GOOD.replace("['He ate more then left.']", "['']"), 10, "“an example” is empty"),
    "options of an example that cannot work": (GOOD.replace("fixed: 'More costly than before.'", "options: {pattern: '(a'}"), 9, "“(” without “)”"),
    "a pattern that is empty": (GOOD.replace("'(?P<word>more|less) \\w+ ⟨then⟩'", "''"), 6, "has an empty text in it"),
    "an exception that cannot work": (GOOD.replace("'less ⟨often", "'.*less ⟨often"), 7, "bound it"),
    "a rule that is text": ("- grammar/x\n", 1, "a rule is a mapping"),
}
"""What is wrong → the file, the line, and what is said of it. The schema refuses each of them but those below."""

BEYOND_SCHEMA = {
    "a fix that nothing fills",
    "a mark without partner",
    "a mark in the wrong order",
    "options of an example that cannot work",
    "a pattern that is empty",
    "an exception that cannot work",
    "a bad example without marks",
    "a good example with marks",
    "a fill that nothing fills",
    "an unknown kind",
}


def load(tmp_path: Path, text: str) -> list[Any]:
    path = tmp_path / "house.yaml"
    path.write_text(text, encoding="utf-8")
    return packs.load([path], CHECKS)


def test_a_rule_is_read_whole(tmp_path: Path) -> None:
    (rule,) = load(tmp_path, GOOD)

    assert (rule.id, rule.severity, rule.on, rule.quotations) == ("grammar/more-then", Severity.ERROR, True, "skip")
    assert rule.options.pattern == (r"(?P<word>more|less) \w+ ⟨then⟩",)
    assert rule.written_at == (str(tmp_path / "house.yaml"), 1)
    assert "furniture" not in rule.blocks


def test_placeholders_look_into_furniture_and_quotations(tmp_path: Path) -> None:
    (rule,) = load(tmp_path, GOOD.replace("grammar/", "placeholders/"))

    assert rule.quotations == "any"
    assert "furniture" in rule.blocks


@pytest.mark.parametrize("what", MISTAKES)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, what: str) -> None:
    text, line, says = MISTAKES[what]

    with pytest.raises(DataError) as caught:
        load(tmp_path, text)

    assert any(mistake.line == line and says in mistake.message for mistake in caught.value.mistakes), caught.value


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load(tmp_path, GOOD.replace("severity: error", "severity: fatal").replace("check: pattern", "check: patern"))

    assert [mistake.line for mistake in caught.value.mistakes] == [2, 3]


def test_a_bad_pattern_is_told_with_the_line_it_stands_on(tmp_path: Path) -> None:
    options = "  options:\n    case: fold\n    pattern:\n      - 'more'\n      - '(more'\n"

    with pytest.raises(DataError, match=r"house.yaml:10: pattern “\(more”: “\(” without “\)”"):
        load(tmp_path, GOOD.replace("  options: {pattern: '(?P<word>more|less) \\w+ ⟨then⟩'}\n", options).replace("{word} … ", ""))


def test_an_option_of_the_wrong_type_is_told(tmp_path: Path) -> None:
    text = GOOD.replace("check: pattern", "check: length").replace("{pattern: '(?P<word>more|less) \\w+ ⟨then⟩'}", "{max: many}")

    with pytest.raises(DataError, match="“max” should be a whole number, not “many”"):
        load(tmp_path, text)


def test_a_list_of_words_is_read_from_a_file_beside_the_rules(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("# Ours.\nfoo bar\n\n  baz\r\n", encoding="utf-8")
    rule = "- id: style/foo\n  check: words\n  severity: warning\n  message: 'no {text}'\n  why: No.\n  options: {list: words.txt}\n  bad: ['a ⟦baz⟧']\n  good: ['a bar']\n"
    (loaded,) = load(tmp_path, rule)
    (quoted,) = load(tmp_path, rule.replace("words.txt", "'words.txt'"))

    assert loaded.options.list == ("foo bar", "baz")
    assert quoted.options.list == ("words.txt",)


OPTIONS = {
    "a negative count": ("length", "{max: -3}", "“max” should be a whole number, not “-3”"),
    "a count too long": ("length", "{max: 9999999999}", "“max” should be a whole number"),
    "a count in other digits": ("length", "{max: ٣}", "“max” should be a whole number"),
    "limits the wrong way round": ("count", "{pattern: a, min: 3, max: 2}", "“min” (3) is more than “max” (2)"),
    "an empty item": ("words", "{list: [foo, '']}", "“list” has an empty text in it"),
    "a blank item": ("words", "{list: [foo, ' ']}", "a word or phrase to look for is empty"),
    "an empty key": ("substitution", "{swap: {'': foo}}", "a word or phrase to look for is empty"),
    "an empty value": ("substitution", "{swap: {foo: ''}}", "“swap” has an empty text in it"),
    "a group of one form": ("consistency", "{forms: [foo]}", "“foo” is no group of forms"),
    "a group with an empty form": ("consistency", "{forms: ['foo|']}", "“foo|” is no group of forms"),
    "a check without options": ("mojibake", "{list: [a]}", "“list” is no option here; it has none"),
}


@pytest.mark.parametrize("what", OPTIONS)
def test_options_that_cannot_work_are_told(tmp_path: Path, what: str) -> None:
    check, options, says = OPTIONS[what]
    text = GOOD.replace("check: pattern", f"check: {check}").replace("{pattern: '(?P<word>more|less) \\w+ ⟨then⟩'}", options)

    with pytest.raises(DataError) as caught:
        load(tmp_path, text)

    assert any(mistake.line == 6 and says in mistake.message for mistake in caught.value.mistakes), caught.value


def test_an_old_id_is_nobody_elses(tmp_path: Path) -> None:
    other = GOOD.replace("grammar/more-then", "grammar/other")

    with pytest.raises(DataError, match=r"house\.yaml:12: “grammar/old” stands twice"):
        load(tmp_path, GOOD.replace("  check:", "  replaces: grammar/old\n  check:", 1) + other + "  replaces: [grammar/old]\n")
    with pytest.raises(DataError, match="“grammar/other” stands twice"):
        load(tmp_path, GOOD + "  replaces: grammar/other\n" + other)


def test_one_id_stands_once(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"house.yaml:11: “grammar/more-then” stands twice \(first at .*house.yaml:1\)"):
        load(tmp_path, GOOD + GOOD)


@pytest.mark.parametrize("what", [None, *MISTAKES])
def test_the_schema_says_what_the_loader_says(what: str | None) -> None:
    text = GOOD if what is None else MISTAKES[what][0]
    valid = jsonschema.Draft202012Validator(SCHEMA).is_valid(yamldata.parse(text, "house.yaml").plain)

    assert valid == (what is None or what in BEYOND_SCHEMA)


def test_the_schema_names_every_check() -> None:
    assert SCHEMA["$defs"]["rule"]["properties"]["check"]["enum"] == sorted(CHECKS)
