"""Baselines: written, read, pruned, and true through edits."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]
FILE = "copydesk-baseline.json"
SLIP = "She went to to the bridge."


@pytest.fixture
def tree(copydesk: Command, work: Path) -> Path:
    """Two old stories with three slips, and a baseline of them."""
    (work / "old").mkdir()
    story(work, "old/a.txt", SLIP, f"{SLIP} Again and and again.")
    story(work, "old/b.txt", "It takes between 5 to 10 days, the mayor said.")
    assert copydesk("check", "--write-baseline", FILE).returncode == 0
    return work


def story(work: Path, name: str, *paragraphs: str) -> None:
    (work / name).write_text("\n\n".join(("Bridge stays shut", *paragraphs)) + "\n", encoding="utf-8")


def entries(work: Path) -> dict[str, dict[str, int]]:
    content = json.loads((work / FILE).read_text(encoding="utf-8"))
    assert content["version"] == 1
    files: dict[str, dict[str, int]] = content["files"]
    return files


def test_a_baseline_accepts_what_was_there_and_holds_no_word_of_it(copydesk: Command, tree: Path) -> None:
    assert {path: len(found) for path, found in entries(tree).items()} == {"old/a.txt": 3, "old/b.txt": 1}
    assert "bridge" not in (tree / FILE).read_text(encoding="utf-8")
    done = copydesk("check", "--baseline", FILE)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Silenced: 4 findings" in done.stderr
    assert "no longer" not in done.stderr
    assert copydesk("check").returncode == 1


def test_edits_elsewhere_do_not_break_it_and_new_findings_are_told(copydesk: Command, tree: Path) -> None:
    story(tree, "old/a.txt", "A first paragraph. Then and then.", SLIP, f"{SLIP} Again and and again.", "Late at at night.")
    done = copydesk("check", "--baseline", FILE)

    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == ["old/a.txt:9:6"]
    assert done.returncode == 1


def test_the_same_words_once_more_are_new(copydesk: Command, tree: Path) -> None:
    story(tree, "old/a.txt", SLIP, f"{SLIP} Again and and again.", SLIP)

    assert copydesk("check", "--baseline", FILE).stdout.count("to to") == 1


def test_entries_that_no_longer_occur_are_told_and_pruned_for_what_was_looked_at(copydesk: Command, tree: Path) -> None:
    story(tree, "old/a.txt", SLIP, f"{SLIP} Again and again.")
    (tree / "old" / "b.txt").unlink()

    part = copydesk("check", "--baseline", FILE, "old/a.txt")
    assert f"{FILE}: 1 entry of 1 file no longer occurs (--prune-baseline drops them)." in part.stderr
    assert "2 entries of 2 files no longer occur" in copydesk("check", "--baseline", FILE).stderr

    copydesk("check", "--baseline", FILE, "--prune-baseline", "old/a.txt")
    assert {path: len(found) for path, found in entries(tree).items()} == {"old/a.txt": 2, "old/b.txt": 1}
    copydesk("check", "--baseline", FILE, "--prune-baseline")
    assert {path: len(found) for path, found in entries(tree).items()} == {"old/a.txt": 2}
    assert "no longer" not in copydesk("check", "--baseline", FILE).stderr


def test_what_is_written_again_keeps_the_files_that_were_not_looked_at(copydesk: Command, tree: Path) -> None:
    before = entries(tree)
    story(tree, "old/a.txt", SLIP)
    copydesk("check", "--write-baseline", FILE, "old/a.txt")

    assert entries(tree) == {"old/a.txt": entries(tree)["old/a.txt"], "old/b.txt": before["old/b.txt"]}
    assert len(entries(tree)["old/a.txt"]) == 1


def test_the_same_findings_give_the_same_bytes(copydesk: Command, tree: Path) -> None:
    before = (tree / FILE).read_bytes()
    copydesk("check", "--write-baseline", FILE, "old/b.txt", "old/a.txt")
    assert (tree / FILE).read_bytes() == before
    copydesk("check", "--baseline", FILE, "--prune-baseline")
    assert (tree / FILE).read_bytes() == before


def test_a_configuration_can_name_it(copydesk: Command, tree: Path) -> None:
    (tree / "rules").mkdir()
    (tree / FILE).rename(tree / "rules" / FILE)
    (tree / ".copydesk.yaml").write_text(f"baseline: rules/{FILE}\n", encoding="utf-8")
    assert copydesk("check").returncode == 1, "paths in a baseline are relative to it"

    copydesk("check", "--write-baseline", f"rules/{FILE}")
    assert copydesk("check").returncode == 0
    assert "baseline: " in copydesk("config").stdout
    report = json.loads(copydesk("check", "--format", "json").stdout)
    assert {finding["suppressed_by"] for file in report["files"] for finding in file["findings"]} == {"baseline"}


def test_a_file_that_cannot_be_read_keeps_its_entries(copydesk: Command, tree: Path) -> None:
    (tree / "old" / "b.txt").write_bytes(b"\xff\xff")
    copydesk("check", "--baseline", FILE, "--prune-baseline")

    assert "old/b.txt" in entries(tree)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--baseline", "none.json"), "none.json: no such file or directory"),
        (("--baseline", "old/a.txt"), "no baseline of copydesk"),
        (("--write-baseline", FILE, "--baseline", FILE), "--write-baseline stands alone"),
        (("--write-baseline", FILE, "--select", "names"), "a part of the findings is no baseline"),
        (("--write-baseline", "no/where.json"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said(copydesk: Command, tree: Path, arguments: tuple[str, ...], says: str) -> None:
    before = (tree / FILE).read_bytes()
    done = copydesk("check", *arguments)

    assert done.returncode == 2
    assert says in done.stderr
    assert (tree / FILE).read_bytes() == before


@pytest.mark.parametrize("text", ["", "[]", '{"version": 1}', '{"version": 2, "files": {}}', '{"version": 1, "files": {"a": {"b": -1}}}', "[" * 100_000])
def test_a_broken_baseline_is_one_clear_line(copydesk: Command, tree: Path, text: str) -> None:
    (tree / FILE).write_text(text, encoding="utf-8")
    done = copydesk("check", "--baseline", FILE)

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert f"{FILE}:1: no baseline of copydesk" in done.stderr
