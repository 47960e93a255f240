"""The house is kept as its plan says."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "linter").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_says_what_it_is_for_and_is_not_too_long(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert text.startswith('"""')
    assert text.count("\n") <= 400


def test_every_dependency_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text[text.index("\ndependencies = [") : text.index("[project.scripts]")]

    lines = [line for line in block.splitlines() if line.strip().startswith('"')]
    assert [line for line in lines if "#" not in line and "ruff" not in line and "types-" not in line and "mypy" not in line and "pytest>=" not in line] == []


def test_continuous_integration_runs_the_tests_as_the_readme_says() -> None:
    command = ".venv/bin/python -m pytest"

    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_readme_shows_the_configuration_keys_there_are() -> None:
    from linter.config_file import _KEYS

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"# \.copydesk\.yaml.*?```", text, re.DOTALL)
    assert block
    shown = re.findall(r"^([a-z-]+):", block.group(), re.MULTILINE)
    assert set(shown) <= set(_KEYS)


def test_the_versions_agree() -> None:
    from linter import __version__

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
