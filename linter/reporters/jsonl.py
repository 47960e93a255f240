"""The format `jsonl`: what `json` tells, one object a line, each saying by its `type` what it is."""

from collections.abc import Iterator
from json import dumps
from typing import Any

from linter import __version__
from linter.model.finding import Report
from linter.reporters.json import failure_fields, finding_fields, summary_fields
from linter.reporters.style import Style


def report(run: Report, _style: Style) -> str:
    """A `run` line, for each file a `file` line and its `finding` lines, an `error` line a failure, `unused`, and the `summary`."""
    return "".join(dumps({"type": kind, **fields}, ensure_ascii=False, separators=(",", ":")) + "\n" for kind, fields in _lines(run))


def _lines(run: Report) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "run", {"version": 1, "tool": {"name": "copydesk", "version": __version__}}
    for file in run.files:
        yield "file", {"path": file.path, "findings": len(file.findings)}
        for finding in file.findings:
            yield "finding", {"path": file.path, **finding_fields(finding)}
    for failure in run.failures:
        yield "error", failure_fields(failure)
    for unused in run.unused:
        yield "unused", unused._asdict()
    yield "summary", summary_fields(run)
