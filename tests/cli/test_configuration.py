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
    "a file taken back": ("exclude: ['*.txt', '!a.txt']\n", ["error grammar/doubled-word"]),
    "a file not taken back": ("exclude: ['!a.txt', '*.txt']\n", []),
    "a file by class": ("exclude: ['[!b-z].txt']\n", []),
    "a real day": ("ignore: [{rule: grammar/doubled-word, until: 2999-02-28}]\n", []),
    "only a mark of YAML": ("---\n", ["error grammar/doubled-word"]),
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
    "an unknown rule to ignore": ("ignore:\n  - text: to to\n    rule: grammar/doubled-wrd\n", 3, "no rule “grammar/doubled-wrd”; did you mean"),
    "an unknown family to ignore": ("ignore: [{rule: gramar}]\n", 1, "no rule “gramar”"),
    "a day that is none": ("ignore: [{rule: grammar, until: 2026-02-30}]\n", 1, "“until” is a day, YYYY-MM-DD; not “2026-02-30”"),
    "rules that append": ("+rules: {grammar/doubled-word: off}\n", 1, "“+rules”: only +include, +exclude and lists of “accept” append"),
    "an ignore that appends": ("+ignore: []\n", 1, "“+ignore”: only +include, +exclude and lists of “accept” append"),
    "overrides that append": ("+overrides: []\n", 1, "“+overrides”: only +include, +exclude and lists of “accept” append"),
    "a language that appends": ("+language: en\n", 1, "“+language”: only +include, +exclude and lists of “accept” append"),
    "extends that append": ("+extends: [./house.yaml]\n", 1, "“+extends”: only +include, +exclude and lists of “accept” append"),
    "an unknown key that appends": ("+exclud: [a]\n", 1, "“+exclud” is no key of a configuration; did you mean “exclude”?"),
    "a range the wrong way round": ("exclude:\n  - 'a.txt'\n  - '[z-a].txt'\n", 3, "“[z-a].txt” in “exclude”: not a path pattern"),
    "an empty class": ("overrides: [{paths: ['[]'], rules: {}}]\n", 1, "“[]” in “paths”: not a path pattern"),
    "an ignored path that is none": ("ignore: [{rule: grammar, path: '[z-a]'}]\n", 1, "“[z-a]” in “path”: not a path pattern"),
    "a path of nothing": ("exclude: ['/']\n", 1, "“/” in “exclude”: it names no file"),
    "a pattern that cannot work": ("rules:\n  grammar/between-to:\n    options:\n      pattern: '(to'\n", 4, "pattern “(to”: “(” without “)”"),
    "a pattern without bound": ("rules:\n  grammar/between-to:\n    options:\n      pattern: ['a.*to']\n", 4, "bound it"),
    "a pattern that never matches": ("rules:\n  grammar/between-to:\n    options: {pattern: 'a “to'}\n", 3, "can never match"),
    "a pattern without the group of the message": (
        "rules:\n  grammar/then-for-than:\n    options: {pattern: 'more ⟨then⟩'}\n",
        3,
        "says “{word}”: a pattern needs a group (?P<word>…)",
    ),
    "an empty item of an option": ("rules:\n  grammar/doubled-word:\n    options: {allow: [to, '']}\n", 3, "has an empty text in it"),
    "a rule in two packs": ("extends: [./house.yaml, ./again.yaml]\n", 0, "“style/foo” stands twice"),
    "core as a pack": ("extends: [core]\n", 1, "“core” is always the base"),
    "an empty pack": ("extends: [./drafts]\n", 0, "drafts:1: no rule file"),
    "an ignore without a rule": ("ignore: [{text: to to}]\n", 1, "“rule” must be there"),
    "an ignore without a reason": ("require-reason: true\nignore: [{rule: grammar}]\n", 2, "gives no “reason”"),
}
BEYOND_SCHEMA = {
    "an unknown rule to ignore",
    "an unknown family to ignore",
    "a day that is none",
    "a range the wrong way round",
    "an empty class",
    "an ignored path that is none",
    "a path of nothing",
    "a pattern that cannot work",
    "a pattern without bound",
    "a pattern that never matches",
    "a pattern without the group of the message",
    "an empty item of an option",
    "a rule in two packs",
    "core as a pack",
    "an empty pack",
    "an unknown rule",
    "an unknown option",
    "an unknown kind",
    "an unknown pack",
    "a pack outside",
    "an ignore without a reason",
}

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
    (work / "again.yaml").write_text(RULE, encoding="utf-8")
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
    assert line == 0 or f".copydesk.yaml:{line}: " in done.stderr
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


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
    assert "Silenced: 1 finding (--show-suppressed)." in done.stderr

    (work / ".copydesk.yaml").write_text("accept: {pairs: [[Brandtner, Brantdner]]}\n", encoding="utf-8")
    report = json.loads(copydesk("check", "--format", "json", "drafts/a.txt").stdout)
    assert report["files"][0]["findings"][0]["suppressed_by"] == "accept"
    assert report["summary"]["suppressed"] == 1


