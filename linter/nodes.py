"""Data with line numbers, and how rule files and configurations read values out of it; every mistake is told with its line."""

from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from linter.mistakes import Mistake, nearest

DEEPEST = 40
"""So many levels deep may data be nested."""


class Node(NamedTuple):
    """A value and the line (from 1) on which it begins.

    `value` is a str, a list of nodes, or a dict from str to node; `key_lines` gives the line of each key.
    `quoted` tells a quoted scalar from a plain one.
    """

    value: Any
    line: int
    key_lines: Mapping[str, int] = MappingProxyType({})
    quoted: bool = False

    @property
    def plain(self) -> Any:
        """The value without line numbers: str, list and dict all the way down."""
        if isinstance(self.value, dict):
            return {key: node.plain for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain for node in self.value]
        return self.value


class Reading(NamedTuple):
    """A file being read. What is wrong goes to `mistakes`; the word lists that it names, with their digests, to `lists`.

    `bounds` is the folder outside which nothing is read (None: anywhere, for what is shipped).
    """

    file: Path
    bounds: Path | None
    mistakes: list[Mistake]
    lists: dict[str, str]

    def wrong(self, line: int, message: str) -> None:
        """Notes a mistake in the file."""
        self.mistakes.append(Mistake(str(self.file), line, message))

    def unread(self, error: OSError) -> None:
        """Notes that the file could not be read."""
        self.wrong(1, f"cannot be read: {(error.strerror or str(error)).lower()}")


def text(reading: Reading, node: Node | None, key: str) -> str:
    """A text without the blanks round it; empty where there is none."""
    if node is None:
        return ""
    if not isinstance(node.value, str):
        reading.wrong(node.line, f"“{key}” should be text; if it has “[”, “{{” or “: ” in it, put it in quotes")
        return ""
    if not node.value.strip():
        reading.wrong(node.line, f"“{key}” is empty")
    return node.value.strip()


def texts(reading: Reading, node: Node | None, key: str) -> tuple[str, ...]:
    """A list of texts; one text stands for a list of one."""
    if node is None:
        return ()
    items = node.value if isinstance(node.value, list) else [node]
    return tuple(found for item in items if (found := text(reading, item, key)))


def items(reading: Reading, node: Node | None, key: str) -> list[Node]:
    """The items of a list."""
    if node is None:
        return []
    if not isinstance(node.value, list):
        reading.wrong(node.line, f"“{key}” is a list")
        return []
    return node.value


def mapping(reading: Reading, node: Node | None, shape: str, known: Collection[str] | None = None, of: str = "here") -> dict[str, Node]:
    """The entries of a mapping; keys that are not `known` are told and left out. `shape` says what was to be there."""
    if node is None:
        return {}
    if not isinstance(node.value, dict):
        reading.wrong(node.line, shape)
        return {}
    if known is None:
        return node.value
    for key in node.value.keys() - set(known):
        reading.wrong(node.key_lines[key], f"“{key}” is no key {of}{nearest(key, known)}")
    return {key: value for key, value in node.value.items() if key in known}


def choice(reading: Reading, node: Node | None, allowed: Collection[str], default: str) -> str:
    """One of some words; `default` where there is none, or another."""
    if node is None:
        return default
    if node.value not in allowed:
        reading.wrong(node.line, f"“{node.plain}” should be one of: {', '.join(allowed)}{nearest(str(node.plain), allowed)}")
        return default
    return str(node.value)
