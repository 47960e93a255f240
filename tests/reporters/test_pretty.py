import json

import pytest

from linter.reporters.pretty import pretty

VALUES = [
    {},
    [],
    {"a": [], "b": {}, "c": [{}], "d": ""},
    [1, -2.5, True, False, None, '“quoted” \\ " \n\t\x00\u2028 é 🙂'],
    {"files": [{"path": "a/b.txt", "findings": [{"start": 3, "fixes": [{"edits": [1, 2]}], "related": []}]}], "errors": []},
]


@pytest.mark.parametrize("indent", [1, 2])
@pytest.mark.parametrize("value", VALUES)
def test_the_bytes_are_those_of_the_standard_library(value: object, indent: int) -> None:
    assert pretty(value, indent) == json.dumps(value, ensure_ascii=False, indent=indent)


def test_what_yields_values_is_a_list() -> None:
    assert pretty({"a": (n for n in (1, 2)), "b": map(str, ())}, 1) == json.dumps({"a": [1, 2], "b": []}, indent=1)
