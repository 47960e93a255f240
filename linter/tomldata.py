"""Reads the table [tool.copydesk] of a pyproject.toml as nodes, so that it is a configuration like any other."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from linter.bounds import content
from linter.mistakes import DataError, Mistake
from linter.nodes import DEEPEST, Node

_HEADING = re.compile(r"^\s*(?:\[\s*tool\s*\.\s*|(?:tool\s*\.\s*)?)[\"']?copydesk[\"']?\s*[].=]", re.MULTILINE)
_KEY = re.compile(r"""(?:"([^"\n]*)"|'([^'\n]*)'|([\w-]+))(?=\s*[=.\]])""")


def has_table(text: str) -> bool:
    """Whether a pyproject.toml configures copydesk. One that is not TOML does if it seems to."""
    try:
        return _table(text) is not None
    except ValueError:
        return _HEADING.search(text) is not None


def read(file: Path) -> Node:
    """The table as nodes; an empty mapping where there is none. Raises DataError, OSError.

    TOML's parser gives no lines: a key's line is where it is first written below the table.
    """
    try:
        text = content(file).decode("utf-8", "replace")
        heading = _HEADING.search(text)
        start = text.count("\n", 0, heading.end()) + 1 if heading else 1
        table = _table(text)
        return _node({} if table is None else table, _lines_of_keys(text), start, 0)
    except ValueError as error:
        found = re.search(r"line (\d+)", str(error))
        raise DataError([Mistake(str(file), int(found.group(1)) if found else 1, f"not TOML: {error}")]) from None


def _table(text: str) -> Any:
    """What stands under tool.copydesk, or None. Raises ValueError for what is not TOML."""
    import tomllib

    try:
        tool = tomllib.loads(text).get("tool")
    except RecursionError:
        raise ValueError("nested too deep") from None
    return tool.get("copydesk") if isinstance(tool, dict) else None


def _lines_of_keys(text: str) -> Mapping[str, list[int]]:
    lines: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(text.split("\n"), 1):
        for found in _KEY.finditer(line):
            lines[found[found.lastindex or 0]].append(number)
    return lines


def _node(value: Any, lines: Mapping[str, Sequence[int]], start: int, depth: int) -> Node:
    if depth > DEEPEST:
        raise ValueError(f"nested more than {DEEPEST} levels deep at line {start}")
    if isinstance(value, dict):
        key_lines = {key: _first(lines.get(key, ()), start) for key in value}
        return Node({key: _node(item, lines, key_lines[key], depth + 1) for key, item in value.items()}, start, key_lines)
    if isinstance(value, list):
        return Node([_node(item, lines, start, depth + 1) for item in value], start)
    return Node(str(value).lower() if isinstance(value, bool) else str(value), start)


def _first(lines: Sequence[int], start: int) -> int:
    at = bisect_left(lines, start)
    return lines[at] if at < len(lines) else start
