"""Front matter: the fields above a Markdown article, as YAML between `---` or TOML between `+++`."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from linter.model.document import Block
from linter.readers.fields import Fields, plain_fields, role_of
from linter.readers.scalars import laid_out

MOST_CHARACTERS = 1_000_000
DEEPEST = 40

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\r?\n\s*")
_CLOSING = {"---": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE), "+++": re.compile(r"^\+\+\+[ \t]*\r?$", re.MULTILINE)}
_FIELD = re.compile(r"""[\w"'. -]{1,200}[:=]|#|\[|---|\.\.\.|\+\+\+""")
"""What front matter begins with; a line of `---` above anything else is a rule across the page."""


_NO_TEXT = frozenset(("", "~", "null", "true", "false", "yes", "no", "on", "off"))
"""Plain scalars of YAML that are no text."""


class FrontMatter(NamedTuple):
    """The blocks of copy among the fields, all values by name, where the body begins, and what could not be read."""

    blocks: tuple[Block, ...]
    metadata: dict[str, tuple[str, ...]]
    body: int
    problems: tuple[tuple[int, str], ...]


class Value(NamedTuple):
    """A value, the names that lead to it, where `source[start:end]` spells it, and how (see `laid_out`).

    One spelled `bare` is no text: a number, a day, yes or no, nothing.
    """

    path: tuple[str, ...]
    text: str
    start: int
    end: int
    spelling: str


