"""Writes `docs/rules/`: one page a rule of core, one a house pack, and the index. The tests say when it has to be run again."""

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
    packs = {folder.name: _pack(folder) for folder in sorted(rules_folder().iterdir()) if folder.name != "core" and any(folder.glob("*.yaml"))}
    found.update((f"{name}.md", text) for name, text in packs.items())
    links = ["House packs, in force where a configuration extends them: " + ", ".join(f"[{name}]({name}.md)" for name in packs) + "."]
    found["README.md"] = "\n".join(["# Rules", "", *links, "", "| rule | severity | why |", "| --- | --- | --- |", *rows, ""])
    return found


def _pack(folder: pathlib.Path) -> str:
    """The page of a pack: a row a rule. `copydesk explain` tells the rest of one, where the pack is in force."""
    rows = [f"| {rule.id} | {rule.bad[0].text} | {rule.good[0].text} | {rule.why} | {rule.source or ''} |" for rule in load(rule_files(folder), CHECKS)]
    return "\n".join([f"# The pack “{folder.name}”", "", "| rule | found | instead | why | source |", "| --- | --- | --- | --- | --- |", *sorted(rows), ""])


def main() -> None:
    for old in FOLDER.rglob("*.md"):
        old.unlink()
    for name, text in pages().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
