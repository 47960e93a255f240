"""`copydesk ignore`, and what is told of entries that silence nothing."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]
BAD = "Bridge stays shut\n\nShe went to to the bridge.\n\nHe went to to the the bank.\n"


@pytest.fixture
def fingerprints(copydesk: Command, work: Path) -> list[str]:
    (work / "drafts").mkdir()
    (work / ".git").mkdir()
    (work / "drafts" / "a.txt").write_text(BAD, encoding="utf-8")
    report = json.loads(copydesk("check", "--format", "json").stdout)
    return [finding["fingerprint"] for file in report["files"] for finding in file["findings"]]


def test_a_finding_is_accepted_by_its_fingerprint(copydesk: Command, work: Path, fingerprints: list[str]) -> None:
    done = copydesk("ignore", fingerprints[2][:12], "--reason", "it’s a name: The The", "--until", "2999-12-31")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("drafts/a.txt:5: grammar/doubled-word is accepted, in ")
    written = (work / ".copydesk.yaml").read_text(encoding="utf-8")
    assert written == "ignore:\n  - {path: 'drafts/a.txt', rule: grammar/doubled-word, text: 'the the', reason: 'it’s a name: The The', until: 2999-12-31}\n"

    after = copydesk("check", "--report-unused")
    assert after.stdout.count("to to") == 2
    assert "Silenced: 1 finding" in after.stderr
    assert "silences nothing" not in after.stderr
    assert "silenced already, by ignore" in copydesk("ignore", fingerprints[2], "--reason", "again").stdout
    assert (work / ".copydesk.yaml").read_text(encoding="utf-8") == written


def test_a_finding_that_is_not_there_or_not_clear_is_said(copydesk: Command, work: Path, fingerprints: list[str]) -> None:
    assert "no finding here has the fingerprint" in copydesk("ignore", "abcdef123456", "--reason", "x").stderr
    assert "too short" in copydesk("ignore", fingerprints[0][:3], "--reason", "x").stderr
    assert copydesk("ignore", fingerprints[0]).returncode == 2
    assert copydesk("ignore", fingerprints[0], "--reason", " ").returncode == 2
    assert copydesk("ignore", fingerprints[0], "--reason", "x", "--until", "soon").returncode == 2
    (work / "drafts" / "b.txt").write_text(BAD, encoding="utf-8")
    assert "2 findings have the fingerprint" in copydesk("ignore", fingerprints[0], "--reason", "x").stderr
    assert copydesk("ignore", fingerprints[0], "drafts/b.txt", "--reason", "x").returncode == 0


def test_a_project_file_is_not_edited(copydesk: Command, work: Path, fingerprints: list[str]) -> None:
    (work / "pyproject.toml").write_text("[tool.copydesk]\nlanguage = 'en'\n", encoding="utf-8")
    done = copydesk("ignore", fingerprints[0], "--reason", "x")

    assert done.returncode == 2
    assert "[[tool.copydesk.ignore]]" in done.stderr


UNUSED = """\
ignore:
  - {rule: grammar/doubled-word, path: drafts/a.txt, text: the the, reason: used}
  - {rule: grammar/doubled-word, path: drafts/a.txt, text: so so, reason: gone}
  - {rule: names, path: 'drafts/*.txt', reason: nothing}
  - {rule: names, reason: nothing}
  - {rule: names, path: drafts/b.txt, reason: another file}
  - {rule: names, path: drafts/a.txt, until: 2001-01-01, reason: of the past}
"""


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [(("drafts/a.txt",), [3]), ((".",), [3, 4, 5]), (("drafts",), [3]), ((".", "--select", "names"), [4, 5]), ((".", "--ignore", "names"), [3])],
)
@pytest.mark.usefixtures("fingerprints")
def test_entries_that_silence_nothing_are_told_if_what_they_speak_of_was_looked_at(
    copydesk: Command, work: Path, arguments: tuple[str, ...], lines: list[int]
) -> None:
    (work / ".copydesk.yaml").write_text(UNUSED, encoding="utf-8")
    done = copydesk("check", "--report-unused", "--format", "json", *arguments)

    told = json.loads(done.stdout)["unused"]
    assert [entry["line"] for entry in told] == lines
    assert done.stderr.count("silences nothing\n") == len(lines)
    assert json.loads(copydesk("check", "--format", "json", *arguments).stdout)["unused"] == []
