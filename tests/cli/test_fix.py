"""`copydesk fix`: what it changes, and all that it leaves as it is."""

import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]
BAD = "Bridge stays shut\n\nIt takes between 5 to 10 days. He could of gone.\n\nElena Brandtner spoke. Ms Brandtner left. Ms Brantdner wept.\n"
SAFE = BAD.replace("5 to 10", "5 and 10").replace("could of", "could have")
ALL = SAFE.replace("Brantdner", "Brandtner")


def fixed(copydesk: Command, work: Path, data: bytes, *arguments: str) -> bytes:
    path = work / "a.txt"
    path.write_bytes(data)
    first = copydesk("fix", *arguments, "a.txt")
    after = path.read_bytes()
    second = copydesk("fix", *arguments, "a.txt")
    assert path.read_bytes() == after, "a second run changes nothing"
    assert second.stdout == ""
    assert first.returncode in (0, 1), first.stderr
    return after


def test_safe_fixes_are_applied_and_the_rest_only_when_asked_for(copydesk: Command, work: Path) -> None:
    assert fixed(copydesk, work, BAD.encode()) == SAFE.encode()
    assert fixed(copydesk, work, BAD.encode(), "--unsafe") == ALL.encode()


def test_what_is_left_is_said_and_is_exit_1(copydesk: Command, work: Path) -> None:
    (work / "a.txt").write_text(BAD, encoding="utf-8")
    done = copydesk("fix", "a.txt")
    assert done.stdout == "a.txt: 2 fixed\n"
    assert done.stderr == "2 fixes in 1 file; 1 error, 0 warnings, 0 suggestions left.\n"
    assert done.returncode == 1
    assert copydesk("fix", "--fail-on", "never", "a.txt").returncode == 0
    assert copydesk("fix", "--unsafe", "a.txt").returncode == 0


def test_a_difference_can_be_applied_and_changes_nothing_itself(copydesk: Command, work: Path) -> None:
    (work / "a.txt").write_bytes(BAD.rstrip("\n").encode())
    done = copydesk("fix", "--diff", "--unsafe", "a.txt")
    assert done.returncode == 1
    assert (work / "a.txt").read_bytes() == BAD.rstrip("\n").encode()

    subprocess.run(["git", "apply", "-"], cwd=work, input=done.stdout.encode(), check=True)
    assert (work / "a.txt").read_bytes() == ALL.rstrip("\n").encode()
    assert copydesk("fix", "--diff", "--unsafe", "a.txt").returncode == 0


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_mark_encoding_and_line_ends_stay(copydesk: Command, work: Path, encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    named = ("--encoding", encoding) if encoding == "cp1252" else ()
    before, after = (text.replace("\n", "\r\n").replace("Elena", "Éléna") for text in (BAD, SAFE))

    assert fixed(copydesk, work, mark + before.encode(encoding), *named) == mark + after.encode(encoding)


def test_mode_and_link_stay(copydesk: Command, work: Path) -> None:
    (work / "real.txt").write_text(BAD, encoding="utf-8")
    (work / "real.txt").chmod(0o640)
    (work / "a.txt").symlink_to("real.txt")
    copydesk("fix", "a.txt")

    assert (work / "a.txt").is_symlink()
    assert (work / "real.txt").read_text(encoding="utf-8") == SAFE
    assert stat.S_IMODE((work / "real.txt").stat().st_mode) == 0o640
    assert sorted(os.listdir(work)) == ["a.txt", "real.txt"]


def test_a_quotation_is_left_as_it_was_said(copydesk: Command, work: Path) -> None:
    said = "“Ms Brantdner could of wept between 5 to 10 times,” he said. Ms Brandtner spoke. Ms Brandtner stayed. "

    assert fixed(copydesk, work, (BAD + "\n" + said + "Ms Brantdner left.\n").encode(), "--unsafe").decode() == ALL + "\n" + said + "Ms Brandtner left.\n"


def test_what_is_silenced_is_left(copydesk: Command, work: Path) -> None:
    (work / ".copydesk.yaml").write_text("ignore: [{rule: grammar/between-to, reason: so it is}]\n", encoding="utf-8")
    assert fixed(copydesk, work, BAD.encode()) == BAD.replace("could of", "could have").encode()
    (work / ".copydesk.yaml").unlink()
    (work / "a.txt").write_text(BAD, encoding="utf-8")
    copydesk("check", "--write-baseline", "b.json", "a.txt")
    assert fixed(copydesk, work, BAD.encode(), "--unsafe", "--baseline", "b.json") == BAD.encode()
    assert fixed(copydesk, work, BAD.encode(), "--select", "names", "--unsafe") == BAD.replace("Brantdner", "Brandtner").encode()


def test_only_changed_lines_are_fixed(copydesk: Command, work: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=work, check=True)
    (work / "a.txt").write_text(BAD, encoding="utf-8")
    subprocess.run(["git", "add", "."], cwd=work, check=True)
    subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "x"], cwd=work, check=True)
    added = "\nHe should of known.\n"

    assert fixed(copydesk, work, (BAD + added).encode(), "--diff-base", "HEAD") == (BAD + added.replace("of", "have")).encode()
    (work / "a.txt").write_text(BAD + added, encoding="utf-8")
    subprocess.run(["git", "add", "."], cwd=work, check=True)
    (work / "a.txt").write_text(BAD + added + "\nAnd more.\n", encoding="utf-8")
    other = copydesk("fix", "--staged", "a.txt")
    assert other.returncode == 2
    assert "a.txt: is not what is staged; it stays as it is" in other.stderr


