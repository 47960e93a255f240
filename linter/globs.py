"""Path patterns as git writes them: `*`, `?`, `[…]`, `**`, anchored by a slash; matched in linear time."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

_TOKEN = re.compile(r"\\.|\*\*/|/\*\*$|\*\*|\*|\?|\[[!^]?\]?[^\]]*\]|.", re.DOTALL)
_CLASS_SIGNS = re.compile(r"[\\\[\]^]")


class Glob(NamedTuple):
    """One path pattern: `negated` by `!`, for folders only where it ends in a slash."""

    source: str
    negated: bool
    folder_only: bool

    def matches(self, path: str, *, folder: bool = False) -> bool:
        """Whether a path (with `/`, relative to the file that wrote the pattern) is meant; never, by a pattern that is none."""
        expression = _expression(self.source) if folder or not self.folder_only else None
        return expression is not None and expression.fullmatch(path.encode("utf-8", "surrogateescape")) is not None


@cache
def glob(pattern: str) -> Glob:
    """A pattern as a person writes it. Without a slash inside it means a name at any depth."""
    negated = pattern.startswith("!")
    body = pattern[1:] if negated else pattern
    folder_only = body.endswith("/")
    body = body.rstrip("/").removeprefix("./")
    if "/" in body:
        body = body.removeprefix("/")
    else:
        body = f"**/{body}"
    return Glob(body, negated, folder_only)


def check(pattern: str) -> str | None:
    """Why a pattern cannot match anything, or None."""
    found = glob(pattern)
    if found.source.removeprefix("**/") in ("", "."):
        return "it names no file"
    return None if _expression(found.source) else "not a path pattern: a “[” needs its “]”, and a range goes from the lower to the higher"


@cache
def _expression(source: str) -> Any:
    """The compiled pattern, or None where it is none."""
    import re2

    options = re2.Options()
    options.log_errors = False
    tokens = _TOKEN.findall(source)
    if "[" in tokens:
        return None
    try:
        return re2.compile("".join(map(_translated, tokens)).encode("utf-8", "surrogateescape"), options=options)
    except re2.error:
        return None


def _translated(token: str) -> str:
    fixed = {"**/": "(?:.*/)?", "/**": "/.*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    if token in fixed:
        return fixed[token]
    if token[0] == "[":
        negated = token[1] in "!^"
        inner = _CLASS_SIGNS.sub(r"\\\g<0>", token[1 + negated : -1])
        return f"[^/{inner}]" if negated else f"[{inner}]"
    return re.escape(token[-1])


def any_of(globs: Sequence[Glob], path: str) -> bool:
    """Whether a file is meant by some patterns: the last that covers it decides, and `!` takes back."""
    return next((not pattern.negated for pattern in reversed(globs) if covers(pattern, path)), False)


def covers(pattern: Glob, path: str, *, folder: bool = False) -> bool:
    """Whether a pattern matches a file or folder, or a folder that it lies in."""
    parts = path.split("/")
    above = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
    return pattern.matches(path, folder=folder) or any(pattern.matches(parent, folder=True) for parent in above)


def decided(globs: Sequence[Glob], path: str, *, folder: bool) -> bool | None:
    """What an ignore file says of a path: the last pattern that matches decides; None where none does."""
    for pattern in reversed(globs):
        if pattern.matches(path, folder=folder):
            return not pattern.negated
    return None
