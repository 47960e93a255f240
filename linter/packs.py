"""Reads rule files (YAML) into rules; every mistake in them is told at once, with its file and line."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from linter.analysis.patterns import PatternError, compiled
from linter.analysis.phrases import compiled as compiled_phrase
from linter.checks.check import Check, exceptions
from linter.model.document import ROLES
from linter.model.rule import Example, Fix, Rule, Severity
from linter.options import decode
from linter.readers import SUFFIXES
from linter.yamldata import DataError, Mistake, Node, nearest, read

FAMILIES = ("names", "placeholders", "quotes", "numbers", "headline", "attribution", "grammar", "style", "readability")
"""Rule families, in the order in which they win one place."""

_KEYS = (
    "id", "check", "message", "why", "severity", "kinds", "default", "blocks", "quotations", "language",
    "options", "unless", "fix", "bad", "good", "source", "replaces", "requires",
)  # fmt: skip
_REQUIRED = ("id", "check", "message", "why", "severity", "bad", "good")
_EXAMPLE_KEYS = ("text", "as", "format", "kind", "options", "fixed")
_COMMON_FILLS = frozenset(("text", "kind"))
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
_FILL = re.compile(r"\{([^{}]*)\}")
_UNREAD = frozenset(("furniture", "code", "credit", "byline"))


def rule_files(place: Path) -> list[Path]:
    """The rule files of a pack: the file itself, or every `*.yaml` of a folder, sorted. Raises DataError."""
    if place.is_file():
        return [place]
    found = sorted((*place.glob("*.yaml"), *place.glob("*.yml")))
    if not found:
        raise DataError([Mistake(str(place), 1, "no rule file (*.yaml) is there")])
    return found


def load(files: Sequence[Path], checks: Mapping[str, Check]) -> list[Rule]:
    """The rules of some files, with their examples, in the order in which they stand. Raises DataError, OSError."""
    mistakes: list[Mistake] = []
    rules: list[Rule] = []
    for file in files:
        try:
            root = read(file)
        except DataError as error:
            mistakes += error.mistakes
            continue
        if not isinstance(root.value, list):
            mistakes.append(Mistake(str(file), root.line, "a rule file is a list of rules: begin each with “- id: family/name”"))
            continue
        for node in root.value:
            rule = _Reading(file, checks, mistakes).rule(node)
            if rule:
                rules.append(rule)
    lines: dict[str, str] = {}
    for rule in rules:
        if rule.id in lines:
            mistakes.append(Mistake(*rule.written_at, f"“{rule.id}” stands twice (first at {lines[rule.id]})"))
        lines.setdefault(rule.id, rule.origin)
    if mistakes:
        raise DataError(sorted(mistakes))
    return rules


class _Reading(NamedTuple):
    """One rule being read; what is wrong goes to `mistakes`."""

    file: Path
    checks: Mapping[str, Check]
    mistakes: list[Mistake]

    def wrong(self, line: int, message: str) -> None:
        self.mistakes.append(Mistake(str(self.file), line, message))

    def rule(self, node: Node) -> Rule | None:
        if not isinstance(node.value, dict):
            self.wrong(node.line, "a rule is a mapping: begin it with “- id: family/name”")
            return None
        before = len(self.mistakes)
        fields: dict[str, Node] = node.value
        for key in fields:
            if key not in _KEYS:
                self.wrong(node.key_lines[key], f"“{key}” is no key of a rule{nearest(key, _KEYS)}")
        for key in _REQUIRED:
            if key not in fields:
                self.wrong(node.line, f"the rule has no “{key}”{_WHY_REQUIRED.get(key, '')}")
        name = self.text(fields.get("id"), "id")
        if name and not _ID.fullmatch(name):
            self.wrong(fields["id"].line, f"“{name}” is no rule id: write family/name in lower case with hyphens")
        check = self.check(fields.get("check"))
        options = decode(check.options, fields.get("options", Node({}, node.line)), self.file, None, self.mistakes) if check else None
        kinds = self.kinds(fields.get("kinds"), check)
        if check and options is not None:
            self.compile(check, options, fields)
        rule = Rule(
            id=name,
            check=self.text(fields.get("check"), "check"),
            message=self.message(fields.get("message"), check, options, fields),
            why=self.text(fields.get("why"), "why"),
            severity=self.severity(fields.get("severity")),
            on=self.choice(fields.get("default"), ("on", "off"), "on") == "on",
            options=options,
            kinds=kinds,
            blocks=self.blocks(fields.get("blocks"), name),
            quotations=self.choice(fields.get("quotations"), ("skip", "only", "any"), _quotations(name)),
            unless=self.texts(fields.get("unless")),
            language=self.text(fields.get("language"), "language") or None,
            fix=self.fix(fields.get("fix")),
            source=self.text(fields.get("source"), "source") or None,
            replaces=self.texts(fields.get("replaces")),
            requires=self.choice(fields.get("requires"), ("languagetool",), "") or None,
            origin=f"{self.file}:{node.line}",
            bad=self.examples(fields.get("bad"), check, options, marked=True),
            good=self.examples(fields.get("good"), check, options, marked=False),
        )
        return rule if len(self.mistakes) == before else None

    def text(self, node: Node | None, key: str) -> str:
        if node is None:
            return ""
        if not isinstance(node.value, str):
            self.wrong(node.line, f"“{key}” should be text; if it has “[”, “{{” or “: ” in it, put it in quotes")
            return ""
        if not node.value.strip():
            self.wrong(node.line, f"“{key}” is empty")
        return node.value.strip()

    def texts(self, node: Node | None) -> tuple[str, ...]:
        if node is None:
            return ()
        items = node.value if isinstance(node.value, list) else [node]
        return tuple(self.text(item, "an item of the list") for item in items)

    def choice(self, node: Node | None, allowed: tuple[str, ...], default: str) -> str:
        if node is None:
            return default
        if node.value not in allowed:
            self.wrong(node.line, f"“{node.plain}” should be one of: {', '.join(allowed)}")
            return default
        return str(node.value)

    def severity(self, node: Node | None) -> Severity:
        return Severity(self.choice(node, tuple(Severity), Severity.WARNING))

    def check(self, node: Node | None) -> Check | None:
        if node is None or not isinstance(node.value, str):
            return None
        if node.value not in self.checks:
            self.wrong(node.line, f"“{node.value}” is no check{nearest(node.value, self.checks)}")
        return self.checks.get(node.value)

    def kinds(self, node: Node | None, check: Check | None) -> dict[str, Severity | None]:
        if node is None:
            return {}
        if not isinstance(node.value, dict):
            self.wrong(node.line, "“kinds” maps a kind to off or a severity")
            return {}
        kinds: dict[str, Severity | None] = {}
        for kind, value in node.value.items():
            if check and kind not in check.kinds:
                self.wrong(node.key_lines[kind], f"“{kind}” is no kind of this check{nearest(kind, check.kinds)}")
            level = self.choice(value, ("off", *Severity), "off")
            kinds[kind] = None if level == "off" else Severity(level)
        return kinds

    def blocks(self, node: Node | None, name: str) -> tuple[str, ...]:
        if node is None:
            unread = frozenset(("code",)) if name.startswith("placeholders/") else _UNREAD
            return tuple(role for role in ROLES if role not in unread)
        roles = self.texts(node)
        for role in roles:
            if role not in ROLES:
                self.wrong(node.line, f"“{role}” is no role of a block{nearest(role, ROLES)}")
        return roles

    def compile(self, check: Check, options: Any, fields: dict[str, Node]) -> None:
        line = fields["options"].line if "options" in fields else fields["id"].line
        patterns = (*check.patterns(options), *exceptions(options, self.texts(fields.get("unless"))))
        parts = [*((pattern.source, compiled, pattern) for pattern in patterns), *((phrase, compiled_phrase, phrase) for phrase in check.phrases(options))]
        for source, compile_part, part in parts:
            try:
                compile_part(part)
            except PatternError as error:
                self.wrong(self.line_of(fields, source, line), f"pattern “{source}”: {error}")

    def line_of(self, fields: dict[str, Node], text: str, default: int) -> int:
        waiting = [fields[key] for key in ("options", "unless") if key in fields]
        while waiting:
            node = waiting.pop()
            if node.value == text:
                return node.line
            if isinstance(node.value, dict):
                waiting += node.value.values()
            elif isinstance(node.value, list):
                waiting += node.value
        return default

    def message(self, node: Node | None, check: Check | None, options: Any, fields: dict[str, Node]) -> dict[str, str]:
        if node is None:
            return {}
        if isinstance(node.value, dict):
            messages = {key: self.text(value, key) for key, value in node.value.items()}
            if "default" not in messages and not (check and set(check.kinds) <= set(messages)):
                self.wrong(node.line, "a message by kind needs a “default” too")
        else:
            messages = {"default": self.text(node, "message")}
        if check is None or options is None:
            return messages
        sources = [*(pattern.source for pattern in check.patterns(options)), *check.phrases(options)]
        known = {*_COMMON_FILLS, *check.fills, *(name for source in sources for name in _groups(source))}
        if "fix" in fields:
            known.add("replacement")
        for text in messages.values():
            for fill in _FILL.findall(text):
                if fill not in known:
                    self.wrong(node.line, f"the message's “{{{fill}}}” is filled by nothing here; known: {', '.join(sorted(known))}")
        return messages

    def fix(self, node: Node | None) -> Fix | None:
        if node is None:
            return None
        if not isinstance(node.value, dict) or "replace" not in node.value:
            self.wrong(node.line, "“fix” is {replace: TEXT, safety: safe|unsafe}")
            return None
        for key in node.value:
            if key not in ("replace", "safety"):
                self.wrong(node.key_lines[key], f"“{key}” is no key of a fix{nearest(key, ('replace', 'safety'))}")
        replace = node.value["replace"]
        if not isinstance(replace.value, str):
            self.wrong(replace.line, "“replace” should be text")
        return Fix(str(replace.plain), self.choice(node.value.get("safety"), ("safe", "unsafe"), "unsafe"))

    def examples(self, node: Node | None, check: Check | None, options: Any, *, marked: bool) -> tuple[Example, ...]:
        if node is None:
            return ()
        which = "bad" if marked else "good"
        if not isinstance(node.value, list) or not node.value:
            self.wrong(node.line, f"“{which}” is a list of one example or more; a rule without both lists does not load")
            return ()
        found = []
        for item in node.value:
            example = self.example(item, check, options)
            if example and marked != ("⟦" in example.text):
                advice = "mark what is to be found with ⟦ and ⟧" if marked else "a good example has nothing to find: take ⟦ and ⟧ away"
                self.wrong(item.line, f"a {which} example: {advice}")
            if example:
                found.append(example)
        return tuple(found)

    def example(self, node: Node, check: Check | None, base: Any) -> Example | None:
        if isinstance(node.value, str):
            return Example(node.value.strip("\n"), line=node.line)
        if not isinstance(node.value, dict) or "text" not in node.value:
            self.wrong(node.line, "an example is a text, or {text, as, format, kind, options, fixed}")
            return None
        for key in node.value:
            if key not in _EXAMPLE_KEYS:
                self.wrong(node.key_lines[key], f"“{key}” is no key of an example{nearest(key, _EXAMPLE_KEYS)}")
        fields = node.value
        options = fields.get("options")
        fixed = fields.get("fixed")
        return Example(
            text=self.text(fields["text"], "text"),
            role=self.choice(fields.get("as"), ROLES, "paragraph"),
            format=self.choice(fields.get("format"), tuple(SUFFIXES), "plain"),
            kind=self.text(fields.get("kind"), "kind") or None,
            options=decode(check.options, options, self.file, base, self.mistakes) if check and options else None,
            fixed=str(fixed.plain).strip("\n") if fixed else None,
            line=node.line,
        )


_WHY_REQUIRED = {
    "bad": ": show what it finds, marked with ⟦ and ⟧",
    "good": ": show what it must leave alone",
    "why": ": say what is wrong with it",
}


def _groups(source: str) -> list[str]:
    return re.findall(r"\(\?P<(\w+)>", source)


def _quotations(name: str) -> str:
    return "any" if name.startswith(("placeholders/", "names/")) else "skip"