class _FormatError(ValueError):
    """Front matter that is not the format it claims to be; `line` counts from its first line, from 0."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def read_front_matter(source: str, own: Fields) -> FrontMatter:
    """The front matter of a text; where there is none, the body begins at once."""
    fence = _FENCE.match(source)
    if not fence or not _FIELD.match(source, fence.end()):
        return FrontMatter((), {}, 0, ())
    start = fence.end()
    closing = _CLOSING[fence.group(1)].search(source, start)
    if not closing:
        mark = fence.group(1)
        return FrontMatter((), {}, 0, ((1, f"the front matter that “{mark}” opens never closes; end it with a line of “{mark}”"),))
    end = closing.start()
    body = min(closing.end() + 1, len(source))
    if end - start > MOST_CHARACTERS:
        return FrontMatter((), {}, body, ((1, f"front matter of {end - start:,} characters; at most {MOST_CHARACTERS:,} are read"),))
    try:
        values = list(_yaml(source, start, end) if fence.group(1) == "---" else _toml(source, start, end))
    except _FormatError as error:
        return FrontMatter((), {}, body, ((error.line + 2, f"front matter: {error}"),))
    known = plain_fields(own)
    metadata: dict[str, list[str]] = {}
    blocks = []
    for value in values:
        metadata.setdefault(".".join(value.path).lower(), []).append(value.text.strip())
        role = role_of(value.path, known) if value.spelling != "bare" else None
        block = laid_out(role, value.text, source, value.start, value.end, value.spelling) if role else None
        if block:
            blocks.append(block)
    return FrontMatter(tuple(blocks), {name: tuple(texts) for name, texts in metadata.items()}, body, ())


def _yaml(source: str, start: int, end: int) -> Iterator[Value]:
    """The scalars of a YAML mapping in order. Nothing is expanded: what an alias stands for is read where it is written."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    open_names: list[str | None] = []
    waiting: list[str | None] = []
    try:
        for event in yaml.parse(source[start:end], Loader=loader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise _FormatError(_line(event), "anchors and aliases (“&”, “*”) are not read; write the value out, or put the text in quotes")
            if isinstance(event, yaml.CollectionEndEvent):
                open_names.pop()
                waiting.pop()
            elif isinstance(event, yaml.CollectionStartEvent):
                name = _taken(waiting)
                open_names.append(name)
                waiting.append("" if isinstance(event, yaml.MappingStartEvent) else None)
                if len(open_names) > DEEPEST:
                    raise _FormatError(_line(event), f"nested more than {DEEPEST} levels deep")
            elif isinstance(event, yaml.ScalarEvent):
                if waiting and waiting[-1] == "":
                    waiting[-1] = event.value or " "
                    continue
                path = tuple(part for part in (*open_names, _taken(waiting)) if part)
                if path:
                    yield _yaml_value(event, path, source, start)
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        raise _FormatError(mark.line if mark else 0, f"not YAML: {error.problem or error.context}") from None
    except yaml.YAMLError as error:
        raise _FormatError(0, f"not YAML: {str(error).splitlines()[0]}") from None


def _line(event: Any) -> int:
    return int(event.start_mark.line)


def _taken(waiting: list[str | None]) -> str | None:
    """The key that waits for this value; in a list none does."""
    if not waiting or waiting[-1] is None:
        return None
    name, waiting[-1] = waiting[-1], ""
    return name


def _yaml_value(event: Any, path: tuple[str, ...], source: str, base: int) -> Value:
    start, end = base + event.start_mark.index, base + event.end_mark.index
    if event.style in ('"', "'"):
        return Value(path, event.value, start + 1, end - 1, "double" if event.style == '"' else "single")
    if event.style in ("|", ">"):
        start = source.find("\n", start) + 1
        start += len(source[start:end]) - len(source[start:end].lstrip())
    bare = event.style in (None, "") and event.value.lower() in _NO_TEXT
    return Value(path, event.value, min(start, end), end, "bare" if bare else "plain")


_TOML = re.compile(
    r"""\#[^\n]*
    |(?P<table>^[ \t]*\[\[?(?P<names>(?:[^\]\n"']|"[^"\n]*"|'[^'\n]*')+)\]\]?(?=[ \t]*(?:\#|\r?$)))
    |(?P<key>(?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*)[ \t]*=
    |\"\"\"(?P<long>[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+)\"\"\"
    |'''(?P<raw>[^']*+(?:'(?!'')[^']*+)*+)'''
    |"(?P<basic>[^"\\\n]*+(?:\\.[^"\\\n]*+)*+)"
    |'(?P<literal>[^'\n]*)'
    |(?P<bare>[^\s"'\[\]{},=\#]+)|.""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


def _toml(source: str, start: int, end: int) -> Iterator[Value]:
    """The strings of a TOML document in order, beneath the names that lead to them; the parser itself gives no places."""
    import tomllib

    text = source[start:end]
    try:
        tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"line (\d+)", str(error))
        raise _FormatError(int(found.group(1)) - 1 if found else 0, f"not TOML: {error}") from None
    table: tuple[str, ...] = ()
    inner: list[tuple[str, ...]] = []
    key: tuple[str, ...] = ()
    at = depth = 0
    while found := _TOML.search(text, at):
        kind = found.lastgroup
        at = found.end()
        if kind in ("table", "names") and depth:  # a line of an array that looks like a table's name
            at = found.start() + len(found.group()) - len(found.group().lstrip()) + 1
            depth += 1
        elif kind in ("table", "names"):
            table = _toml_names(found.group("names"))
        elif kind == "key":
            key = (*(inner[-1] if inner else table), *_toml_names(found.group("key")))
        elif found.group() in ("[", "]"):
            depth += 1 if found.group() == "[" else -1
        elif found.group() == "{":
            inner.append(key)
        elif found.group() == "}" and inner:
            key = inner.pop()
        elif kind in ("long", "raw", "basic", "literal"):
            spelling = "double" if kind in ("long", "basic") else "plain"
            spelled = found.group(kind)
            value = tomllib.loads(f"x = {found.group()}")["x"] if spelling == "double" and "\\" in spelled else spelled
            first = start + found.start(kind)
            if kind in ("long", "raw") and spelled[:1] in "\r\n":
                first += len(spelled) - len(spelled.lstrip("\r\n"))
                value = value.lstrip("\r\n")
            yield Value(key, value, first, start + found.end(kind), spelling)
        elif kind == "bare" and key:
            yield Value(key, found.group(), start + found.start(), start + found.end(), "bare")


def _toml_names(text: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in text.split("."))
