"""Reads the options of a check from YAML into the check's own type; every mistake is told with its line."""

from collections.abc import Callable
from pathlib import Path
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from linter.resources import word_list
from linter.yamldata import Mistake, Node, nearest


class _ValueError(Exception):
    """A value that does not fit its type: the line, and what it should be."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def decode(fields: Any, node: Node, file: Path, base: Any | None, mistakes: list[Mistake]) -> Any | None:
    """An instance of `fields` (a NamedTuple class) from a mapping of options, or None where there are mistakes.

    What the mapping does not give comes from `base`, else from the defaults of the type. A key `+name` appends to a
    list or mapping of `base`. A word list (`*.txt`) is looked for beside `file`. Mistakes go to `mistakes`.
    """
    before = len(mistakes)
    if not isinstance(node.value, dict):
        mistakes.append(Mistake(str(file), node.line, "“options” is a mapping: name: value"))
        return None
    types = get_type_hints(fields)
    values: dict[str, Any] = base._asdict() if base is not None else dict(fields._field_defaults)
    for key, value in node.value.items():
        name = key.removeprefix("+")
        if name not in types:
            known = ", ".join(types)
            mistakes.append(Mistake(str(file), node.key_lines[key], f"“{name}” is no option here{nearest(name, types) or f'; there are: {known}'}"))
            continue
        try:
            decoded = _decoder(types[name])(value, file)
            values[name] = _appended(values.get(name), decoded, value.line) if key != name else decoded
        except _ValueError as wrong:
            mistakes.append(Mistake(str(file), wrong.line, f"“{name}” {wrong}"))
    missing = [name for name in types if name not in values and not any(name == key.removeprefix("+") for key in node.value)]
    mistakes += [Mistake(str(file), node.line, f"the option “{name}” is missing") for name in missing]
    return fields(**values) if len(mistakes) == before else None


def _appended(old: Any, new: Any, line: int) -> Any:
    if isinstance(new, tuple):
        return (*(old or ()), *new)
    if isinstance(new, dict):
        return {**(old or {}), **new}
    raise _ValueError(line, "is no list: “+” appends to lists and mappings only")


def _decoder(kind: Any) -> Callable[[Node, Path], Any]:
    if get_origin(kind) is Literal:
        return lambda node, _: _one_of(node, get_args(kind))
    if get_origin(kind) is tuple:
        return _texts
    if get_origin(kind) is dict:
        return _mapping
    if get_origin(kind) is UnionType:
        return _decoder(next(part for part in get_args(kind) if part is not type(None)))
    return {str: _text, int: _whole, float: _number, bool: _yes}[kind]


def _text(node: Node, _file: Path) -> str:
    if not isinstance(node.value, str):
        raise _ValueError(node.line, "should be text; if it has “[” or “{” in it, put it in quotes")
    return node.value


def _whole(node: Node, file: Path) -> int:
    text = _text(node, file)
    try:
        return int(text)
    except ValueError:
        raise _ValueError(node.line, f"should be a whole number, not “{text}”") from None


def _number(node: Node, file: Path) -> float:
    text = _text(node, file)
    try:
        return float(text)
    except ValueError:
        raise _ValueError(node.line, f"should be a number, not “{text}”") from None


def _yes(node: Node, _file: Path) -> bool:
    return _one_of(node, ("true", "false")) == "true"


def _one_of(node: Node, allowed: tuple[str, ...]) -> str:
    if node.value not in allowed:
        raise _ValueError(node.line, f"should be one of: {', '.join(allowed)}; not “{node.plain}”")
    return str(node.value)


def _texts(node: Node, file: Path) -> tuple[str, ...]:
    if isinstance(node.value, str):
        return _listed(node, file) if node.value.endswith(".txt") and not node.quoted else (node.value,)
    if not isinstance(node.value, list):
        raise _ValueError(node.line, "should be a list")
    return tuple(_text(item, file) for item in node.value)


def _mapping(node: Node, file: Path) -> dict[str, str]:
    if not isinstance(node.value, dict):
        raise _ValueError(node.line, "should be a mapping: from: to")
    return {key: _text(value, file) for key, value in node.value.items()}


def _listed(node: Node, file: Path) -> tuple[str, ...]:
    path = file.parent / node.value
    try:
        return tuple(word_list(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise _ValueError(node.line, f"names the word list {path}, which cannot be read: {reason}") from None
