"""The rules with their examples, as the commands about rules need them."""

from collections.abc import Sequence
from pathlib import Path

from linter import config as configuration
from linter.bounds import boundary
from linter.checks import CHECKS
from linter.cli.failing import fail
from linter.config import Pack
from linter.mistakes import DataError, Mistake
from linter.model.rule import Rule
from linter.packs import load
from linter.resources import rule_files, rules_folder, shipped


def every_rule(config: str | None) -> list[Rule]:
    """The rules of core and of the packs that the configuration extends, as it has them. Raises DataError."""
    from linter.run import Run, Settings

    chosen = Run(Settings(config=config)).config_for(Path())
    return configuration.apply(chosen, with_examples([Pack(rules_folder() / "core"), *chosen.packs]), None, [], CHECKS)


def named(name: str) -> Pack:
    """The pack that a person names: a shipped one by its name, else a rule file or folder by its path."""
    place = shipped(name)
    if place:
        return Pack(place)
    if not Path(name).exists():
        fail(f"{name}: no such pack, file or folder")
    return Pack(Path(name), boundary(Path(name).absolute()))


def with_examples(packs: Sequence[Pack]) -> list[Rule]:
    """The rules of some packs. Raises DataError with the mistakes of all."""
    rules: list[Rule] = []
    mistakes: list[Mistake] = []
    for pack in packs:
        try:
            rules += load(rule_files(pack.place), CHECKS, pack.bounds)
        except DataError as error:
            mistakes += error.mistakes
    if mistakes:
        raise DataError(mistakes)
    return rules
