"""Writes `docs/rules/`: one page a rule, and the index. The tests say when it has to be run again."""

import pathlib

from linter.checks import CHECKS
from linter.docs import page
from linter.packs import load
from linter.resources import rule_files, rules_folder

FOLDER = pathlib.Path(__file__).parent.parent / "docs" / "rules"


def pages() -> dict[str, str]:
    """Every page by its path below `docs/rules/`."""
    rules = sorted(load(rule_files(rules_folder() / "core"), CHECKS), key=lambda rule: rule.id)
    found = {f"{rule.id}.md": page(rule) for rule in rules}
    rows = [f"| [{rule.id}]({rule.id}.md) | {rule.severity.value if rule.on else 'off'} | {rule.why} |" for rule in rules]
    found["README.md"] = "\n".join(["# Rules", "", "| rule | severity | why |", "| --- | --- | --- |", *rows, ""])
    return found


def main() -> None:
    for old in FOLDER.rglob("*.md"):
        old.unlink()
    for name, text in pages().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
