"""Writes an entry of `ignore` into a configuration, and leaves all else in it as a person wrote it."""

from collections.abc import Mapping
from json import dumps

import yaml

from linter.mistakes import DataError
from linter.yamldata import parse

_GLOB = str.maketrans({"*": "[*]", "?": "[?]", "[": "[[]"})


class UneditableError(ValueError):
    """A configuration that only a person can edit; the message is the entry to add."""


def literal(path: str) -> str:
    """The pattern that means this one file, relative to the configuration, and no other."""
    pattern = path.translate(_GLOB)
    return pattern if "/" in pattern else f"/{pattern}"


def written(entry: Mapping[str, str]) -> str:
    """An entry as one line of YAML."""
    return "{" + ", ".join(f"{key}: {_scalar(key, value)}" for key, value in entry.items()) + "}"


def added(text: str, entry: Mapping[str, str]) -> str:
    """The text of a configuration with one more entry of `ignore`. Raises UneditableError, DataError for text that is no YAML."""
    before = parse(text, "").plain
    changed = _edited(text, written(entry))
    expected = before | {"ignore": [*before.get("ignore", []), dict(entry)]} if isinstance(before, dict) else None
    if changed is None or not _says(changed, expected):
        raise UneditableError(written(entry))
    return changed


def _says(text: str, expected: object) -> bool:
    try:
        return _sorted(parse(text, "").plain) == _sorted(expected)
    except DataError:
        return False


def _edited(text: str, item: str) -> str | None:
    """New entries go to the head of the list: its first item says where that is, and how far it is indented."""
    newline = "\r\n" if "\r\n" in text else "\n"
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is not None and not (isinstance(root, yaml.MappingNode) and not root.flow_style):
        return None
    node = next((value for key, value in root.value if key.value == "ignore"), None) if root else None
    if node is None:
        end = "" if not text or text.endswith("\n") else newline
        return f"{text}{end}ignore:{newline}  - {item}{newline}"
    if not isinstance(node, yaml.SequenceNode):
        return None
    at, indent = node.start_mark.index, node.start_mark.column
    if node.flow_style:
        return f"{text[: at + 1]}{item}{', ' if node.value else ''}{text[at + 1 :]}"
    return f"{text[:at]}- {item}{newline}{' ' * indent}{text[at:]}"


def _scalar(key: str, value: str) -> str:
    if key in ("rule", "until"):
        return value
    return "'" + value.replace("'", "''") + "'" if value.isprintable() else dumps(value)


def _sorted(plain: object) -> object:
    """A configuration for comparison: the order of its ignored findings means nothing."""
    if isinstance(plain, dict) and isinstance(plain.get("ignore"), list):
        return plain | {"ignore": sorted(map(str, plain["ignore"]))}
    return plain
