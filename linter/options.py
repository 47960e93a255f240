"""Reads the options of a check from YAML into the check's own type; every mistake is told with its line."""

import re
from collections.abc import Callable, Iterable
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from linter.analysis.patterns import Pattern, PatternError, prove
from linter.analysis.phrases import compiled
from linter.bounds import content, refusal
from linter.digest import digest
from linter.mistakes import nearest
from linter.nodes import Node, Reading
from linter.resources import word_list

_FILL = re.compile(r"\{([^{}]*)\}")
_GROUP = re.compile(r"\(\?P<(\w+)>")
_WHOLE = re.compile(r"[0-9]{1,9}")


class _ValueError(Exception):
    """A value that does not fit its type: the line, and what it should be."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def decode(check: Any, node: Node, reading: Reading, base: Any | None = None) -> Any | None:
    """An instance of a check's options from a mapping, ready to run, or None where there are mistakes.

    What the mapping does not give comes from `base`, else from the defaults of the type. A key `+name` appends to a
    list or mapping of `base`. A word list (`*.txt`) is looked for beside the file. Patterns are compiled.
    """
    before = len(reading.mistakes)
    if not isinstance(node.value, dict):
        reading.wrong(node.line, "“options” is a mapping: name: value")
        return None
    types = get_type_hints(check.options)
    values: dict[str, Any] = base._asdict() if base is not None else dict(check.options._field_defaults)
    for key in sorted(node.value, key=lambda key: key.startswith("+")):
        name = key.removeprefix("+")
        value = node.value[key]
        if name not in types:
            known = nearest(name, types) or (f"; there are: {', '.join(types)}" if types else "; it has none")
            reading.wrong(node.key_lines[key], f"“{name}” is no option here{known}")
            continue
        try:
            decoded = _decoder(types[name])(value, reading)
            values[name] = _appended(values.get(name), decoded, value.line) if key != name else decoded
        except _ValueError as wrong:
            reading.wrong(wrong.line, f"“{name}” {wrong}")
    given = {key.removeprefix("+") for key in node.value}
    for name in types:
        if name not in values and name not in given:
            reading.wrong(node.line, f"the option “{name}” is missing")
    if len(reading.mistakes) > before:
        return None
    options = check.options(**values)
    _prove(check, options, node, reading)
    return options if len(reading.mistakes) == before else None


def _prove(check: Any, options: Any, node: Node, reading: Reading) -> None:
    prove_patterns(check.patterns(options), node, reading)
    _prove_phrases(check.phrases(options), node, reading)
    for fault in check.faults(options):
        reading.wrong(node.line, fault)
    if not all(literal.strip() for literal in check.literals(options)):
        reading.wrong(node.line, "a word or phrase to look for is empty")


def prove_patterns(patterns: Iterable[Pattern], node: Node, reading: Reading) -> None:
    """Tells the patterns that cannot work, each with the line below the node on which it stands."""
    for pattern in patterns:
        try:
            prove(pattern)
        except PatternError as error:
            reading.wrong(_line_of(pattern.source, node), f"pattern “{_short(pattern.source)}”: {error}")


def _prove_phrases(phrases: Iterable[str], node: Node, reading: Reading) -> None:
    """The same for phrases."""
    for phrase in phrases:
        try:
            compiled(phrase)
        except PatternError as error:
            reading.wrong(_line_of(phrase, node), f"pattern “{_short(phrase)}”: {error}")


def fills(check: Any, options: Any) -> frozenset[str]:
    """What a check's matches bring for messages and fixes: its own fills, and the groups that its patterns name."""
    sources = (*(pattern.source for pattern in check.patterns(options)), *check.phrases(options))
    return frozenset(("text", *check.fills, *(name for source in sources for name in _GROUP.findall(source))))


def unfilled(text: str, known: Iterable[str]) -> list[str]:
    """The fills in a text that are not known."""
    return [fill for fill in _FILL.findall(text) if fill not in known]


def _short(source: str) -> str:
    return source if len(source) <= 80 else source[:79] + "…"


def _line_of(text: str, node: Node) -> int:
    waiting = [node]
    while waiting:
        found = waiting.pop()
        if found.value == text:
            return found.line
        if isinstance(found.value, dict):
            waiting += found.value.values()
        elif isinstance(found.value, list):
            waiting += found.value
    return node.line


def _appended(old: Any, new: Any, line: int) -> Any:
    if isinstance(new, tuple):
        return (*(old or ()), *new)
    if isinstance(new, dict):
        return {**(old or {}), **new}
    raise _ValueError(line, "is no list: “+” appends to lists and mappings only")


def _decoder(kind: Any) -> Callable[[Node, Reading], Any]:
    if get_origin(kind) is Literal:
        return lambda node, _: _one_of(node, get_args(kind))
    if get_origin(kind) is tuple:
        return _texts
    if get_origin(kind) is dict:
        return _mapping
    if get_origin(kind) is UnionType:
        return _decoder(next(part for part in get_args(kind) if part is not type(None)))
    return {str: _text, int: _whole, float: _number, bool: _yes}[kind]


def _text(node: Node, _reading: Reading) -> str:
    if not isinstance(node.value, str):
        raise _ValueError(node.line, "should be text; if it has “[” or “{” in it, put it in quotes")
    if not node.value:
        raise _ValueError(node.line, "has an empty text in it")
    return node.value


def _whole(node: Node, reading: Reading) -> int:
    text = _text(node, reading)
    if not _WHOLE.fullmatch(text):
        raise _ValueError(node.line, f"should be a whole number, not “{text}”")
    return int(text)


def _number(node: Node, reading: Reading) -> float:
    text = _text(node, reading)
    if not re.fullmatch(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?", text):
        raise _ValueError(node.line, f"should be a number, not “{text}”")
    return float(text)


def _yes(node: Node, _reading: Reading) -> bool:
    return _one_of(node, ("true", "false")) == "true"


def _one_of(node: Node, allowed: tuple[str, ...]) -> str:
    if node.value not in allowed:
        raise _ValueError(node.line, f"should be one of: {', '.join(allowed)}; not “{node.plain}”")
    return str(node.value)


def _texts(node: Node, reading: Reading) -> tuple[str, ...]:
    if isinstance(node.value, str):
        return _listed(node, reading) if node.value.endswith(".txt") and not node.quoted else (_text(node, reading),)
    if not isinstance(node.value, list):
        raise _ValueError(node.line, "should be a list")
    return tuple(_text(item, reading) for item in node.value)


def _mapping(node: Node, reading: Reading) -> dict[str, str]:
    if not isinstance(node.value, dict):
        raise _ValueError(node.line, "should be a mapping: from: to")
    return {key: _text(value, reading) for key, value in node.value.items()}


def _listed(node: Node, reading: Reading) -> tuple[str, ...]:
    path = reading.file.parent / node.value
    reason = refusal(path, reading.bounds)
    if reason:
        raise _ValueError(node.line, f"names a word list that {reason}")
    try:
        data = content(path)
        found = tuple(word_list(data.decode("utf-8-sig")))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise _ValueError(node.line, f"names the word list {path}, which cannot be read: {reason}") from None
    if not found:
        raise _ValueError(node.line, f"names the word list {path}, in which there is no word")
    reading.lists[node.value] = digest(data)
    return found
