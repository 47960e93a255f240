import pytest
import yaml

from linter import yamldata
from linter.mistakes import DataError
from linter.nodes import DEEPEST
from linter.yamldata import parse

LOADERS = [loader for name in ("CSafeLoader", "SafeLoader") if (loader := getattr(yaml, name, None))]


def refused(text: str) -> str:
    with pytest.raises(DataError) as caught:
        parse(text, "house.yaml")
    return str(caught.value)


def test_every_plain_scalar_is_a_string() -> None:
    assert parse("a: off\nb: 12:30\nc: 1\nd: null\ne:\n", "x").plain == {"a": "off", "b": "12:30", "c": "1", "d": "null", "e": ""}


def test_a_quoted_scalar_is_told_from_a_plain_one() -> None:
    node = parse("plain: x.txt\nquoted: 'x.txt'\n", "x")

    assert [node.value[key].quoted for key in ("plain", "quoted")] == [False, True]


def test_lines_are_known() -> None:
    node = parse("a: 1\nb:\n  - x\n  - y\n", "x")

    assert node.key_lines == {"a": 1, "b": 2}
    assert [item.line for item in node.value["b"].value] == [3, 4]


def test_an_empty_file_is_an_empty_mapping() -> None:
    assert parse("# nothing\n", "x").plain == {}


@pytest.mark.parametrize("loader", LOADERS)
def test_both_loaders_tell_quoted_text_from_plain(monkeypatch: pytest.MonkeyPatch, loader: type) -> None:
    monkeypatch.setattr(yamldata, "_LOADER", loader)
    items = parse("[words.txt, 'words.txt', \"words.txt\"]\n", "x").value

    assert [item.quoted for item in items] == [False, True, True]
    assert parse("---\n", "x").plain == {}
    assert parse("''\n", "x").plain == ""


@pytest.mark.parametrize("text", ['a: "\\0"\n', 'a: "\\ud800"\n'])
@pytest.mark.parametrize("loader", LOADERS)
def test_what_no_text_holds_is_refused(monkeypatch: pytest.MonkeyPatch, loader: type, text: str) -> None:
    monkeypatch.setattr(yamldata, "_LOADER", loader)

    assert refused(text).startswith("house.yaml:1: ")


def test_an_anchor_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20))

    assert refused(bomb).startswith("house.yaml:1: anchors and aliases")


def test_deep_nesting_is_refused() -> None:
    assert f"nested more than {DEEPEST} levels" in refused("[" * (DEEPEST + 2) + "]" * (DEEPEST + 2))
    assert "nest" in refused("[" * 5000 + "]" * 5000)


def test_a_syntax_error_names_its_line() -> None:
    assert refused("a: 1\nb: [1, 2\nc: 3\n").startswith("house.yaml:3: not YAML")


def test_a_trap_ends_in_advice() -> None:
    assert "put it in quotes" in refused("message: READ MORE: x\n")


def test_a_key_stands_once() -> None:
    assert "house.yaml:2: “a” stands twice (first on line 1)" in refused("a: 1\na: 2\n")


def test_tags_and_second_documents_are_refused() -> None:
    assert "tags are not read" in refused("a: !!python/object:os.system x\n")
    assert "second document" in refused("a: 1\n---\nb: 2\n")


def test_a_plain_scalar_is_not_quoted() -> None:
    values = parse("a: ../words/titles.txt\nb: '../words/titles.txt'\n", "x").value

    assert (values["a"].quoted, values["b"].quoted) == (False, True)
