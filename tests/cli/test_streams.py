"""Interrupted, cut off, or without its streams: the command ends with the right code, and in few words."""

import json
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]
BAD = "Bridge stays shut\n\nShe went to to the bridge.\n"
SHELL = pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")

INTERRUPTED = """
import os, runpy, signal, sys
moment = sys.argv.pop(1)
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == moment:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
runpy.run_module("linter", run_name="__main__")
"""


@SHELL
@pytest.mark.parametrize("moment", ["linter.cli", "click", "linter.cli.check", "linter.run", "linter.analysis", "linter.readers.plain", "re2"])
def test_an_interruption_ends_with_130_whenever_it_comes(work: Path, moment: str) -> None:
    (work / "a.txt").write_text(BAD, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", INTERRUPTED, moment, "check", "a.txt"], cwd=work, capture_output=True, text=True, check=False)

    assert done.returncode == 130
    assert "Traceback" not in done.stderr


def shell(work: Path, command: str) -> tuple[int, str]:
    """The exit code of copydesk in a shell command, and what came on stderr."""
    script = f'set -o pipefail; copydesk() {{ {sys.executable} -m linter "$@"; }}; {command}'
    done = subprocess.run(["bash", "-c", script], cwd=work, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    return done.returncode, done.stderr


@SHELL
@pytest.mark.parametrize(
    ("command", "code", "says"),
    [
        ("copydesk check a.txt >&-", 2, "copydesk: stdout: cannot be written: closed"),
        ("copydesk check --format json=r.json a.txt >&-", 1, "1 file: 1 error"),
        ("copydesk check a.txt 2>&-", 1, ""),
        ("copydesk check none.txt 2>&-", 2, ""),
        ("copydesk check - <&-", 2, "copydesk: <stdin>.txt: stdin is closed"),
        ("copydesk check a.txt <&- >/dev/null", 1, "1 file: 1 error"),
        ("copydesk --version >&-", 2, "stdout: closed"),
        ("copydesk check --format json many.txt | true", 2, "copydesk: stdout: cannot be written: broken pipe"),
        pytest.param("copydesk rules >/dev/full", 2, "no space left on device", marks=pytest.mark.skipif(sys.platform != "linux", reason="a full device")),
    ],
)
def test_a_closed_stream_or_pipe_ends_without_a_traceback(work: Path, command: str, code: int, says: str) -> None:
    (work / "a.txt").write_text(BAD, encoding="utf-8")
    (work / "many.txt").write_text("Bridge stays shut\n\n" + "She went to to the bridge.\n\n" * 2000, encoding="utf-8")
    found, stderr = shell(work, command)

    assert found == code
    assert says in stderr


@SHELL
def test_a_report_that_cannot_be_written_costs_nothing_else(copydesk: Command, work: Path) -> None:
    (work / "a.txt").write_text(BAD, encoding="utf-8")
    (work / "folder").mkdir()
    done = copydesk("check", "--format", "json=folder", "--format", "text", "--format", "json=none/r.json", "--format", "json=r.json", "a.txt", "none.txt")

    assert done.returncode == 2
    assert done.stdout.startswith("a.txt:3:10")
    assert json.loads((work / "r.json").read_text(encoding="utf-8"))["summary"]["error"] == 1
    told = done.stderr.splitlines()
    assert told[0] == "copydesk: none.txt: no such file or folder"
    assert told[1] == "copydesk: folder: cannot be written: is a directory"
    assert told[2].startswith("copydesk: none/r.json: cannot be written: ")
    assert told[-1].startswith("To learn more")
    assert sorted(path.name for path in work.iterdir()) == ["a.txt", "folder", "r.json"]


@SHELL
def test_a_report_goes_through_links_and_pipes_with_the_usual_mode(copydesk: Command, work: Path) -> None:
    (work / "a.txt").write_text(BAD, encoding="utf-8")
    (work / "real").mkdir()
    (work / "link.json").symlink_to("real/r.json")
    os.mkfifo(work / "pipe")
    came: list[str] = []
    reader = threading.Thread(target=lambda: came.append((work / "pipe").read_text(encoding="utf-8")))
    reader.start()
    before = os.umask(0o027)
    try:
        copydesk("check", "--format", "json=link.json", "--format", "json=pipe", "a.txt")
    finally:
        os.umask(before)
    reader.join()

    assert (work / "link.json").is_symlink()
    assert stat.S_IMODE((work / "real" / "r.json").stat().st_mode) == 0o640
    assert came == [(work / "real" / "r.json").read_text(encoding="utf-8")]
    assert stat.S_ISFIFO((work / "pipe").stat().st_mode)


@SHELL
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--verbose", "\x1b[31ma.txt"),
        ("check", "--select", "\x1b[31m"),
        ("check", "--\x1b[31m"),
        ("check", "no\x1b[31m.txt"),
        ("config",),
        ("check", "--config", "bad.yaml", "\x1b[31ma.txt"),
        ("explain", "\x1b[31m"),
        ("explain", "--config", "rule.yaml", "style/foo"),
        ("rules", "test", "house.yaml"),
        ("inspect", "\x1b[31ma.txt"),
        ("inspect", "--format", "json", "\x1b[31ma.txt"),
        ("inspect", "--format", "csv", "--layer", "sentences", "\x1b[31ma.txt"),
    ],
)
def test_no_control_character_of_a_stranger_is_printed(copydesk: Command, work: Path, arguments: tuple[str, ...]) -> None:
    (work / "\x1b[31ma.txt").write_text("Bridge stays shut\n\nShe \x1b[31m went \x9b1m to\u202e to it.\n", encoding="utf-8")
    (work / ".copydesk.yaml").write_text('+exclude: ["\\e[31m"]\n', encoding="utf-8")
    (work / "bad.yaml").write_text('"\\e[31m": 1\n', encoding="utf-8")
    (work / "rule.yaml").write_text("extends: [./house.yaml]\n", encoding="utf-8")
    rule = "- id: style/foo\n  check: words\n  severity: error\n  message: 'no {text}'\n  why: \"N\\e[31mo.\"\n  options: {list: [foo]}\n"
    (work / "house.yaml").write_text(rule + '  bad: ["a ⟦foo⟧ \\e[31m"]\n  good: ["a foo \\e[31m"]\n', encoding="utf-8")
    done = copydesk(*arguments)

    assert done.stdout + done.stderr
    assert all(letter.isprintable() or letter == "\n" for letter in done.stdout + done.stderr)
