"""Reads rule files (YAML) into rules; every mistake in them is told at once, with its file and line."""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from linter import nodes
from linter.bounds import content, refusal
from linter.checks.check import Check, exceptions
from linter.config import clashes
from linter.examples import unmarked
from linter.mistakes import DataError, Mistake, nearest
from linter.model.document import ROLES
from linter.model.rule import FAMILIES, LANGUAGE, Example, Fix, Rule, Severity
from linter.nodes import Node, Reading
from linter.options import decode, fills, prove_patterns, unfilled
from linter.readers import SUFFIXES
from linter.yamldata import read

_KEYS = (
    "id", "check", "message", "why", "severity", "kinds", "default", "blocks", "quotations", "language",
    "options", "unless", "fix", "bad", "good", "source", "replaces", "requires",
)  # fmt: skip
_REQUIRED = ("id", "check", "message", "why", "severity", "bad", "good")
_WHY_REQUIRED = {
    "bad": ": show what it finds, marked with ⟦ and ⟧",
    "good": ": show what it must leave alone",
    "why": ": say what is wrong with it",
}
_EXAMPLE_KEYS = ("text", "as", "format", "kind", "options", "fixed")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
_ID_LINE = re.compile(r"^[ -]*id: *['\"]?([\w/-]+)", re.MULTILINE)
_UNREAD = frozenset(("furniture", "code", "credit", "byline"))


def load(files: Sequence[Path], checks: Mapping[str, Check], bounds: Path | None = None, lists: dict[str, str] | None = None) -> list[Rule]:
    """The rules of some files, with their examples, in the order in which they stand. Raises DataError.

    Nothing outside `bounds` is read (None: anything may be). `lists` is given the word lists that were read, as the
    rules name them, with their digests.
    """
    mistakes: list[Mistake] = []
    rules: list[Rule] = []
    for file in files:
        reading = Reading(file, bounds, mistakes, {} if lists is None else lists)
        rules += [rule for node in _entries(reading) if (rule := _rule(reading, node, checks))]
    mistakes += clashes(rules)
    if mistakes:
        raise DataError(mistakes)
    return rules


def ids(files: Iterable[Path], bounds: Path | None) -> set[str]:
    """The ids that files seem to write, though they cannot be loaded: a configuration may speak of them all the same."""
    found: set[str] = set()
    for file in files:
        with suppress(OSError):
            text = "" if refusal(file, bounds) else content(file).decode(errors="replace")
            found.update(_ID_LINE.findall(text))
    return found


def _entries(reading: Reading) -> list[Node]:
    reason = refusal(reading.file, reading.bounds)
    if reason:
        reading.wrong(1, f"the rule file {reason}")
        return []
    try:
        root = read(reading.file)
    except DataError as error:
        reading.mistakes.extend(error.mistakes)
        return []
    except OSError as error:
        reading.unread(error)
        return []
    if not isinstance(root.value, list):
        reading.wrong(root.line, "a rule file is a list of rules: begin each with “- id: family/name”")
        return []
    return root.value


