"""Where `copydesk check` puts its reports."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

Command = Callable[..., subprocess.CompletedProcess[str]]
BAD = "Bridge stays shut\n\nShe went to to the bridge.\n"


def test_several_formats_go_to_files_beside_the_text(copydesk: Command, work: Path) -> None:
    (work / "a.txt").write_text(BAD, encoding="utf-8")
    done = copydesk("check", "--format", "text", "--format", "sarif=a.sarif", "--format", "junit=a.xml", "a.txt")

    assert done.stdout.startswith("a.txt:3:10")
    assert json.loads((work / "a.sarif").read_text(encoding="utf-8"))["runs"][0]["results"][0]["fixes"]
    assert "<failure" in (work / "a.xml").read_text(encoding="utf-8")
    assert copydesk("check", "--format", "sarif", "--format", "text", "a.txt").returncode == 2


def test_a_report_is_written_whole_or_not_at_all_and_a_device_stays_one(copydesk: Command, work: Path) -> None:
    (work / "a.txt").write_text(BAD, encoding="utf-8")
    nowhere = copydesk("check", "--format", "json=no/where.json", "a.txt")
    assert nowhere.returncode == 2
    assert "no/where.json: cannot be written: no such file or directory" in nowhere.stderr

    os.mkfifo(work / "pipe")
    reader = subprocess.Popen(["cat", str(work / "pipe")], stdout=subprocess.PIPE)
    copydesk("check", "--format", "json=pipe", "a.txt")
    assert json.loads(reader.communicate(timeout=30)[0])["summary"]["error"] == 1
    assert (work / "pipe").is_fifo()
    assert sorted(path.name for path in work.iterdir()) == ["a.txt", "pipe"]


def test_github_gets_a_table_in_the_summary_of_the_step(copydesk: Command, work: Path) -> None:
    (work / "a.txt").write_text(BAD, encoding="utf-8")
    (work / "summary.md").write_text("before\n", encoding="utf-8")
    done = copydesk("check", "--format", "github", "a.txt", GITHUB_STEP_SUMMARY=str(work / "summary.md"))

    assert done.stdout.startswith("::error file=a.txt,line=3,")
    assert (work / "summary.md").read_text(encoding="utf-8").startswith("before\n### copydesk: 1 file: 1 error")


def test_without_text_no_word_of_the_copy_is_in_any_output(copydesk: Command, work: Path) -> None:
    (work / "a.txt").write_text(BAD, encoding="utf-8")
    done = copydesk("check", "--no-text", "--format", "text", "--format", "json=a.json", "a.txt")

    assert done.returncode == 1
    assert done.stdout.startswith("a.txt:3:10: error grammar/doubled-word ")
    assert "to to" not in done.stdout + done.stderr + (work / "a.json").read_text(encoding="utf-8")


def test_what_is_silenced_is_counted_and_shown_when_asked_for(copydesk: Command, work: Path) -> None:
    (work / "a.txt").write_text(BAD, encoding="utf-8")
    (work / ".copydesk.yaml").write_text("ignore: [{rule: grammar, reason: right}]\n", encoding="utf-8")
    done = copydesk("check", "a.txt")
    assert done.stdout == ""
    assert "Silenced: 1 finding (--show-suppressed)." in done.stderr

    shown = copydesk("check", "--show-suppressed", "a.txt")
    assert "[silenced by ignore (" in shown.stdout
    assert shown.returncode == 0
