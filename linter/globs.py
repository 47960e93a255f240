"""Path patterns as git writes them: `*`, `?`, `[…]`, `**`, anchored by a slash; matched in linear time."""

import re
from functools import cache
from typing import Any, NamedTuple

_TOKEN = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|\[!?\]?[^\]]*\]|.", re.DOTALL)


class Glob(NamedTuple):
    """One path pattern: `negated` by `!`, for folders only where it ends in a slash."""

    source: str
    negated: bool
    folder_only: bool

    def matches(self, path: str, *, folder: bool = False) -> bool:
        """Whether a path (with `/`, relative to the file that wrote the pattern) is meant."""
        return (folder or not self.folder_only) and _expression(self.source).fullmatch(path.encode("utf-8", "surrogateescape")) is not None


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


@cache
def _expression(source: str) -> Any:
    import re2

    return re2.compile("".join(_translated(token) for token in _TOKEN.findall(source)).encode("utf-8", "surrogateescape"))


def _translated(token: str) -> str:
    fixed = {"**/": "(?:.*/)?", "/**": "/.*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    if token in fixed:
        return fixed[token]
    if len(token) > 1:
        inner = token[1:-1].replace("\\", r"\\").replace("[", r"\[")
        return f"[^{inner[1:]}]" if inner.startswith("!") else f"[{inner}]"
    return re.escape(token)


def any_of(globs: tuple[Glob, ...], path: str, *, folder: bool = False) -> bool:
    """Whether a file, or a folder that it lies in, is meant by one of the patterns."""
    parts = path.split("/")
    parents = ["/".join(parts[:depth]) for depth in range(1, len(parts))]
    return any(g.matches(path, folder=folder) or any(g.matches(parent, folder=True) for parent in parents) for g in globs)


def decided(globs: list[Glob], path: str, *, folder: bool) -> bool | None:
    """What an ignore file says of a path: the last pattern that matches decides; None where none does."""
    for pattern in reversed(globs):
        if pattern.matches(path, folder=folder):
            return not pattern.negated
    return None
