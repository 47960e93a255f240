"""What may be read: a configuration, a pack or a word list found in a tree reaches no further than its repository."""

import errno
import os
from pathlib import Path

MOST_BYTES = 4_000_000
"""The largest configuration, rule file or word list."""


def boundary(file: Path) -> Path:
    """The folder that a file may name others in: its repository, or its own folder where there is none; resolved."""
    home = Path(os.path.realpath(file.parent))
    return next((folder for folder in (home, *home.parents) if (folder / ".git").exists()), home)


def inside(path: Path, bounds: Path | None) -> bool:
    """Whether a path, wherever its links lead, lies within bounds (a resolved folder; None: anywhere)."""
    return bounds is None or Path(os.path.realpath(path)).is_relative_to(bounds)


def refusal(path: Path, bounds: Path | None) -> str | None:
    """Why a file may not be read, as the end of “it …”; None where it may be."""
    if not inside(path, bounds):
        return f"lies outside {bounds}: nothing is read there"
    if not path.exists():
        return f"is not there ({path})"
    return None if path.is_file() else f"is not a file ({path})"


def content(path: Path) -> bytes:
    """The bytes of a file. Raises OSError, also where there are more than MOST_BYTES, whatever size the file claims."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise OSError(errno.EFBIG, f"too large: at most {MOST_BYTES:,} bytes are read", str(path))
    return data
