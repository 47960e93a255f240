"""A baseline: the findings that were there when it was written, by file, as hashes; no word of the copy is in it."""

import json
import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from linter import atomic
from linter.config import relative
from linter.model.finding import Finding, Report

MARK = "baseline"
"""What findings in a baseline are silenced by."""

MOST_BYTES = 100_000_000


class Baseline(NamedTuple):
    """For each path, as seen from the folder of `file`, how often each fingerprint is accepted."""

    file: Path
    entries: Mapping[str, Counter[str]]

    def key(self, path: str) -> str:
        """How a file is called in here: relative to the baseline, absolute if it lies elsewhere; with `/`."""
        return relative(Path(path), self.file.parent) or Path(path).absolute().as_posix()

    def accepted(self, path: str) -> Counter[str]:
        """What is accepted in a file."""
        return self.entries.get(self.key(path), Counter())


def read(file: Path) -> Baseline:
    """The baseline in a file. Raises DataError for a file that is none, OSError."""
    if file.stat().st_size > MOST_BYTES:
        raise _unusable(file, f"more than {MOST_BYTES:,} bytes")
    try:
        content = json.loads(file.read_bytes())
        entries = {path: Counter(found) for path, found in content["files"].items() if _counts(found)}
        if content["version"] != 1 or len(entries) < len(content["files"]):
            raise _unusable(file, "written by another version, or by hand")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _unusable(file, f"{type(error).__name__}: {error}") from None
    return Baseline(file, entries)


def write(baseline: Baseline) -> None:
    """Writes a baseline, whole or not at all, in an order that does not change. Raises OSError."""
    files = {path: dict(sorted(found.items())) for path, found in sorted(baseline.entries.items()) if found}
    text = json.dumps({"version": 1, "tool": "copydesk", "files": files}, indent=1)
    atomic.write(baseline.file, f"{text}\n".encode("ascii"))


def mark(findings: Sequence[Finding], accepted: Counter[str]) -> list[Finding]:
    """The findings of a file, those marked that are accepted and that nothing else silences, each entry as often as it counts."""
    left = accepted.copy()
    marked = []
    for finding in findings:
        name = next((name for name in (finding.fingerprint, *finding.formerly) if left[name] > 0), None)
        if name and not finding.suppressed_by:
            left[name] -= 1
            finding = finding._replace(suppressed_by=MARK)  # noqa: PLW2901
        marked.append(finding)
    return marked


def outdated(baseline: Baseline, report: Report, folders: Collection[Path]) -> dict[str, Counter[str]]:
    """The entries that no longer occur, of files that were linted, or that are no longer there in folders that were walked."""
    found = {baseline.key(path): findings for path, findings in _looked_at(report)}
    old = {}
    for path, accepted in baseline.entries.items():
        if path in found:
            old[path] = accepted - Counter(name for finding in found[path] for name in (finding.fingerprint, *finding.formerly))
        elif _is_gone(baseline.file.parent / path, folders):
            old[path] = accepted
    return {path: entries for path, entries in old.items() if entries}


def renamed(baseline: Baseline, report: Report) -> int:
    """How many findings are accepted under the old id of their rule."""
    found = ((baseline.accepted(file.path), finding) for file in report.files for finding in file.findings)
    return sum(accepted[finding.fingerprint] == 0 and any(accepted[name] for name in finding.formerly) for accepted, finding in found)


def pruned(baseline: Baseline, old: Mapping[str, Counter[str]]) -> Baseline:
    """The baseline without some entries."""
    return baseline._replace(entries={path: found - old.get(path, Counter()) for path, found in baseline.entries.items()})


def adopted(file: Path, report: Report, folders: Collection[Path]) -> Baseline:
    """A baseline of what was found and nothing silences; of files that were not linted it keeps what it held. Raises DataError, OSError."""
    before = read(file) if file.exists() else Baseline(file, {})
    kept = pruned(before, outdated(before, report, folders)).entries
    new = {before.key(path): Counter(f.fingerprint for f in findings if not f.suppressed_by) for path, findings in _looked_at(report)}
    return Baseline(file, {**kept, **new})


def _looked_at(report: Report) -> Iterator[tuple[str, Sequence[Finding]]]:
    """The files that were linted without a failure, which might have cost findings."""
    failed = {failure.path for failure in report.failures}
    return ((file.path, file.findings) for file in report.files if file.path not in failed)


def _is_gone(path: Path, folders: Collection[Path]) -> bool:
    whole = os.path.abspath(path)
    return not os.path.lexists(whole) and any(Path(whole).is_relative_to(folder) for folder in folders)


def _counts(found: Any) -> bool:
    return all(type(count) is int and count > 0 for count in found.values())


def _unusable(file: Path, reason: str) -> Exception:
    from linter.mistakes import DataError, Mistake

    return DataError([Mistake(str(file), 1, f"no baseline of copydesk ({reason}); copydesk check --write-baseline {file.name} makes one")])
