"""Reads YAML as data with line numbers: every plain scalar is a string, nothing is expanded, everything is bounded."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from linter.bounds import content
from linter.mistakes import DataError, Mistake
from linter.nodes import DEEPEST, Node

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNFIT = re.compile("[\x00\ud800-\udfff]")


def read(path: Path) -> Node:
    """The content of a YAML file; an empty file is an empty mapping. Raises DataError, OSError."""
    data = content(path)
    try:
        return parse(data.decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise DataError([Mistake(str(path), line, f"not UTF-8: byte 0x{error.object[error.start]:02x} at offset {error.start}")]) from None


def parse(text: str, name: str) -> Node:
    """The same for a text in memory. Raises DataError."""
    try:
        events = yaml.parse(text, Loader=_LOADER)
        return _Builder(name).document(events)
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        problem = error.problem or error.context or "not YAML"
        raise DataError([Mistake(name, line, f"not YAML: {problem}{_advice(problem)}")]) from None
    except yaml.YAMLError as error:
        reason = str(error).split("\n")[0]
        raise DataError([Mistake(name, 1, f"not YAML: {reason}")]) from None


def _advice(problem: str) -> str:
    traps = ("mapping values are not allowed", "cannot start any token", "could not find expected", "did not find expected")
    if any(trap in problem for trap in traps):
        return "; if this is text with “: ”, “[”, “{”, “%”, “@” or “`” in it, put it in quotes"
    return ""


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


class _Builder:
    def __init__(self, name: str) -> None:
        self.name = name

    def refuse(self, line: int, message: str) -> DataError:
        return DataError([Mistake(self.name, line, message)])

    def document(self, events: Iterator[Any]) -> Node:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise self.refuse(_line(event), "a second document (“---”) in one file; one is read")
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, events, 0)
        if root is None or (root.value == "" and not root.quoted):
            return Node({}, 1)
        return root

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        line = _line(event)
        if depth > DEEPEST:
            raise self.refuse(line, f"nested more than {DEEPEST} levels deep")
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self.refuse(line, "anchors and aliases (“&”, “*”) are not read; write the value out, or put the text in quotes")
        if isinstance(event, yaml.ScalarEvent):
            if event.tag and event.tag not in ("!", "tag:yaml.org,2002:str"):
                raise self.refuse(line, f"tags are not read (“{event.tag}”); put the text in quotes")
            if _UNFIT.search(event.value):
                raise self.refuse(line, "a NUL or half a character pair; no text has one")
            return Node(event.value, line, quoted=bool(event.style))
        if event.tag:
            raise self.refuse(line, f"tags are not read (“{event.tag}”)")
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self.items(events, depth), line)
        return self.mapping(line, events, depth)

    def items(self, events: Iterator[Any], depth: int) -> list[Node]:
        found = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self.node(event, events, depth + 1))
        return found

    def mapping(self, line: int, events: Iterator[Any], depth: int) -> Node:
        values: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event, events, depth + 1)
            if not isinstance(key.value, str):
                raise self.refuse(key.line, "a key must be text; if this is text with “[” or “{” in it, put it in quotes")
            if key.value in values:
                raise self.refuse(key.line, f"“{key.value}” stands twice (first on line {lines[key.value]})")
            values[key.value] = self.node(next(events), events, depth + 1)
            lines[key.value] = key.line
        return Node(values, line, lines)