def test_mistakes_of_configuration_rule_files_and_names_are_told_at_once(copydesk: Command, work: Path) -> None:
    prepare(work, "ruls: {}\nextends: [./house.yaml, ./more.yaml, ./words.yaml]\nrules: {grammar/doubled-wrd: off, style/foo: off}\n")
    (work / "house.yaml").write_text(RULE.replace("severity", "severty"), encoding="utf-8")
    (work / "more.yaml").write_text("language: fr\n", encoding="utf-8")
    (work / "words.yaml").write_text("- id: [\n", encoding="utf-8")
    done = copydesk("check", "drafts/a.txt")

    assert done.returncode == 2
    told = [line.rpartition("/work/")[2].split(": ")[0] for line in done.stderr.splitlines()]
    assert told == [".copydesk.yaml:1", ".copydesk.yaml:3", "house.yaml:1", "house.yaml:3", "more.yaml:1", "words.yaml:2"]


def test_globs_of_an_extended_file_are_relative_to_that_file(copydesk: Command, work: Path) -> None:
    prepare(work, "extends: [./house/ours.yaml]\n")
    (work / "house").mkdir()
    (work / "house" / "ours.yaml").write_text("+exclude: [drafts/]\n", encoding="utf-8")
    assert copydesk("check", "drafts/a.txt").returncode == 1

    (work / "house" / "ours.yaml").write_text("+exclude: ['/b.txt']\n", encoding="utf-8")
    (work / "house" / "b.txt").write_text(BAD, encoding="utf-8")
    assert copydesk("check").stdout.startswith("drafts/a.txt:3")
    assert "house/b.txt" not in copydesk("check").stdout


def test_lists_of_several_extended_files_add_up(copydesk: Command, work: Path) -> None:
    prepare(work, "extends: [./one.yaml, ./two.yaml]\n+exclude: [c.txt]\nignore: [{rule: grammar, text: c}]\n")
    for name in ("one", "two"):
        (work / f"{name}.yaml").write_text(
            f"+exclude: [{name}.txt]\naccept: {{+words: [{name}]}}\nignore: [{{rule: grammar, text: {name}}}]\n", encoding="utf-8"
        )
    shown = copydesk("config").stdout

    assert "node_modules/, one.txt, two.txt, c.txt  (" in shown
    assert "accept.words: one, two  (" in shown
    assert shown.count("ignore: ") == 3

    (work / ".copydesk.yaml").write_text("extends: [./one.yaml, ./two.yaml]\nexclude: [c.txt]\n", encoding="utf-8")
    shown = copydesk("config").stdout
    assert "exclude: c.txt  (" in shown


def test_a_file_that_many_extend_counts_once(copydesk: Command, work: Path) -> None:
    prepare(work, "extends: [./0.yaml, ./0.yaml]\n")
    for number in range(40):
        (work / f"{number}.yaml").write_text(f"extends: [./{number + 1}.yaml, ./{number + 1}.yaml]\n", encoding="utf-8")
    (work / "40.yaml").write_text("+exclude: [old/]\n", encoding="utf-8")
    assert copydesk("config").stdout.count("old/") == 1

    for number in range(200):
        (work / f"{number}.yaml").write_text(f"extends: [./{number + 1}.yaml]\n", encoding="utf-8")
    assert "more than 100 files and packs are extended in all" in copydesk("config").stderr

    (work / "0.yaml").write_text("extends: [./1.yaml]\n", encoding="utf-8")
    (work / "1.yaml").write_text("extends: [./0.yaml]\n", encoding="utf-8")
    assert "1.yaml:1: “./0.yaml” extends itself" in copydesk("config").stderr


