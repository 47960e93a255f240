"""The register of a house: how it is read, what it flags and what it decides."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.mistakes import DataError
from linter.register import read_register

Command = Callable[..., subprocess.CompletedProcess[str]]
HEADER = "canonical,variants,not,note,source,checked\n"


def register(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "names.csv"
    file.write_text(text, encoding=encoding)
    return file


def test_a_row_has_variants_and_namesakes_with_bars_between(tmp_path: Path) -> None:
    (entry,) = read_register(register(tmp_path, HEADER + "Kyiv,Kiev|Kyjiv,chicken Kiev,the city,desk,2026-01-02\n"))

    assert entry == ("Kyiv", ("Kiev", "Kyjiv"), ("chicken Kiev",), "the city")


def test_a_spreadsheet_may_write_a_mark_and_empty_rows_and_columns_of_its_own(tmp_path: Path) -> None:
    entries = read_register(register(tmp_path, "canonical,variants,forms,count\r\nKyiv,Kiev,Kyiv|Kiev,3\r\n,,,\r\n", "utf-8-sig"))

    assert [entry.canonical for entry in entries] == ["Kyiv"]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "the first row names the columns"),
        ("name,variants\nKyiv,Kiev\n", 1, "“canonical” must be one"),
        ("canonical,varients\nKyiv,Kiev\n", 1, "no column “varients”; did you mean “variants”?"),
        (HEADER + "Kyiv,Kiev\n", 2, "2 cells, but 6 columns"),
        (HEADER + ",Kiev,,,,\n", 2, "“canonical” is empty"),
        (HEADER + "Kyiv,Kyiv,,,,\n", 2, "is the canonical spelling itself"),
        (HEADER + "Kyiv,Kiev,,,,\nKeev,Kiev,,,,\n", 3, "“Kiev” stands on line 2 already, for “Kyiv”"),
        (HEADER + "Kyiv,Kiev,,,,\nKyiv,Keev,,,,\n", 3, "“Kyiv” stands on line 2 already"),
        (HEADER + 'Kyiv,"Kiev,,,,\n', 2, "not CSV"),
        (HEADER + "Kyiv,---,,,,\n", 2, "has no letter in it"),
    ],
)
def test_a_bad_row_is_told_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(DataError) as error:
        read_register(register(tmp_path, text))

    assert any(mistake.line == line and message in mistake.message for mistake in error.value.mistakes)


def test_a_register_in_another_encoding_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"names.csv:2: not UTF-8"):
        read_register(register(tmp_path, HEADER + "Zoë,Zoe,,,,\n", "cp1252"))


@pytest.fixture
def desk(work: Path) -> Path:
    register(work, HEADER + "Kyiv,Kiev,chicken Kiev,since 2019,,\nElena Brantdner,,,,,\n")
    (work / ".copydesk.yaml").write_text("register: names.csv\n", encoding="utf-8")
    return work


def test_variants_are_flagged_wherever_they_stand(copydesk: Command, desk: Path) -> None:
    (desk / "a.txt").write_text("KIEV UNDER FIRE\n\nIn Kiev’s streets a chicken Kiev costs more; see @Kiev and Kiev-based firms.\n", encoding="utf-8")
    done = copydesk("check", "--select", "names", "--format", "json", "a.txt")

    findings = json.loads(done.stdout)["files"][0]["findings"]
    assert [(finding["rule"], finding["text"], finding["column"]) for finding in findings] == [
        ("names/register", "KIEV", 1),
        ("names/register", "Kiev", 4),
        ("names/register", "Kiev", 60),
    ]
    assert findings[0]["fixes"][0]["edits"][0]["replacement"] == "KYIV"
    assert findings[1]["message"] == "“Kiev”: the house writes “Kyiv” (since 2019)."


def test_the_register_decides_a_tie(copydesk: Command, desk: Path) -> None:
    (desk / "a.txt").write_text("Manager resigns\n\nHe met Elena Brandtner. Then Elena Brantdner left.\n", encoding="utf-8")
    done = copydesk("check", "a.txt")

    assert "a.txt:3:14: error names/inconsistent-spelling “Brandtner”: the register has “Brantdner” (1 of 2 times here)." in done.stdout


def test_a_bad_register_is_told_with_file_and_line(copydesk: Command, desk: Path) -> None:
    register(desk, HEADER + "Kyiv,Kiev\n")
    (desk / "a.txt").write_text("A draft.\n", encoding="utf-8")
    done = copydesk("check", "a.txt")

    assert done.returncode == 2
    assert "names.csv:2: 2 cells, but 6 columns" in done.stderr


@pytest.mark.parametrize(
    ("value", "message"),
    [("../names.csv", "lies outside"), ("nowhere.csv", "cannot be read: no such file"), ("[a.csv]", "is the path of a table"), (".", "cannot be read")],
)
def test_a_register_is_a_table_inside_the_repository(copydesk: Command, desk: Path, value: str, message: str) -> None:
    register(desk.parent, HEADER)
    (desk / ".copydesk.yaml").write_text(f"register: {value}\n", encoding="utf-8")
    (desk / "a.txt").write_text("A draft.\n", encoding="utf-8")
    done = copydesk("check", "a.txt")

    assert done.returncode == 2
    assert message in done.stderr


def test_the_configuration_in_force_names_the_register(copydesk: Command, desk: Path) -> None:  # noqa: ARG001
    assert "register: names.csv" in copydesk("config").stdout


def test_the_fact_sheet_as_csv_is_a_register(copydesk: Command, desk: Path) -> None:
    (desk / "a.txt").write_text("Manager resigns\n\nHe met Laura Harkner. Ms Harkner left. Then Ms Hraknre and Ms Harknre rose.\n", encoding="utf-8")
    table = copydesk("inspect", "--layer", "names", "--format", "csv", "a.txt").stdout

    (desk / "names.csv").write_text(table, encoding="utf-8")
    assert [(entry.canonical, entry.variants) for entry in read_register(desk / "names.csv")][:1] == [("Laura Harkner", ("Hraknre", "Harknre"))]
