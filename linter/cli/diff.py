"""`--diff-base` and `--staged`: the lines that count."""

from typing import TYPE_CHECKING

from linter.cli.failing import fail

if TYPE_CHECKING:
    from linter.git import Changes


def changes(base: str | None, *, staged: bool) -> "Changes | None":
    """What changed, or None where every line counts. Raises GitError."""
    if base is not None and staged:
        fail("--diff-base and --staged do not go together: the index is compared with the last commit")
    if base is None and not staged:
        return None
    from linter.git import changes_since, staged_changes

    return staged_changes() if base is None else changes_since(base)
