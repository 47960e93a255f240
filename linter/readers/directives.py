"""Comments in a text that speak to the linter: `copydesk: ignore RULE[, RULE] -- reason`."""

import re

from linter.model.document import Directive

ACTIONS = ("ignore", "off", "on", "ignore-file")
_OURS = re.compile(r"\s*copydesk\s*:", re.IGNORECASE)
_FORM = re.compile(r"\s*copydesk\s*:\s*(?P<action>[\w-]+)(?P<rules>.*?)(?:\s--+\s(?P<reason>.*))?\s*", re.DOTALL | re.IGNORECASE)
_RULE = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)?/?")
_LONGEST = 2000


def directive(comment: str, start: int, end: int) -> Directive | str | None:
    """What a comment (its inner text) at `source[start:end]` says to the linter, or what is wrong with it; else None."""
    if not _OURS.match(comment):
        return None
    found = _FORM.fullmatch(comment[:_LONGEST])
    action = found.group("action") if found else ""
    if not found or action not in ACTIONS:
        return f"a directive says {', '.join(ACTIONS)}, not “{action}”"
    rules = tuple(name.strip() for name in found.group("rules").split(",") if name.strip())
    wrong = next((name for name in rules if not _RULE.fullmatch(name)), None)
    if wrong:
        return f"“{wrong}” is no rule: write “copydesk: {action} family/name, family/name -- reason”"
    if not rules:
        return f"the directive names no rule: write “copydesk: {action} family/name -- reason”"
    return Directive(action, rules, (found.group("reason") or "").strip() or None, start, end)
