"""Which lines were added or changed, as git says. Git runs no program that a repository names, and takes no path or name for an option."""

import ast
import os
import re
import subprocess
from bisect import bisect_right
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from linter.model.finding import Finding, Related

Lines = tuple[tuple[int, int], ...]
"""Stretches of lines, first and last, counted from 1: sorted, apart from each other."""

EVERY_LINE: Lines = ((1, 10**9),)

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_DIFF = (
    *("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--text", "--unified=0", "--inter-hunk-context=0", "--find-renames", "--no-relative"),
    *("--ignore-submodules=all", "--src-prefix=a/", "--dst-prefix=b/", "--diff-filter=ACMR"),
)
_FIXED = ("-c", "core.quotePath=true", "-c", "core.fsmonitor=false", "--literal-pathspecs", "--no-pager")
_FOREIGN = ("GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS")


class GitError(Exception):
    """What git could not do, in one line for a person, with what to do."""


class Changes(NamedTuple):
    """What changed in a repository. `tracked` is what git knows; None where only what is staged counts."""

    root: Path
    lines: Mapping[str, Lines]
    tracked: frozenset[str] | None

    def of(self, path: str) -> Lines:
        """The lines of a file that were added or changed; of a file that git does not know, all. Raises GitError."""
        name = self._name(path)
        if self.tracked is not None and name not in self.tracked:
            return EVERY_LINE
        return self.lines.get(name, ())

    def below(self, folder: str) -> list[str]:
        """The changed files in a folder, as seen from here."""
        whole = Path(folder).resolve()
        paths = sorted(self.root / name for name in self.lines)
        return [os.path.normpath(os.path.join(folder, path.relative_to(whole))).replace(os.sep, "/") for path in paths if path.is_relative_to(whole)]

    @property
    def staged(self) -> bool:
        """Whether the text that counts is the staged one."""
        return self.tracked is None

    def staged_bytes(self, path: str) -> bytes:
        """The content of a file as it is staged. Raises GitError."""
        return _git(self.root, "cat-file", "blob", f":{self._name(path)}")

    def _name(self, path: str) -> str:
        whole = Path(path).parent.resolve() / Path(path).name
        try:
            return whole.relative_to(self.root).as_posix()
        except ValueError:
            raise GitError(f"{path}: lies outside the repository {self.root}") from None


def changes_since(ref: str) -> Changes:
    """What changed since the work here left the branch or commit `ref`, down to what is not yet committed. Raises GitError."""
    root = _root()
    base = _merge_base(root, ref)
    tracked = frozenset(os.fsdecode(name) for name in _git(root, "ls-files", "-z").split(b"\0") if name)
    return Changes(root, _changed_lines(_git(root, *_DIFF, base, "--")), tracked)


def staged_changes() -> Changes:
    """What is staged for the next commit. Raises GitError."""
    root = _root()
    return Changes(root, _changed_lines(_git(root, *_DIFF, "--cached", "--")), None)


def touched(finding: Finding, lines: Lines) -> bool:
    """Whether a finding, or a place that it speaks of, stands on one of the lines."""
    places: list[Finding | Related] = [finding, *(other for other in finding.related if other.path == finding.path)]
    return any(_meet(lines, place.start.line, place.end.line) for place in places)


def _meet(lines: Lines, first: int, last: int) -> bool:
    index = bisect_right(lines, last, key=lambda stretch: stretch[0]) - 1
    return index >= 0 and lines[index][1] >= first


def _root() -> Path:
    return Path(os.fsdecode(_git(Path(), "rev-parse", "--show-toplevel").removesuffix(b"\n"))).resolve()


def _merge_base(root: Path, ref: str) -> str:
    shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    if ref.startswith("-"):
        raise GitError(f"“{ref}” is no name of a branch or commit")
    commit = _asked(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    if commit is None:
        branch = ref.removeprefix("origin/")
        raise GitError(f"no branch or commit “{ref}” is here; fetch it: git fetch origin {branch}:refs/remotes/origin/{branch}")
    base = _asked(root, "merge-base", commit, "HEAD")
    if base is None and shallow:
        raise GitError(f"this clone is shallow: where the work left “{ref}” is not in it; fetch more: git fetch --unshallow (GitHub Actions: fetch-depth: 0)")
    if base is None:
        raise GitError(f"“{ref}” and the commit here have no history in common")
    return base


def _asked(root: Path, *arguments: str) -> str | None:
    """What git answers, or None where it says no."""
    done = _run(root, *arguments)
    return done.stdout.decode("ascii").strip() if done.returncode == 0 else None


def _git(folder: Path, *arguments: str) -> bytes:
    done = _run(folder, *arguments)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0].removeprefix("fatal: ")
        raise GitError(f"git says: {said or f'exit {done.returncode}'}")
    return done.stdout


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _FOREIGN} | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(["git", *_FIXED, *arguments], cwd=folder, env=environment, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        raise GitError("git is not installed: --diff-base and --staged need it") from None


def _changed_lines(patch: bytes) -> dict[str, Lines]:
    """From a patch without context: by path, the lines that it adds. What a hunk holds is counted off, never read as a heading."""
    found: dict[str, list[tuple[int, int]]] = {}
    lines = iter(patch.split(b"\n"))
    path = ""
    for line in lines:
        if line.startswith(b"+++ "):
            path = _path(line[4:])
            continue
        hunk = _HUNK.match(line)
        if not hunk:
            continue
        removed, first, added = (1 if number is None else int(number) for number in hunk.groups())
        left = removed + added
        while left:
            left -= not next(lines).startswith(b"\\")
        if added:
            found.setdefault(path, []).append((first, first + added - 1))
    return {name: tuple(stretches) for name, stretches in found.items()}


def _path(written: bytes) -> str:
    """The path in a heading: git quotes odd ones as C does, and marks the end of one with blanks by a tab."""
    name: bytes = ast.literal_eval("b" + written.decode("ascii")) if written.startswith(b'"') else written.removesuffix(b"\t")
    return os.fsdecode(name.removeprefix(b"b/"))