def test_a_file_named_by_hand_is_not_called_found_in_the_tree(copydesk: Command, work: Path) -> None:
    prepare(work, "languagetool: managed\n")
    done = copydesk("check", "--config", ".copydesk.yaml", "drafts/a.txt")

    assert done.returncode == 2
    assert ".copydesk.yaml:1: “languagetool”: this version does not run LanguageTool yet" in done.stderr


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ('[tool]\ncopydesk.rules = {"grammar/doubled-word" = "off"}\n', True),
        ('[ tool . copydesk ]\nlanguage = "en-GB"\n[tool.copydesk.rules]\n"grammar/doubled-word" = "off"\n', True),
        ('tool.copydesk.rules."grammar/doubled-word" = "off"\n', True),
        ('["tool"."copydesk"]\nignore = [{rule = "grammar", text = "to to"}]\n', True),
        ("# [tool.copydesk] might stand here\n", False),
        ('[project]\ndependencies = ["copydesk"]\n', False),
        ('tool = 3\nname = "copydesk"\n', False),
        ("[project\nname = copydesk\n", False),
    ],
)
def test_a_project_file_is_read_as_toml_is(copydesk: Command, work: Path, text: str, counts: bool) -> None:
    prepare(work, "")
    (work / ".copydesk.yaml").unlink()
    (work / "pyproject.toml").write_text(text, encoding="utf-8")
    done = copydesk("check", "drafts/a.txt")

    assert done.returncode == (0 if counts else 1), done.stderr
    assert ("pyproject.toml" in copydesk("config", "drafts/a.txt").stdout) == counts


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("[project]\nname = 'x'\n[tool.copydesk]\nlanguage = 'fr'\n", 4, "“language” should be en"),
        ("[tool]\nname = 'x'\ncopydesk = 3\n", 3, "a configuration is a mapping"),
        ("[tool.copydesk]\nrules = {\n", 2, "not TOML"),
        ("[tool.copydesk]\n[tool.copydesk.rules.'grammar/doubled-word']\nseverty = 'off'\n", 3, "did you mean “severity”?"),
        ("[tool.copydesk]\nx." + "a." * 3000 + "b = 1\n", 2, "nested more than 40 levels deep"),
    ],
)
def test_mistakes_in_a_project_file_have_their_line(copydesk: Command, work: Path, text: str, line: int, says: str) -> None:
    prepare(work, "")
    (work / ".copydesk.yaml").unlink()
    (work / "pyproject.toml").write_text(text, encoding="utf-8")
    done = copydesk("check", "drafts/a.txt")

    assert done.returncode == 2
    assert f"pyproject.toml:{line}: " in done.stderr
    assert says in done.stderr


def test_the_way_to_a_file_decides_nothing(copydesk: Command, work: Path) -> None:
    prepare(work, "rules: {grammar/doubled-word: off}\n")
    inner = work / "drafts" / "inner"
    inner.mkdir()
    (inner / ".copydesk.yaml").write_text("language: en\n", encoding="utf-8")

    assert copydesk("check", "drafts/inner/../a.txt").stdout == ""
    assert "language: en  (copydesk" in copydesk("config", "drafts/inner/../a.txt").stdout


def test_a_rule_that_only_a_folder_brings_can_be_selected(copydesk: Command, work: Path) -> None:
    prepare(work, "")
    (work / "drafts" / ".copydesk.yaml").write_text("extends: [../house.yaml]\n", encoding="utf-8")

    assert copydesk("check", "--select", "style/foo").stdout.count("style/foo") == 2
    assert "no rule or family “style/fooo”; did you mean “style/foo”?" in copydesk("check", "--select", "style/fooo").stderr


def test_a_rule_of_another_country_waits_for_its_language(copydesk: Command, work: Path) -> None:
    prepare(work, "extends: [./house.yaml]\nlanguage: en-GB\n")
    for language, counts in (("en", True), ("en-GB", True), ("en-US", False)):
        (work / "house.yaml").write_text(f"{RULE}  language: {language}\n", encoding="utf-8")
        assert ("style/foo" in copydesk("check", "drafts/a.txt").stdout) == counts

    (work / ".copydesk.yaml").write_text("extends: [./house.yaml]\n", encoding="utf-8")
    (work / "house.yaml").write_text(f"{RULE}  language: en-GB\n", encoding="utf-8")
    assert "style/foo" not in copydesk("check", "drafts/a.txt").stdout


