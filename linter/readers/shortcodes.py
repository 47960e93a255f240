"""Shortcodes and template tags of site generators (Hugo, Jekyll, Eleventy): no copy, wherever they stand."""

import re

MASK = "\x1a"
"""Stands, as often as there are characters, in the place of a shortcode."""

MASKS = re.compile(f"{MASK}+")

_SHORTCODE = re.compile(
    r"""\{\{[<%](?P<hugo>(?:[^{}"]|"[^"\n]{0,1000}"){0,4000}+)(?<=[>%])\}\}
    |\{%(?P<liquid>(?:[^{}"]|"[^"\n]{0,1000}"){0,4000}+)(?<=%)\}
    |\{\{[^{}]{0,1000}\}\}
    |\{\#[^{}]{0,4000}\#\}
    |\{:[^{}\n]{0,400}\}""",
    re.VERBOSE,
)
_NAME = re.compile(r"[-~]?\s*([\w./-]+)")
_CODE = frozenset(
    "code codeblock chart comment datawrapper graph highlight html javascript js katex math mathjax mermaid raw rawhtml script style svg verbatim".split()
)
"""Names of shortcodes between whose two halves code stands."""


def masked(text: str) -> str:
    """The text with every shortcode masked, and the code between two that belong together; of the same length."""
    if "{" not in text:
        return text
    parts: list[str] = []
    at = 0
    closers: dict[str, re.Pattern[str] | None] = {}
    for found in _SHORTCODE.finditer(text):
        if found.start() < at:
            continue
        end = _code_end(text, found, closers) or found.end()
        parts += [text[at : found.start()], MASK * (end - found.start())]
        at = end
    return "".join((*parts, text[at:]))


def _code_end(text: str, found: re.Match[str], closers: dict[str, re.Pattern[str] | None]) -> int:
    """Where the shortcode ends that closes this one, if what stands between them is code; else 0."""
    inner = (found.group("hugo") or found.group("liquid") or "").rstrip(">%").strip()
    named = _NAME.match(inner)
    name = named.group(1) if named else ""
    if name not in _CODE or inner.endswith("/"):
        return 0
    if name not in closers:
        closers[name] = re.compile(rf"\{{\{{[<%]\s*/\s*{name}\s*[>%]\}}\}}|\{{%-?\s*end{name}\s*-?%\}}")
    pattern = closers[name]
    closing = pattern.search(text, found.end()) if pattern else None
    if not closing:
        closers[name] = None  # none further on either: nobody looks for it again
    return closing.end() if closing else 0
