"""A rule as a page of Markdown: what `copydesk explain` prints and `docs/rules/` holds."""

from collections.abc import Iterator, Sequence
from typing import Any

from linter.model.rule import Example, Rule

_MOST_ITEMS = 12


def page(rule: Rule) -> str:
    """The page of one rule: what, why, examples, kinds, options, how to silence it."""
    return "\n".join(_lines(rule)).rstrip() + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    yield f"# {rule.id}"
    yield ""
    yield f"*{rule.severity.value}{'' if rule.on else ', off until a configuration switches it on'}*"
    yield ""
    yield rule.why
    yield ""
    yield "It says:"
    yield ""
    for key, message in rule.message.items():
        yield f"- {message}" if key == "default" else f"- {key}: {message}"
    yield ""
    if rule.kinds:
        yield "## Kinds"
        yield ""
        for kind, severity in rule.kinds.items():
            yield f"- `{kind}`: {severity.value if severity else 'off'}"
        yield ""
    yield from _examples("Found (between ⟦ and ⟧)", rule.bad)
    yield from _examples("Left alone", rule.good)
    yield from _options(rule.options._asdict())
    yield "## To silence or change it"
    yield ""
    yield "In `.copydesk.yaml`:"
    yield ""
    yield "```yaml"
    yield "rules:"
    yield f"  {rule.id}: off          # or error, warning, suggestion"
    yield "ignore:"
    yield f"  - {{path: 'drafts/*.txt', rule: {rule.id}, text: 'the words', reason: 'why'}}"
    yield "```"
    yield ""
    yield "`copydesk ignore NUMBER --reason 'why'` writes such an entry; `copydesk check --verbose` shows the numbers."
    yield f"In Markdown and HTML, for the next block: `<!-- copydesk: ignore {rule.id} -- why -->`."
    if rule.source:
        yield ""
        yield f"Source: {rule.source}"


def _examples(title: str, examples: Sequence[Example]) -> Iterator[str]:
    if not examples:
        return
    yield f"## {title}"
    yield ""
    for example in examples:
        note = f" *(as {example.role})*" if example.role != "paragraph" else ""
        first, *rest = example.text.split("\n")
        yield f"- {first}{note}"
        for line in rest:
            yield f"  {line}".rstrip()
        if example.fixed is not None:
            yield f"  → {example.fixed.replace(chr(10), ' ')}"
    yield ""


def _options(options: dict[str, Any]) -> Iterator[str]:
    if not options:
        return
    yield "## Options"
    yield ""
    for name, value in options.items():
        yield f"- `{name}`: {_value(value)}"
    yield ""


def _value(value: Any) -> str:
    if isinstance(value, dict):
        value = [f"{key} → {item}" for key, item in value.items()]
    if isinstance(value, list | tuple):
        if not value:
            return "nothing"
        shown = ", ".join(f"`{item}`" for item in value[:_MOST_ITEMS])
        return shown + (f" and {len(value) - _MOST_ITEMS:,} more" if len(value) > _MOST_ITEMS else "")
    return f"`{value}`"
