"""`copydesk check` as users, hooks and pipelines call it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import linter

Command = Callable[..., subprocess.CompletedProcess[str]]
BAD = "Bridge stays shut\n\nShe went to to the bridge. ⟂\n"
SCHEMA = json.loads((Path(linter.__file__).parent / "schemas" / "report.schema.json").read_text(encoding="utf-8"))


def write(folder: Path, name: str, text: str | bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_a_finding_is_one_line_in_a_pipe_and_exit_1(copydesk: Command, work: Path) -> None:
    write(work, "a.txt", BAD)
    done = copydesk("check", "a.txt")

    assert done.stdout == "a.txt:3:10: error grammar/doubled-word “to to”: “to” stands twice. Delete one.\n"
    assert done.returncode == 1
    assert "1 file: 1 error, 0 warnings, 0 suggestions." in done.stderr
    assert "copydesk explain grammar/doubled-word" in done.stderr


def test_json_is_as_the_schema_says_and_positions_are_true(copydesk: Command, work: Path) -> None:
    write(work, "a.txt", BAD)
    write(work, "b.txt", "Bridge stays shut\n\nNothing is wrong.\n")
    report = json.loads(copydesk("check", "--format", "json", "a.txt", "b.txt").stdout)

    jsonschema.validate(report, SCHEMA)
    assert [file["path"] for file in report["files"]] == ["a.txt", "b.txt"]
    (finding,) = report["files"][0]["findings"]
    assert BAD[finding["start"] : finding["end"]] == finding["text"] == "to to"
    assert (finding["line"], finding["column"], finding["end_column"]) == (3, 10, 15)
    assert report["summary"] == {"files": 2, "findings": 1, "error": 1, "warning": 0, "suggestion": 0, "suppressed": 0, "skipped": 0, "errors": 0}


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("suggestion", 1), ("never", 0)])
def test_fail_on_decides_the_exit_code(copydesk: Command, work: Path, fail_on: str, code: int) -> None:
    write(work, "a.txt", "Bridge stays shut\n\nThe mayor has reportedly resigned.\n")

    assert copydesk("check", "--fail-on", fail_on, "a.txt").returncode == code
    assert copydesk("check", "a.txt", COPYDESK_FAIL_ON=fail_on).returncode == code


def test_select_and_ignore_take_rules_and_prefixes(copydesk: Command, work: Path) -> None:
    write(work, "a.txt", BAD)

    assert copydesk("check", "--select", "names", "a.txt").stdout == ""
    assert copydesk("check", "--select", "grammar", "--ignore", "grammar/doubled-word", "a.txt").stdout == ""
    unknown = copydesk("check", "--select", "gramar/doubled-word", "a.txt")
    assert unknown.returncode == 2
    assert "did you mean “grammar/doubled-word”?" in unknown.stderr


def test_stdin_goes_by_its_name(copydesk: Command) -> None:
    done = copydesk("check", "-", "--stdin-filename", "drafts/a.txt", stdin=BAD.encode())

    assert done.stdout.startswith("drafts/a.txt:3:10: error")


def test_text_and_json_can_be_had_at_once(copydesk: Command, work: Path) -> None:
    write(work, "a.txt", BAD)
    done = copydesk("check", "--format", "text", "--format", "json=report.json", "a.txt")

    assert done.stdout.startswith("a.txt:3:10")
    assert json.loads((work / "report.json").read_text(encoding="utf-8"))["summary"]["error"] == 1


def test_quiet_leaves_the_findings(copydesk: Command, work: Path) -> None:
    write(work, "a.txt", BAD)
    done = copydesk("check", "--quiet", "a.txt")

    assert done.stdout
    assert done.stderr == ""


def test_the_same_bytes_whatever_the_hash_seed(copydesk: Command) -> None:
    path = str(Path(linter.__file__).parent.parent / "examples" / "bridge.txt")
    reports = {copydesk("check", "--format", "json", path, PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "2")}

    assert len(reports) == 1
    assert json.loads(reports.pop())["summary"]["error"] > 3


def test_version(copydesk: Command) -> None:
    assert copydesk("--version").stdout == f"copydesk {linter.__version__}\n"
    assert copydesk("check", "--version").stdout == f"copydesk {linter.__version__}\n"


INPUTS: dict[str, tuple[str | bytes, int, str]] = {
    "latin": (b"Bridge\n\nIt\x92s shut.\n", 2, "a.txt: not UTF-8: byte 0x92 at offset 10; looks like Windows-1252: --encoding cp1252"),
    "binary": (b"\x00\x01\x02", 2, "a.txt: looks binary"),
    "empty": ("", 0, ""),
    "carriage returns": ("Bridge\r\rShut.", 0, ""),
    "line separators": ("Bridge\n\nIt is\u2028shut.\u200b\u00a0Now.", 0, ""),
    "emoji and combining marks": ("Bridge\n\n🙂 e\u0301 is shut.", 0, ""),
    "opening quotes": ("Bridge\n\n" + "“" * 20_000, 0, ""),
    "apostrophes": ("Bridge\n\n" + "'a " * 20_000, 0, ""),
    "capitals": ("Bridge\n\n" + " ".join(f"Ab{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}o" for i in range(5000)), 0, ""),
    "a long line": ("Bridge\n\n" + "word " * 100_000, 0, ""),
    "too large": (b"a" * 50_000_000, 2, "a.txt: larger than 8,000,000 bytes: no article is that long"),
}


@pytest.mark.parametrize("what", INPUTS)
def test_hostile_input_ends_well_and_costs_no_other_file(copydesk: Command, work: Path, what: str) -> None:
    text, code, says = INPUTS[what]
    write(work, "a.txt", text)
    write(work, "b.txt", BAD)
    done = copydesk("check", "--format", "json", "--fail-on", "never", "a.txt", "b.txt")

    assert done.returncode == code
    assert says in done.stderr
    report = json.loads(done.stdout)
    assert [f["rule"] for file in report["files"] if file["path"] == "b.txt" for f in file["findings"]] == ["grammar/doubled-word"]
    assert len(report["errors"]) == (code == 2)


def test_an_encoding_can_be_named(copydesk: Command, work: Path) -> None:
    write(work, "a.txt", b"Bridge\n\nIt\x92s shut.\n")

    assert copydesk("check", "--encoding", "cp1252", "a.txt").returncode == 0
    assert "no encoding is called" in copydesk("check", "--encoding", "nope", "a.txt").stderr


def test_utf_16_is_read(copydesk: Command, work: Path) -> None:
    write(work, "a.txt", BAD.encode("utf-16"))

    assert copydesk("check", "a.txt").stdout.startswith("a.txt:3:10")


def test_control_characters_never_reach_the_terminal(copydesk: Command, work: Path) -> None:
    write(work, "a.txt", "Bridge\n\nShe went \x1b[31mto to\x1b[0m it \x9b1m.\n\nREAD MORE: \x1b[2J\x07 wipe\n")
    done = copydesk("check", "a.txt")

    assert "\x1b" not in done.stdout + done.stderr
    assert r"\x1b[2J\x07" in done.stdout


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("none.txt", "none.txt: no such file or folder"),
        ("a.docx", "a.docx: unsupported: no reader for “.docx” files"),
        ("lost.txt", "lost.txt: a symbolic link that leads nowhere"),
    ],
)
def test_what_cannot_be_linted_is_said_and_the_rest_goes_on(copydesk: Command, work: Path, name: str, says: str) -> None:
    write(work, "a.docx", "x")
    write(work, "b.txt", BAD)
    (work / "lost.txt").symlink_to("nowhere.txt")
    done = copydesk("check", name, "b.txt")

    assert done.returncode == 2
    assert says in done.stderr
    assert done.stdout.startswith("b.txt:3:10")


def test_a_folder_without_articles_is_clean_and_said(copydesk: Command) -> None:
    done = copydesk("check")

    assert done.returncode == 0
    assert ".: no articles there" in done.stderr


def test_a_foreign_text_is_skipped_but_for_placeholders(copydesk: Command, work: Path) -> None:
    german = "Die Brücke über den Fluss bleibt nach Angaben der Stadt bis zum Frühjahr gesperrt, weil ein Pfeiler nachgegeben hat; " * 4
    write(work, "a.txt", f"Brücke gesperrt\n\n{german}und und\n\nREAD MORE: Fähre fährt\n")
    done = copydesk("check", "a.txt")

    assert "hardly any English word" in done.stderr
    assert [line.split()[2] for line in done.stdout.splitlines()] == ["placeholders/related-link"]


@pytest.mark.parametrize("arguments", [("--bogus",), ("--fail-on", "bad"), ("--format", "nope"), ("--encoding",)])
def test_a_wrong_option_is_one_line_and_exit_2(copydesk: Command, arguments: tuple[str, ...]) -> None:
    done = copydesk("check", *arguments)

    assert done.returncode == 2
    assert done.stderr.startswith("copydesk: ")
    assert done.stderr.count("\n") == 1