def _rule(reading: Reading, node: Node, checks: Mapping[str, Check]) -> Rule | None:
    if not isinstance(node.value, dict):
        reading.wrong(node.line, "a rule is a mapping: begin it with “- id: family/name”")
        return None
    before = len(reading.mistakes)
    fields = nodes.mapping(reading, node, "", _KEYS, "of a rule")
    for key in _REQUIRED:
        if key not in fields:
            reading.wrong(node.line, f"the rule has no “{key}”{_WHY_REQUIRED.get(key, '')}")
    name = _id(reading, fields.get("id"))
    check = _check(reading, fields.get("check"), checks)
    options = decode(check, fields.get("options", Node({}, node.line)), reading) if check else None
    unless = _expressions(reading, fields.get("unless"))
    if check and options is not None and "unless" in fields:
        prove_patterns(exceptions(options, unless), fields["unless"], reading)
    rule = Rule(
        id=name,
        check=str(fields["check"].plain) if "check" in fields else "",
        message=_message(reading, fields.get("message"), check),
        why=nodes.text(reading, fields.get("why"), "why"),
        severity=Severity(nodes.choice(reading, fields.get("severity"), tuple(Severity), Severity.WARNING)),
        on=nodes.choice(reading, fields.get("default"), ("on", "off"), "on") == "on",
        options=options,
        kinds=_kinds(reading, fields.get("kinds"), check),
        blocks=_blocks(reading, fields.get("blocks"), name),
        quotations=nodes.choice(reading, fields.get("quotations"), ("skip", "only", "any"), _quotations(name)),
        unless=unless,
        language=_language(reading, fields.get("language")),
        fix=_fix(reading, fields.get("fix")),
        source=nodes.text(reading, fields.get("source"), "source") or None,
        replaces=_replaced(reading, fields.get("replaces")),
        requires=nodes.choice(reading, fields.get("requires"), ("languagetool",), "") or None,
        origin=f"{reading.file}:{node.line}",
        bad=_examples(reading, fields.get("bad"), check, options, marked=True),
        good=_examples(reading, fields.get("good"), check, options, marked=False),
    )
    if check and options is not None:
        _prove_fills(reading, rule, check, fields)
    return rule if len(reading.mistakes) == before else None


def _check(reading: Reading, node: Node | None, checks: Mapping[str, Check]) -> Check | None:
    name = nodes.text(reading, node, "check")
    if node and name and name not in checks:
        reading.wrong(node.line, f"“{name}” is no check{nearest(name, checks)}; there are: {', '.join(checks)}")
    return checks.get(name)


def _id(reading: Reading, node: Node | None) -> str:
    name = nodes.text(reading, node, "id")
    if not name or node is None:
        return ""
    family = name.partition("/")[0]
    if not _ID.fullmatch(name):
        reading.wrong(node.line, f"“{name}” is no rule id: write family/name in lower case with hyphens")
    elif family not in FAMILIES:
        reading.wrong(node.line, f"“{family}” is no family of rules{nearest(family, FAMILIES)}; there are: {', '.join(FAMILIES)}")
    return name


def _replaced(reading: Reading, node: Node | None) -> tuple[str, ...]:
    found = nodes.texts(reading, node, "replaces")
    for name in found:
        if node and not _ID.fullmatch(name):
            reading.wrong(node.line, f"“{name}” is no rule id: “replaces” holds the ids that the rule had before")
    return found


def _language(reading: Reading, node: Node | None) -> str | None:
    name = nodes.text(reading, node, "language")
    if node and name and not LANGUAGE.fullmatch(name):
        reading.wrong(node.line, f"“language” should be en, or en with a country: en-GB, en-US; not “{name}”")
    return name or None


def _expressions(reading: Reading, node: Node | None) -> tuple[str, ...]:
    """Patterns as they are written: the blanks round them count."""
    if node is None:
        return ()
    items = node.value if isinstance(node.value, list) else [node]
    return tuple(item.value for item in items if nodes.text(reading, item, "unless"))


def _kinds(reading: Reading, node: Node | None, check: Check | None) -> dict[str, Severity | None]:
    kinds: dict[str, Severity | None] = {}
    for kind, value in nodes.mapping(reading, node, "“kinds” maps a kind to off or a severity").items():
        if check and kind not in check.kinds and node:
            reading.wrong(node.key_lines[kind], f"“{kind}” is no kind of this check{nearest(kind, check.kinds)}")
        level = nodes.choice(reading, value, ("off", *Severity), "off")
        kinds[kind] = None if level == "off" else Severity(level)
    return kinds


def _blocks(reading: Reading, node: Node | None, name: str) -> tuple[str, ...]:
    if node is None:
        unread = frozenset(("code",)) if name.startswith("placeholders/") else _UNREAD
        return tuple(role for role in ROLES if role not in unread)
    roles = nodes.texts(reading, node, "blocks")
    for role in roles:
        if role not in ROLES:
            reading.wrong(node.line, f"“{role}” is no role of a block{nearest(role, ROLES)}")
    return roles


