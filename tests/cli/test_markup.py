"""Markdown and HTML through the command: true places, directives, rules by field, what is never linted."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]

PROSE = "Mr Al-Kadhimi spoke in Baghdad. Later Mr Al-Kadhimi left. {} went home."
SPELLINGS = {
    "in Markdown": ("a.md", PROSE.format("Mr Al-**Khad**imi&rsquo;s wife"), "Al-**Khad**imi"),
    "in HTML": ("a.html", f"<p>{PROSE.format('Mr Al-<b>Khad</b>imi&rsquo;s wife')}</p>", "Al-<b>Khad</b>imi"),
    "in a folded scalar": ("a.md", f"---\ndescription: >\n  The wife of Mr\n  Al-**Khad**imi went\n  home\n---\n{PROSE.format('He')}", "Al-**Khad**imi"),
    "in a string of TOML": ("a.md", f'+++\ndescription = "Mr Al\\u002dKhadimi\\u2019s wife"\n+++\n{PROSE.format("He")}', "Al\\u002dKhadimi"),
}


def findings(copydesk: Command, *arguments: str) -> list[dict[str, Any]]:
    report = json.loads(copydesk("check", "--format", "json", "--show", "suggestion", *arguments).stdout)
    return [finding for file in report["files"] for finding in file["findings"]]


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return text


@pytest.mark.parametrize("case", SPELLINGS)
def test_a_name_is_one_name_through_its_markup(copydesk: Command, work: Path, case: str) -> None:
    name, source, spelled = SPELLINGS[case]
    write(work, name, source)
    (finding,) = findings(copydesk, "--select", "names", name)

    assert finding["text"] == spelled == source[finding["start"] : finding["end"]]
    assert "“Al-Khadimi”" in finding["message"]
    assert "“Al-Kadhimi”" in finding["message"]
    assert finding["fixes"] == []


def test_a_fault_in_a_folded_scalar_has_its_true_place(copydesk: Command, work: Path) -> None:
    source = write(work, "a.md", "---\ntitle: Shut\ndescription: >\n  She went\n  to *to* the\n  bridge\n---\nIt is shut.\n")
    (finding,) = findings(copydesk, "a.md")

    assert (finding["line"], finding["column"], finding["text"]) == (5, 3, "to *to")
    assert source[finding["start"] : finding["end"]] == "to *to"


ARTICLE = ["Bridge stays shut", "She went to to the bridge.", "READ MORE: Ferry fares to rise", "It takes between 5 to 10 days."]
FORMS = {
    "a.txt": "\n\n".join(ARTICLE),
    "a.md": f"---\ntitle: {ARTICLE[0]}\nslug: to-to\n---\n\n{ARTICLE[1]}\n\n**READ MORE:** Ferry fares to rise\n\n{ARTICLE[3]}\n",
    "a.html": "<!doctype html><title>Shut</title><nav><p>to to</p></nav><article><h1>{}</h1><p>{}</p><p>{}</p><p>{}</p></article>".format(*ARTICLE),
}


@pytest.mark.parametrize("name", FORMS)
def test_an_article_has_the_same_faults_in_every_form(copydesk: Command, work: Path, name: str) -> None:
    source = write(work, name, FORMS[name])
    found = findings(copydesk, name)

    assert [finding["rule"] for finding in found] == ["grammar/doubled-word", "placeholders/related-link", "grammar/between-to"]
    assert all(finding["text"] == source[finding["start"] : finding["end"]] for finding in found)
    assert found[0]["text"] == "to to"


def test_what_is_no_copy_is_never_linted(copydesk: Command, work: Path) -> None:
    write(
        work,
        "a.md",
        "---\nslug: the the\n# the the\ndate: 2026-11-24\n---\n\nSee `the the`, <https://example.org/the/the>, https://example.org/the.the?the=the and the-the@example.org "
        '{{< link "the the" >}}.\n\n    the the\n\n<div class="the the" data-a="the the"><p>It is shut.</p></div>\n',
    )

    assert findings(copydesk, "a.md") == []


DIRECTIVES = {
    "ignore, for the next block": ("<!-- copydesk: ignore grammar/doubled-word -- as sung -->\n\na a day\n\nan an hour", ["an an"]),
    "off and on": (
        "an an hour\n\n<!-- copydesk: off grammar -->\n\na a day\n\nan an hour\n\n<!-- copydesk: on grammar -->\n\nthe the day",
        ["an an", "the the"],
    ),
    "off to the end": ("<!-- copydesk: off grammar/doubled-word -->\n\na a day\n\nan an hour", []),
    "ignore-file, wherever it stands": ("a a day\n\n<!-- copydesk: ignore-file grammar/doubled-word, names -->", []),
    "another rule": ("<!-- copydesk: ignore-file names -->\n\na a day", ["a a"]),
}


@pytest.mark.parametrize("case", DIRECTIVES)
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_directive_silences_and_is_counted(copydesk: Command, work: Path, name: str, case: str) -> None:
    text, left = DIRECTIVES[case]
    blocks = text.split("\n\n")
    write(work, name, "\n\n".join(block if name == "a.md" or block.startswith("<") else f"<p>{block}</p>" for block in blocks))
    found = findings(copydesk, name)

    assert [finding["text"] for finding in found if not finding["suppressed_by"]] == left
    assert all("directive (line " in finding["suppressed_by"] for finding in found if finding["text"] not in left)


@pytest.mark.parametrize(
    ("directive", "says"),
    [
        ("<!-- copydesk: ignore -->", "copydesk: a.md:3: the directive names no rule: write"),
        (
            "<!-- copydesk: ignore grammar/doubled-wrd -->",
            "copydesk: a.md:3: the directive names no rule: “grammar/doubled-wrd”; did you mean “grammar/doubled-word”?",
        ),
        ("<!-- copydesk: hush grammar -->", "copydesk: a.md:3: a directive says ignore, off, on, ignore-file, not “hush”"),
    ],
)
def test_a_directive_that_means_nothing_is_an_error(copydesk: Command, work: Path, directive: str, says: str) -> None:
    write(work, "a.md", f"It is shut.\n\n{directive}\n\nShe went to to the bridge.\n")
    done = copydesk("check", "a.md")

    assert done.returncode == 2
    assert says in done.stderr
    assert "a.md:5:10" in done.stdout


def test_front_matter_that_cannot_be_read_is_told_and_the_rest_is_linted(copydesk: Command, work: Path) -> None:
    write(work, "a.md", "---\ntitle: [\n---\n\nShe went to to the bridge.\n")
    done = copydesk("check", "a.md")

    assert done.returncode == 2
    assert "copydesk: a.md:3: front matter: not YAML" in done.stderr
    assert "a.md:5:10: error grammar/doubled-word" in done.stdout


def test_rules_may_depend_on_the_fields_of_an_article(copydesk: Command, work: Path) -> None:
    write(
        work,
        ".copydesk.yaml",
        "overrides: [{when: {section: [opinion, letters]}, rules: {grammar: off, grammar/doubled-word: off}}]\n".replace("grammar: off, ", ""),
    )
    for section in ("Opinion", "News"):
        write(work, f"{section}.md", f"---\nsection: {section}\n---\n\nShe went to to the bridge.\n")
    write(work, "toml.md", '+++\n[params]\nsection = ["world", "letters"]\n+++\n\nShe went to to the bridge.\n')

    assert findings(copydesk, "Opinion.md", "toml.md") == []
    assert len(findings(copydesk, "News.md")) == 1


def test_a_site_may_name_its_own_fields(copydesk: Command, work: Path) -> None:
    write(work, ".copydesk.yaml", "fields: {zeile: kicker, title: off}\noverrides: [{when: {kind: [poll]}, fields: {frage: standfirst}}]\n")
    write(work, "a.md", "---\nzeile: By by night\ntitle: The the\nfrage: A a day\n---\nIt is shut.\n")
    write(work, "b.md", "---\nkind: poll\nfrage: A a day\n---\nIt is shut.\n")

    assert [finding["text"] for finding in findings(copydesk, "a.md")] == ["By by"]
    assert [finding["text"] for finding in findings(copydesk, "b.md")] == ["A a"]


def test_the_name_for_stdin_decides_how_it_is_read(copydesk: Command) -> None:
    done = copydesk("check", "-", "--stdin-filename", "a.html", stdin=b"<p>She went to <i>to</i> the bridge.</p>")

    assert "a.html:1:13: error grammar/doubled-word" in done.stdout
