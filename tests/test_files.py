from pathlib import Path

import pytest

from linter.config import Config
from linter.files import Walk, walk


def found(monkeypatch: pytest.MonkeyPatch, folder: Path, *paths: str) -> Walk:
    monkeypatch.chdir(folder)
    return walk(paths or (".",), (".txt",), lambda _: Config())


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


def test_folders_are_walked_in_order_and_other_suffixes_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "b.txt", "a.txt", "sub/c.txt", "d.py", "README.txt", "node_modules/e.txt", ".git/f.txt")

    assert found(monkeypatch, tmp_path).files == ["a.txt", "b.txt", "sub/c.txt"]


def test_ignore_files_of_git_are_respected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "a.txt", "old/b.txt", "sub/c.txt", "sub/keep.txt", "sub/deep/d.txt", "x/e.txt")
    (tmp_path / ".gitignore").write_text("old/\n/sub/*.txt\n!keep.txt\n**/deep\n# no\n", encoding="utf-8")
    (tmp_path / "x" / ".gitignore").write_text("e.*\n", encoding="utf-8")

    assert found(monkeypatch, tmp_path).files == ["a.txt", "sub/keep.txt"]


def test_a_line_that_is_no_pattern_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    touch(tmp_path, "a.txt", "b.txt", "#c.txt", "!d.txt")
    (tmp_path / ".gitignore").write_text("[z-a].txt\n[]\n[\n[a\n/\n!\nb.txt\n\\#c.txt\n\\!d.txt\n", encoding="utf-8")

    assert found(monkeypatch, tmp_path).files == ["a.txt"]
    assert capfd.readouterr().err == ""


def test_links_are_not_followed_in_a_walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "a.txt")
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b.txt").symlink_to("a.txt")

    assert found(monkeypatch, tmp_path).files == ["a.txt"]


def test_a_named_file_that_is_excluded_is_said_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "README.txt", "a.txt")
    result = found(monkeypatch, tmp_path, "README.txt", "a.txt", "a.txt")

    assert result.files == ["a.txt"]
    assert result.skipped == 1
    assert result.notices == ["README.txt: skipped: “exclude” of copydesk's own default"]


def test_a_loop_of_links_is_a_failure_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")

    assert "round in a circle" in found(monkeypatch, tmp_path, "a.txt").failures[0].message
