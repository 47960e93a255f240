"""An entry of `ignore` is added, and all else in the configuration stays."""

import pytest

from linter.ignores import UneditableError, added, literal, written
from linter.yamldata import parse

ENTRY = {"path": "/a.txt", "rule": "grammar/doubled-word", "text": 'it\'s: [so] # "said"', "reason": "right"}
LINE = written(ENTRY)

CONFIGURATIONS = {
    "nothing": ("", f"ignore:\n  - {LINE}\n"),
    "comments": ("# mine\n", f"# mine\nignore:\n  - {LINE}\n"),
    "no such key, no line end": ("rules: {} # none", f"rules: {{}} # none\nignore:\n  - {LINE}\n"),
    "carriage returns": ("language: en\r\n", f"language: en\r\nignore:\r\n  - {LINE}\r\n"),
    "an empty list": ("ignore: []\nlanguage: en\n", f"ignore: [{LINE}]\nlanguage: en\n"),
    "a list in brackets": ("ignore: [{rule: names}]\n", f"ignore: [{LINE}, {{rule: names}}]\n"),
    "a list of lines": (
        "ignore:\n    # old\n    - rule: names\n      text: x\n    - {rule: quotes}\n\n# end\nlanguage: en\n",
        f"ignore:\n    # old\n    - {LINE}\n    - rule: names\n      text: x\n    - {{rule: quotes}}\n\n# end\nlanguage: en\n",
    ),
    "a list without indent": ("ignore:\n- rule: names\n", f"ignore:\n- {LINE}\n- rule: names\n"),
}


@pytest.mark.parametrize("what", CONFIGURATIONS)
def test_an_entry_is_added_and_the_rest_stays(what: str) -> None:
    before, after = CONFIGURATIONS[what]

    assert added(before, ENTRY) == after
    assert ENTRY in parse(after, "").plain["ignore"]


@pytest.mark.parametrize("text", ["{language: en}\n", "language: en\n...\n", "ignore: x\n"])
def test_what_only_a_person_can_edit_is_said_with_the_entry(text: str) -> None:
    with pytest.raises(UneditableError) as error:
        added(text, ENTRY)
    assert str(error.value) == LINE


@pytest.mark.parametrize(("path", "pattern"), [("a.txt", "/a.txt"), ("x/a.txt", "x/a.txt"), ("x/[a]*?.txt", "x/[[]a][*][?].txt")])
def test_a_path_becomes_the_pattern_of_that_one_file(path: str, pattern: str) -> None:
    from linter.globs import any_of, glob

    assert literal(path) == pattern
    assert any_of((glob(pattern),), path)
    assert not any_of((glob(pattern),), f"other/{path}")
    assert not any_of((glob(pattern),), path.replace("a", "ab"))