RULES = """\
- {id: style/one, check: substitution, severity: warning, message: x, why: x, options: {swap: {ferry: boat}}, fix: {replace: '{replacement}', safety: safe}, bad: ['a ⟦ferry⟧'], good: [a]}
- {id: style/two, check: substitution, severity: warning, message: x, why: x, options: {swap: {boat: SECOND}}, fix: {replace: '{replacement}', safety: safe}, bad: ['a ⟦boat⟧'], good: [a]}
"""


def test_one_fix_may_make_room_for_another_but_not_for_ever(copydesk: Command, work: Path) -> None:
    (work / ".copydesk.yaml").write_text("extends: [./house.yaml]\n", encoding="utf-8")
    (work / "house.yaml").write_text(RULES.replace("SECOND", "ship"), encoding="utf-8")
    assert fixed(copydesk, work, b"Late\n\nThe ferry is late.\n") == b"Late\n\nThe ship is late.\n"

    (work / "house.yaml").write_text(RULES.replace("SECOND", "ferry"), encoding="utf-8")
    (work / "a.txt").write_text("Late\n\nThe ferry is late.\n", encoding="utf-8")
    done = copydesk("fix", "a.txt")
    assert done.returncode == 2
    assert "a.txt: its fixes come to no end after 10 rounds; nothing is changed" in done.stderr
    assert (work / "a.txt").read_text(encoding="utf-8") == "Late\n\nThe ferry is late.\n"


def test_a_letter_that_the_encoding_lacks_costs_only_this_file(copydesk: Command, work: Path) -> None:
    (work / ".copydesk.yaml").write_text("extends: [./house.yaml]\n", encoding="utf-8")
    (work / "house.yaml").write_text(RULES.replace("SECOND", "šłup"), encoding="utf-8")
    (work / "a.txt").write_bytes("Late\n\nThe boat is “late”.\n".encode("cp1252"))
    (work / "b.txt").write_bytes(b"Late\n\nIt takes between 5 to 10 days.\n")
    done = copydesk("fix", "--encoding", "cp1252", "a.txt", "b.txt")

    assert "a.txt: cannot be written as cp1252, which has no “ł”" in done.stderr
    assert done.stdout == "b.txt: 1 fixed\n"
    assert done.returncode == 2


def test_in_markup_no_fix_puts_a_character_that_means_something_there(copydesk: Command, work: Path) -> None:
    (work / ".copydesk.yaml").write_text("extends: [./house.yaml]\n", encoding="utf-8")
    (work / "house.yaml").write_text(RULES.replace("SECOND", "'*a* & <b>'").replace("{boat: ", "{'boat': "), encoding="utf-8")
    page = "---\ntitle: 'The bridge between 5 to 10'\n---\n\nThe boat takes between 5 to 10 *days*.\n"
    (work / "a.md").write_text(page, encoding="utf-8")
    (work / "a.txt").write_text("Late\n\nThe boat is late.\n", encoding="utf-8")
    copydesk("fix", "a.md", "a.txt")

    assert (work / "a.md").read_text(encoding="utf-8") == page.replace("5 to 10", "5 and 10")
    assert "The *a* & <b> is late." in (work / "a.txt").read_text(encoding="utf-8")
