"""The rules with their examples, as the commands about rules need them."""

from collections.abc import Sequence
from pathlib import Path

from linter import config as configuration
from linter.checks import CHECKS
from linter.model.rule import Rule
from linter.packs import load, rule_files
from linter.resources import rules_folder


def every_rule(config: str | None) -> list[Rule]:
    """The rules of core and of the packs that the configuration extends, as it has them. Raises DataError, OSError."""
    from linter.run import Run, Settings
    from linter.yamldata import Mistake

    chosen = Run(Settings(config=config)).config_for(Path())
    mistakes: list[Mistake] = []
    return configuration.apply(chosen, load_packs([rules_folder() / "core", *(place for place, _ in chosen.packs)]), None, mistakes, CHECKS)


def load_packs(places: Sequence[Path]) -> list[Rule]:
    """The rules of some packs. Raises DataError, OSError."""
    return [rule for place in places for rule in load(rule_files(place), CHECKS)]