def test_a_rule_whose_engine_is_not_there_does_not_run(copydesk: Command, work: Path) -> None:
    prepare(work, "extends: [./house.yaml]\n")
    (work / "house.yaml").write_text(f"{RULE}  requires: languagetool\n", encoding="utf-8")

    assert "style/foo" not in copydesk("check", "drafts/a.txt").stdout
    assert copydesk("check", "--select", "style/foo", "drafts/a.txt").stdout == ""


def test_an_example_with_options_of_its_own_shows_that_the_rule_matches(copydesk: Command, work: Path) -> None:
    prepare(work, "extends: [./house.yaml]\n")
    text = RULE.replace("check: pattern", "check: words").replace("{pattern: bridge}", "{list: [nothing]}")
    (work / "house.yaml").write_text(text.replace("'a ⟦bridge⟧'", "{text: 'a ⟦bridge⟧', options: {list: [bridge]}}"), encoding="utf-8")

    assert copydesk("check", "drafts/a.txt").returncode == 1


def test_an_old_id_means_the_rule_everywhere_and_is_told_once(copydesk: Command, work: Path) -> None:
    prepare(work, "extends: [./house.yaml]\n")
    (work / "house.yaml").write_text(f"{RULE}  replaces: [grammar/old-foo, style/older]\n", encoding="utf-8")
    notice = "“grammar/old-foo” is called “style/foo” now"
    config = work / ".copydesk.yaml"
    assert "style/foo" in copydesk("check", "--select", "grammar/old-foo", "drafts/a.txt").stdout
    assert "style/foo" not in copydesk("check", "--ignore", "grammar/old-foo", "drafts/a.txt").stdout
    assert copydesk("explain", "grammar/old-foo").stdout.startswith("# style/foo")

    config.write_text("extends: [./house.yaml]\nrules: {grammar/old-foo: off}\n", encoding="utf-8")
    done = copydesk("check", "drafts/a.txt", "drafts/a.txt")
    assert "style/foo" not in done.stdout
    assert done.stderr.count(notice) == 1

    config.write_text("extends: [./house.yaml]\nignore: [{rule: grammar/old-foo}, {rule: grammar/old-foo, text: x}]\n", encoding="utf-8")
    done = copydesk("check", "drafts/a.txt")
    assert "style/foo" not in done.stdout
    assert done.stderr.count(notice) == 1

    config.write_text("extends: [./house.yaml]\n", encoding="utf-8")
    text = "# Bridge\n\n<!-- copydesk: ignore grammar/old-foo -- so it is -->\n\nThe bridge is shut.\n\n<!-- copydesk: off grammar/old-foo -- so -->\n\nThe bridge.\n"
    (work / "drafts" / "b.md").write_text(text, encoding="utf-8")
    done = copydesk("check", "drafts/b.md")
    assert [line.split(":")[1] for line in done.stdout.splitlines()] == ["1"]
    assert done.stderr.count(notice) == 1


def test_what_is_excluded_is_so_by_whatever_name_it_comes(copydesk: Command, work: Path) -> None:
    prepare(work, "")
    (work / "node_modules" / "x").mkdir(parents=True)
    (work / "node_modules" / "x" / "a.txt").write_text(BAD, encoding="utf-8")
    for arguments in (["node_modules/x/a.txt"], [str(work / "node_modules" / "x" / "a.txt")], ["-", "--stdin-filename", "README.txt"]):
        done = copydesk("check", "--format", "json", *arguments, stdin=BAD.encode())
        assert json.loads(done.stdout)["summary"] | {"skipped": 1, "files": 0, "findings": 0} == json.loads(done.stdout)["summary"]
        assert "skipped: “exclude”" in done.stderr

    (work / ".copydesk.yaml").write_text("include: ['drafts/**']\n", encoding="utf-8")
    assert copydesk("check", "-", stdin=BAD.encode()).returncode == 1
    assert copydesk("check", "-", "--stdin-filename", "print/a.txt", stdin=BAD.encode()).stdout == ""


def test_a_folder_here_does_not_stand_for_a_shipped_pack(copydesk: Command, work: Path) -> None:
    (work / "core").mkdir()
    (work / "core" / "x.yaml").write_text("- nothing\n", encoding="utf-8")

    assert copydesk("rules", "test", "core").returncode == 0
    assert "core/x.yaml:1: a rule is a mapping" in copydesk("rules", "test", "./core").stderr
