"""`--diff-base` and `--staged` in real repositories."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]
OLD = "Bridge stays shut\n\nShe went to to the bridge.\n\nIt is shut.\n"
NEW = OLD + "\nHe saw the the boat.\n"


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always")
    return subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def commit(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")


@pytest.fixture
def repo(work: Path) -> Path:
    """One old story on main, and a branch that begins there."""
    git(work, "init", "-q")
    git(work, "checkout", "-qb", "main")
    commit(work, a=OLD)
    git(work, "checkout", "-qb", "topic")
    return work


def lines(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.returncode in (0, 1), done.stderr
    return [":".join(line.split(":")[:2]) for line in done.stdout.splitlines()]


def test_only_what_stands_on_changed_lines_is_told(copydesk: Command, repo: Path) -> None:
    assert lines(copydesk("check", "--diff-base", "main")) == []
    commit(repo, a=NEW)
    assert lines(copydesk("check", "--diff-base", "main")) == ["a.txt:7"]
    (repo / "a.txt").write_text(NEW.replace("It is shut.", "It saw the the end."), encoding="utf-8")
    assert lines(copydesk("check", "--diff-base", "main")) == ["a.txt:5", "a.txt:7"]


def test_a_file_that_git_does_not_know_is_new_throughout(copydesk: Command, repo: Path) -> None:
    (repo / "b.txt").write_text(OLD, encoding="utf-8")

    assert lines(copydesk("check", "--diff-base", "main")) == ["b.txt:3"]
    assert lines(copydesk("check", "--staged")) == []


def test_what_happened_on_the_other_branch_meanwhile_does_not_count(copydesk: Command, repo: Path) -> None:
    commit(repo, b="Ferry\n\nIt sank at at night.\n")
    git(repo, "checkout", "-q", "main")
    commit(repo, a=OLD.replace("to to", "to"))
    git(repo, "checkout", "-q", "topic")

    assert lines(copydesk("check", "--diff-base", "main")) == ["b.txt:3"]


def test_a_finding_counts_when_another_of_its_places_changed(copydesk: Command, repo: Path) -> None:
    story = "Manager resigns\n\nElena Brandtner has resigned.\n\nFriends of Ms Brantdner wept.\n"
    commit(repo, b=story)
    git(repo, "branch", "-f", "base")
    commit(repo, b=story + "\nMs Brandtner led the port. Ms Brandtner left.\n")

    assert lines(copydesk("check", "--diff-base", "base")) == ["b.txt:5"]


def test_a_renamed_file_is_followed(copydesk: Command, repo: Path) -> None:
    (repo / "sub").mkdir()
    git(repo, "mv", "a.txt", "sub/b.txt")
    git(repo, "commit", "-qm", "x")
    assert lines(copydesk("check", "--diff-base", "main")) == []
    (repo / "sub" / "b.txt").write_text(NEW, encoding="utf-8")
    assert lines(copydesk("check", "--diff-base", "main")) == ["sub/b.txt:7"]


def test_the_staged_text_is_what_is_read(copydesk: Command, repo: Path) -> None:
    (repo / "a.txt").write_text(NEW, encoding="utf-8")
    assert lines(copydesk("check", "--staged")) == []
    git(repo, "add", "a.txt")
    (repo / "a.txt").write_text("Something else altogether.\n\nIt is is.\n", encoding="utf-8")

    assert lines(copydesk("check", "--staged", "a.txt")) == ["a.txt:7"]


def test_before_the_first_commit_all_that_is_staged_is_new(copydesk: Command, work: Path) -> None:
    git(work, "init", "-q")
    (work / "a.txt").write_text(OLD, encoding="utf-8")
    git(work, "add", ".")

    assert lines(copydesk("check", "--staged")) == ["a.txt:3"]


def test_a_shallow_clone_works_or_says_what_to_fetch(copydesk: Command, repo: Path, tmp_path: Path) -> None:
    commit(repo, a=NEW)
    commit(repo, b=OLD)
    git(repo, "checkout", "-q", "main")
    commit(repo, c=OLD)
    git(repo, "merge", "-q", "--no-ff", "-m", "merge", "topic")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "2", "--no-single-branch", f"file://{repo}", str(clone))

    assert lines(copydesk("check", "--diff-base", "HEAD^1", cwd=clone)) == ["a.txt:7", "b.txt:3"]
    git(clone, "checkout", "-q", "topic")
    git(clone, "fetch", "-q", "--depth", "1", "origin", "main", "topic")
    cut = copydesk("check", "--diff-base", "origin/main", cwd=clone)
    assert cut.returncode == 2
    assert "git fetch --unshallow" in cut.stderr
    unknown = copydesk("check", "--diff-base", "origin/release", cwd=clone)
    assert "git fetch origin release:refs/remotes/origin/release" in unknown.stderr


SPOOF = 'Bridge\n\n++ b/other.txt\n++ "b/x"\n@@ -1,9 +1,9 @@\n-- a/a.txt\n\nIt is is shut.'


def test_odd_names_and_lines_that_look_like_a_patch(copydesk: Command, repo: Path) -> None:
    names = ['with "quotes"', "tab\there", "Ünï cödé", "new\nline", "-dash", " blank ", ":(glob)*", "back\\slash"]
    for name in names:
        (repo / f"{name}.txt").write_text(SPOOF, encoding="utf-8")
    commit(repo, a=NEW)
    for name in names:
        (repo / f"{name}.txt").write_text(SPOOF + "\n\nHe saw the the boat", encoding="utf-8")
    git(repo, "add", "-A")

    assert copydesk("check", "--staged").stdout.count(".txt:10:8: error grammar/doubled-word") == len(names)
    assert copydesk("check", "--diff-base", "HEAD").stdout.count("\n") == len(names)


def test_no_setting_of_a_repository_gets_in_the_way(copydesk: Command, repo: Path) -> None:
    proof = repo / "ran"
    program = repo / "program"
    program.write_text(f"#!/bin/sh\ntouch '{proof}'\n", encoding="utf-8")
    program.chmod(0o755)
    settings = {
        "diff.external": str(program),
        "diff.news.textconv": str(program),
        "diff.news.command": str(program),
        "core.fsmonitor": str(program),
        "core.pager": str(program),
        "diff.noprefix": "true",
        "diff.mnemonicPrefix": "true",
        "color.ui": "always",
        "diff.interHunkContext": "9",
        "diff.context": "9",
        "diff.relative": "true",
    }
    commit(repo, a=NEW)
    for name, value in settings.items():
        git(repo, "config", name, value)
    (repo / ".gitattributes").write_text("*.txt diff=news\na.txt -diff\n", encoding="utf-8")

    assert lines(copydesk("check", "--diff-base", "main", GIT_EXTERNAL_DIFF=str(program), GIT_DIFF_OPTS="--unified=9")) == ["a.txt:7"]
    assert not proof.exists()


def test_an_ignore_file_hides_nothing_that_git_holds(copydesk: Command, repo: Path) -> None:
    (repo / "sub").mkdir()
    (repo / "sub" / "b.txt").write_text(OLD, encoding="utf-8")
    commit(repo, a=NEW)
    (repo / ".gitignore").write_text("*.txt\n", encoding="utf-8")

    assert lines(copydesk("check", "--diff-base", "main")) == ["a.txt:7", "sub/b.txt:3"]
    assert lines(copydesk("check", "--diff-base", "main", "sub")) == ["sub/b.txt:3"]
    assert lines(copydesk("check")) == []


def test_a_name_is_no_option(copydesk: Command, repo: Path) -> None:
    done = copydesk("check", "--diff-base=--output=stolen")

    assert done.returncode == 2
    assert "is no name of a branch or commit" in done.stderr
    assert not list(repo.glob("stolen*"))


@pytest.mark.usefixtures("repo")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--diff-base", "nowhere"), "no branch or commit “nowhere” is here"),
        (("--diff-base", "main", "--staged"), "do not go together"),
        (("--staged", "-"), "stands alone"),
        (("--diff-base", "main", "--write-baseline", "x"), "a part of the findings is no baseline"),
        (("--diff-base", "main", "../out.txt"), "lies outside the repository"),
    ],
)
def test_what_cannot_be_done_is_said(copydesk: Command, work: Path, arguments: tuple[str, ...], says: str) -> None:
    (work.parent / "out.txt").write_text(OLD, encoding="utf-8")
    done = copydesk("check", *arguments)

    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_a_repository_or_git_it_is_said(copydesk: Command, work: Path) -> None:
    assert "git says: not a git repository" in copydesk("check", "--staged", GIT_CEILING_DIRECTORIES=str(work.parent)).stderr
    assert "git is not installed" in copydesk("check", "--staged", PATH="/nowhere").stderr


def test_from_a_folder_of_the_repository_paths_are_its_own(copydesk: Command, repo: Path) -> None:
    (repo / "sub").mkdir()
    (repo / "sub" / "b.txt").write_text(OLD, encoding="utf-8")
    git(repo, "add", ".")

    assert lines(copydesk("check", "--staged", cwd=repo / "sub")) == ["b.txt:3"]
    assert lines(copydesk("check", "--staged", "../sub/b.txt", cwd=repo / "sub")) == ["../sub/b.txt:3"]
