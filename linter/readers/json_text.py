"""The strings in a JSON text, with the places where they stand."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

DEEPEST = 200
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[{}\[\],:]', re.DOTALL)


class JsonString(NamedTuple):
    """A string value, and where `source[start:end]` spells it, without its quotes."""

    text: str
    start: int
    end: int


def strings(source: str, start: int, end: int) -> Iterator[dict[str, list[JsonString]]]:
    """For each object of a JSON text, inner ones first, the string values beneath each of its keys (those of a list too).

    What is not JSON gives what can be made out of it; deeper than DEEPEST nothing is read.
    """
    objects: list[dict[str, list[JsonString]]] = []
    keys: list[str] = []
    waiting: JsonString | None = None
    for found in _TOKEN.finditer(source, start, end):
        mark = found.group()[0]
        if mark == "{":
            if len(objects) >= DEEPEST:
                return
            objects.append({})
            keys.append("")
        elif mark == '"':
            waiting = _string(found)
        elif mark == ":" and waiting and keys:
            keys[-1], waiting = waiting.text, None
        elif mark in ",}]" and waiting:
            if objects:
                objects[-1].setdefault(keys[-1], []).append(waiting)
            waiting = None
        if mark == "}" and objects:
            keys.pop()
            yield objects.pop()


def _string(found: re.Match[str]) -> JsonString | None:
    try:
        text = json.loads(found.group(), strict=False)
    except ValueError:
        return None
    return JsonString(text, found.start() + 1, found.end() - 1)
