"""`copydesk inspect`: what the linter sees in a file."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli.failing import fail
from linter.reporters.layers import LAYERS

if TYPE_CHECKING:
    from linter.analysis import Analysis


@click.command()
@click.argument("path", type=click.Path())
@click.option("--layer", type=click.Choice([*LAYERS, "all"]), default="all", help="What to show.  [default: all]")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help="[default: text; csv for one layer]")
@click.option("--encoding", help="The encoding of the file, where it is not UTF-8 or UTF-16 with a byte order mark.")
@click.option("--debug", is_flag=True, help="Show a traceback for a fault of copydesk's own.")
def inspect(path: str, layer: str, form: str, encoding: str | None, debug: bool) -> None:  # noqa: ARG001
    """Show what the linter sees in PATH: blocks, sentences, quotes, names, attributions."""
    from linter.analysis import Analysis
    from linter.readers import READERS, read
    from linter.readers.decoding import ReadError, decode, load_bytes

    if form == "csv" and layer == "all":
        fail("--format csv shows one layer: add --layer names, or another")
    suffix = Path(path).suffix.lower()
    if suffix not in READERS:
        fail(f"{path}: unsupported: no reader for “{suffix}” files (there are: {', '.join(sorted(READERS))})")
    try:
        documents = read(decode(load_bytes(path), encoding), path, suffix)
    except ReadError as error:
        fail(f"{path}: {error}")
    wanted = LAYERS if layer == "all" else (layer,)
    for document in documents:
        _print(Analysis(document), wanted, form)


def _print(analysis: "Analysis", wanted: tuple[str, ...], form: str) -> None:
    from linter.reporters.layers import layers
    from linter.reporters.tables import as_csv, as_text, table

    seen = layers(analysis, wanted)
    if form == "json":
        import json

        click.echo(json.dumps(seen, ensure_ascii=False, indent=2))
        return
    tables = {name: table(analysis.document, seen, name) for name in wanted}
    if form == "csv":
        click.echo(as_csv(tables.values()), nl=False)
    else:
        click.echo(f"{analysis.document.path}: {seen['genre']}")
        click.echo("\n".join(as_text(name, content) for name, content in tables.items()), nl=False)
