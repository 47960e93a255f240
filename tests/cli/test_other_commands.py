"""inspect, rules, explain, init, config."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Command = Callable[..., subprocess.CompletedProcess[str]]
STORY = """Bridge stays shut

Mayor Ann Brandt said: “We will wait.

“We will not open it,” she added.

Ms Brandt left.
"""


def test_inspect_shows_the_layers_as_the_contract_says(copydesk: Command, work: Path) -> None:
    (work / "a.txt").write_text(STORY, encoding="utf-8")
    seen = json.loads(copydesk("inspect", "--format", "json", "a.txt").stdout)

    assert list(seen) == ["version", "path", "genre", "blocks", "sentences", "quotes", "names", "attributions", "readability"]
    assert [block["role"] for block in seen["blocks"]] == ["headline", "paragraph", "paragraph", "paragraph"]
    assert [STORY[s : s + 9] for quote in seen["quotes"] for s, _ in quote["spans"]] == ["“We will ", "“We will "]
    assert [sentence["attributed"] for sentence in seen["sentences"]] == [False, True, True, False]
    assert seen["names"][0]["canonical"] == "Ann Brandt"
    assert [form["text"] for form in seen["names"][0]["forms"]] == ["Ann Brandt", "Brandt"]


def test_inspect_as_text_and_csv(copydesk: Command, work: Path) -> None:
    (work / "a.txt").write_text(STORY, encoding="utf-8")

    assert "attributions (" in copydesk("inspect", "a.txt").stdout
    assert copydesk("inspect", "--layer", "names", "--format", "csv", "a.txt").stdout.splitlines()[:2] == [
        "canonical,variants,not,note,source,checked,forms,count,lines",
        "Ann Brandt,,,,,,Ann Brandt|Brandt,2,3 7",
    ]
    assert copydesk("inspect", "--format", "csv", "a.txt").returncode == 2


def test_explain_shows_the_page_of_a_rule(copydesk: Command) -> None:
    done = copydesk("explain", "grammar/between-to")

    assert done.stdout.startswith("# grammar/between-to")
    assert "⟦to⟧" in done.stdout
    assert copydesk("explain", "grammar/between-too").returncode == 2


def test_init_writes_a_configuration_that_works_and_never_over_an_old_one(copydesk: Command, work: Path) -> None:
    assert copydesk("init").returncode == 0
    first = (work / ".copydesk.yaml").read_text(encoding="utf-8")
    assert copydesk("check").returncode == 0
    assert copydesk("init").returncode == 2
    assert (work / ".copydesk.yaml").read_text(encoding="utf-8") == first


def test_config_says_where_each_value_came_from(copydesk: Command, work: Path) -> None:
    (work / ".copydesk.yaml").write_text("rules:\n  grammar/doubled-word: warning\nlanguage: en-GB\n", encoding="utf-8")
    done = copydesk("config", "a.txt")

    assert "language: en-GB  (" in done.stdout
    assert ".copydesk.yaml:3)" in done.stdout
    assert "rules: grammar/doubled-word: warning  (" in done.stdout
    assert "include: nothing  (copydesk's own default)" in done.stdout


def test_rules_lists_and_tests(copydesk: Command, work: Path) -> None:
    assert "grammar/doubled-word" in copydesk("rules").stdout
    good = "- id: style/foo\n  check: words\n  severity: warning\n  message: 'no {text}'\n  why: No.\n  options: {list: [foo]}\n  bad: ['a ⟦foo⟧']\n  good: ['a bar']\n"
    (work / "house.yaml").write_text(good, encoding="utf-8")
    assert copydesk("rules", "test", "house.yaml").returncode == 0
    (work / "house.yaml").write_text(good.replace("'a bar'", "'a foo bar'"), encoding="utf-8")
    failing = copydesk("rules", "test", "house.yaml")
    assert failing.returncode == 1
    assert failing.stdout.startswith("house.yaml:8: style/foo: found 'a ⟦foo⟧ bar'")