def _message(reading: Reading, node: Node | None, check: Check | None) -> dict[str, str]:
    if node is None:
        return {}
    if not isinstance(node.value, dict):
        return {"default": nodes.text(reading, node, "message")}
    messages = {key: nodes.text(reading, value, key) for key, value in node.value.items()}
    if "default" not in messages and not (check and check.kinds and set(check.kinds) <= set(messages)):
        reading.wrong(node.line, "a message by kind needs a “default” too")
    return messages


def _prove_fills(reading: Reading, rule: Rule, check: Check, fields: Mapping[str, Node]) -> None:
    """Tells what stands in braces in a message or fix, and is filled by nothing."""
    known = fills(check, rule.options)
    said = {*known, "kind", *(("replacement",) if rule.fix else ())}
    for text in rule.message.values():
        for fill in unfilled(text, said):
            reading.wrong(fields["message"].line, f"the message's “{{{fill}}}” is filled by nothing here; known: {', '.join(sorted(said))}")
    for fill in unfilled(rule.fix.replace, known) if rule.fix else ():
        reading.wrong(fields["fix"].line, f"the fix's “{{{fill}}}” is filled by nothing here; known: {', '.join(sorted(known))}")


def _fix(reading: Reading, node: Node | None) -> Fix | None:
    shape = "“fix” is {replace: TEXT, safety: safe|unsafe}"
    fields = nodes.mapping(reading, node, shape, ("replace", "safety"), "of a fix")
    if node is None or not isinstance(node.value, dict):
        return None
    replace = fields.get("replace")
    if replace is None or not isinstance(replace.value, str):
        reading.wrong(replace.line if replace else node.line, shape)
        return None
    return Fix(replace.value, nodes.choice(reading, fields.get("safety"), ("safe", "unsafe"), "unsafe"))


def _examples(reading: Reading, node: Node | None, check: Check | None, options: Any, *, marked: bool) -> tuple[Example, ...]:
    if node is None:
        return ()
    which = "bad" if marked else "good"
    if not isinstance(node.value, list) or not node.value:
        reading.wrong(node.line, f"“{which}” is a list of one example or more; a rule without both lists does not load")
        return ()
    found = [example for item in node.value if (example := _example(reading, item, check, options))]
    for example in found:
        _prove_marks(reading, example, marked=marked)
    return tuple(found)


def _prove_marks(reading: Reading, example: Example, *, marked: bool) -> None:
    try:
        _, spans, _ = unmarked(example.text)
    except ValueError as error:
        reading.wrong(example.line, str(error))
        return
    if marked and not spans:
        reading.wrong(example.line, "a bad example: mark what is to be found with ⟦ and ⟧")
    elif spans and not marked:
        reading.wrong(example.line, "a good example: a good example has nothing to find: take ⟦ and ⟧ away")


def _example(reading: Reading, node: Node, check: Check | None, base: Any) -> Example | None:
    if isinstance(node.value, str):
        return Example(node.value.strip("\n"), line=node.line) if nodes.text(reading, node, "an example") else None
    fields = nodes.mapping(reading, node, "an example is a text, or {text, as, format, kind, options, fixed}", _EXAMPLE_KEYS, "of an example")
    if "text" not in fields:
        if isinstance(node.value, dict):
            reading.wrong(node.line, "an example needs a “text”")
        return None
    options = fields.get("options")
    fixed = fields.get("fixed")
    if fixed and not isinstance(fixed.value, str):
        reading.wrong(fixed.line, "“fixed” should be text")
    return Example(
        text=nodes.text(reading, fields["text"], "text"),
        role=nodes.choice(reading, fields.get("as"), ROLES, "paragraph"),
        format=nodes.choice(reading, fields.get("format"), tuple(SUFFIXES), "plain"),
        kind=nodes.text(reading, fields.get("kind"), "kind") or None,
        options=decode(check, options, reading, base) if check and options and base is not None else None,
        fixed=str(fixed.plain).strip("\n") if fixed else None,
        line=node.line,
    )


def _quotations(name: str) -> str:
    return "any" if name.startswith(("placeholders/", "names/")) else "skip"
