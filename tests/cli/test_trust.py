"""What is found in a tree is data: it reads nothing outside its repository, and costs little whatever it is."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]
RULE = "- id: style/foo\n  check: words\n  severity: error\n  message: 'no {text}'\n  why: No.\n  options: {list: foo.txt}\n  bad: ['a ⟦ferry⟧']\n  good: ['a bar']\n"
LINE = "s3cret: 1\n"


@pytest.fixture
def repository(work: Path) -> Path:
    """A repository with a draft; beside it lies what is not its business."""
    (work / ".git").mkdir()
    (work / "a.txt").write_text("Bridge stays shut\n\nThe ferry sails.\n", encoding="utf-8")
    (work.parent / "secret.yaml").write_text(LINE, encoding="utf-8")
    (work.parent / "secret.txt").write_text("ferry\n", encoding="utf-8")
    (work / "foo.txt").write_text("ferry\n", encoding="utf-8")
    return work


def refused(copydesk: Command, *arguments: str) -> str:
    done = copydesk("check", "a.txt", *arguments)
    assert done.returncode == 2
    assert "s3cret" not in done.stdout + done.stderr
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


def test_a_configuration_that_is_a_link_out_of_the_repository_is_not_read(copydesk: Command, repository: Path) -> None:
    (repository / ".copydesk.yaml").symlink_to(repository.parent / "secret.yaml")

    assert ".copydesk.yaml:1: the configuration lies outside" in refused(copydesk)


def test_a_link_within_the_repository_is_fine(copydesk: Command, repository: Path) -> None:
    (repository / "house").mkdir()
    (repository / "house" / "ours.yaml").write_text("rules: {}\nlanguage: en-GB\n", encoding="utf-8")
    (repository / ".copydesk.yaml").symlink_to("house/ours.yaml")

    assert copydesk("check", "a.txt").returncode == 0
    assert "language: en-GB" in copydesk("config").stdout


def test_a_project_file_that_is_a_link_out_of_the_repository_is_none(copydesk: Command, repository: Path) -> None:
    (repository.parent / "other.toml").write_text("[tool.copydesk]\ns3cret = 1\n", encoding="utf-8")
    (repository / "pyproject.toml").symlink_to(repository.parent / "other.toml")

    assert copydesk("check", "a.txt").returncode == 0


@pytest.mark.parametrize("target", ["../secret.yaml", "/dev/zero"])
def test_a_file_of_a_pack_that_leads_out_is_not_read(copydesk: Command, repository: Path, target: str) -> None:
    (repository / "pack").mkdir()
    (repository / "pack" / "rules.yaml").symlink_to(repository / target)
    (repository / ".copydesk.yaml").write_text("extends: [./pack]\n", encoding="utf-8")

    assert "rules.yaml:1: the rule file lies outside" in refused(copydesk)


@pytest.mark.parametrize("target", ["../secret.yaml", "/dev/zero", "pipe"])
def test_what_is_extended_stays_within(copydesk: Command, repository: Path, target: str) -> None:
    import os

    if target == "pipe":
        os.mkfifo(repository / "pipe")
    (repository / "house.yaml").symlink_to(repository / target)
    (repository / ".copydesk.yaml").write_text("extends: [./house.yaml]\n", encoding="utf-8")

    assert ".copydesk.yaml:1: “./house.yaml” " in refused(copydesk)


@pytest.mark.parametrize("target", ["../secret.txt", "/dev/zero"])
def test_a_word_list_stays_within(copydesk: Command, repository: Path, target: str) -> None:
    (repository / "house.yaml").write_text(RULE, encoding="utf-8")
    (repository / ".copydesk.yaml").write_text("extends: [./house.yaml]\n", encoding="utf-8")
    assert copydesk("check", "a.txt").returncode == 1

    (repository / "foo.txt").unlink()
    (repository / "foo.txt").symlink_to(repository / target)
    assert "house.yaml:6: “list” names a word list that lies outside" in refused(copydesk)


def test_a_word_list_of_a_configuration_stays_within(copydesk: Command, repository: Path) -> None:
    (repository / ".copydesk.yaml").write_text("rules:\n  grammar/doubled-word:\n    options: {allow: ../secret.txt}\n", encoding="utf-8")

    assert ".copydesk.yaml:3: “allow” names a word list that lies outside" in refused(copydesk)


def test_a_named_configuration_is_bounded_by_its_own_folder(copydesk: Command, repository: Path) -> None:
    house = repository.parent / "house"
    house.mkdir()
    (house / "ours.yaml").write_text("extends: [./more.yaml]\n", encoding="utf-8")
    (house / "more.yaml").write_text("language: en-GB\n", encoding="utf-8")
    assert copydesk("check", "a.txt", "--config", "../house/ours.yaml").returncode == 0

    (house / "ours.yaml").write_text("extends: [../secret.yaml]\n", encoding="utf-8")
    assert "lies outside" in refused(copydesk, "--config", "../house/ours.yaml")


def test_a_file_without_end_is_too_large(copydesk: Command, repository: Path) -> None:  # noqa: ARG001
    assert "/dev/zero: too large: at most 4,000,000 bytes" in refused(copydesk, "--config", "/dev/zero")
    assert copydesk("rules", "test", "/dev/zero").returncode == 2


def test_an_ignore_file_that_is_a_link_is_not_followed(copydesk: Command, repository: Path) -> None:
    (repository / ".gitignore").symlink_to("/dev/zero")

    assert copydesk("check").returncode == 0
