"""The formats for programs: each against the schema of its consumer, or its consumer's parser."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from junitparser import JUnitXml

from linter.model.finding import Report
from linter.model.rule import Severity
from linter.reporters import REPORTERS, reporter
from linter.reporters.style import Style
from linter.reporters.withheld import withheld

SCHEMAS = Path(__file__).parent / "schemas"
STYLE = Style()
SECRET = ("Brandtner", "Brantdner", "mayor", "to to")


def told(form: str, report: Report, style: Style = STYLE) -> str:
    return reporter(form)(report, style)


def valid(form: str, schema: str, report: Report) -> Any:
    document = json.loads(told(form, report))
    jsonschema.validate(document, json.loads((SCHEMAS / schema).read_text(encoding="utf-8")))
    return document


@pytest.mark.parametrize("form", REPORTERS)
def test_every_format_tells_what_it_is_given_and_ends_its_line(form: str, story: Report) -> None:
    shown = told(form, story)

    assert shown.endswith("\n")
    assert "to to" in shown


@pytest.mark.parametrize("form", REPORTERS)
def test_nothing_of_the_copy_is_left_without_text(form: str, story: Report) -> None:
    shown = told(form, withheld(story), Style(show=Severity.SUGGESTION))

    assert not [words for words in SECRET if words in shown]
    assert "drafts/a" in shown


@pytest.mark.parametrize("form", [form for form in REPORTERS if form not in ("json", "jsonl", "sarif", "html")])
def test_formats_that_cannot_mark_it_leave_out_what_is_silenced(form: str, silenced: Report) -> None:
    assert "to to" not in told(form, silenced)


def test_jsonl_holds_what_json_holds(story: Report) -> None:
    lines = [json.loads(line) for line in told("jsonl", story).splitlines()]
    whole = json.loads(told("json", story))

    assert [line["type"] for line in lines if line["type"] != "finding"] == ["run", "file", "file", "error", "summary"]
    assert [line for line in lines if line["type"] == "finding"] == [
        {"type": "finding", "path": file["path"], **finding} for file in whole["files"] for finding in file["findings"]
    ]
    assert lines[-1] == {"type": "summary", **whole["summary"]}


def test_sarif_is_valid_and_says_where_why_and_how_to_mend_it(story: Report) -> None:
    (run,) = valid("sarif", "sarif-2.1.0.json", story)["runs"]

    assert run["columnKind"] == "unicodeCodePoints"
    assert not run["invocations"][0]["executionSuccessful"]
    (first, *_, name) = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    assert all(rule["help"]["text"] for rule in rules)
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "drafts/a%20b.txt", "uriBaseId": "%SRCROOT%"}
    source = story.files[0].documents[0].source
    region = place["region"]
    assert source[region["charOffset"] : region["charOffset"] + region["charLength"]] == region["snippet"]["text"] == "to to"
    assert source.split("\n")[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == "to to"
    assert name["relatedLocations"]
    replacement = name["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"]["text"] == "Brandtner"
    assert first["partialFingerprints"]["copydesk/v1"] == story.files[0].findings[0].fingerprint


def test_sarif_marks_what_is_silenced_and_stays_valid_whatever_the_words(silenced: Report, hostile: Report) -> None:
    results = valid("sarif", "sarif-2.1.0.json", silenced)["runs"][0]["results"]
    assert all(result["suppressions"] for result in results)

    document = valid("sarif", "sarif-2.1.0.json", hostile)
    assert r"\[x](http" in document["runs"][0]["results"][0]["message"]["text"]


def test_gitlab_gets_unique_stable_fingerprints(story: Report) -> None:
    twice = story._replace(files=(story.files[0], story.files[0], story.files[0]._replace(path="d.txt")))
    issues = valid("gitlab", "codequality.json", twice)
    fingerprints = [issue["fingerprint"] for issue in issues]

    assert len(set(fingerprints)) == len(fingerprints)
    assert fingerprints[:3] == [issue["fingerprint"] for issue in valid("gitlab", "codequality.json", story)][:3]


def test_rdjson_counts_bytes_and_suggests(story: Report) -> None:
    diagnostics = valid("rdjson", "rdjson.json", story)["diagnostics"]
    lines = [line.encode() for line in story.files[0].documents[0].source.split("\n")]

    def words(place: dict[str, Any]) -> bytes:
        start, end = place["start"], place["end"]
        return lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1]

    assert [words(diagnostic["location"]["range"]) for diagnostic in diagnostics[:-1]] == [f.text.encode() for f in story.files[0].findings]
    suggestions = [suggestion for diagnostic in diagnostics for suggestion in diagnostic.get("suggestions", ())]
    assert [(suggestion["text"], words(suggestion["range"])) for suggestion in suggestions] == [("", b" to"), ("and", b"to"), ("Brandtner", b"Brantdner")]


def test_junit_fails_what_fails_the_run(story: Report, hostile: Report) -> None:
    suites = JUnitXml.fromstring(told("junit", story).encode())

    assert [(suite.name, suite.tests, suite.failures, suite.errors) for suite in suites] == [
        ("drafts/a b.txt", 3, 3, 0),
        ("c.txt", 1, 0, 0),
        ("none.txt", 1, 0, 1),
    ]
    lenient = JUnitXml.fromstring(told("junit", story, Style(fail_on=None)).encode())
    assert (lenient.tests, lenient.failures, lenient.errors) == (5, 0, 1)
    assert JUnitXml.fromstring(told("junit", hostile).encode("utf-8")).failures == 3


def test_checkstyle_holds_every_file_and_is_well_formed_whatever_the_words(story: Report, hostile: Report) -> None:
    root = ET.fromstring(told("checkstyle", story))  # noqa: S314 - our own

    assert [(file.get("name"), len(file)) for file in root] == [("drafts/a b.txt", 3), ("c.txt", 0), ("none.txt", 1)]
    first = root[0][0]
    assert first.attrib == {
        "line": "3",
        "column": "55",
        "severity": "error",
        "message": "“to to”: “to” stands twice. Delete one.",
        "source": "copydesk.grammar/doubled-word",
    }
    assert ET.fromstring(told("checkstyle", hostile)).tag == "checkstyle"  # noqa: S314 - our own
