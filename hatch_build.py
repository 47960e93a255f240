"""Compiles the core rules to plain data when a wheel is built, so that a run needs no YAML."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `linter/rules/compiled/` to a wheel; an editable install reads the checkout, where nothing may go stale."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        from linter import cache, packs, resources
        from linter.checks import CHECKS

        files = resources.rule_files(Path(self.root) / "rules" / "core")
        folder = Path(tempfile.mkdtemp())
        name = f"{cache.key(files)}.json"
        lists: dict[str, str] = {}
        cache.store(folder / name, packs.load(files, CHECKS, lists=lists), CHECKS, lists)
        build_data["force_include"][str(folder / name)] = f"linter/rules/compiled/{name}"
