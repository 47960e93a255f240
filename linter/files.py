"""Which files a run lints: those named, and those found in named folders; what is left out is said."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from linter.bounds import boundary, content
from linter.config import Config, Paths, relative
from linter.globs import Glob, covers, decided, glob
from linter.model.finding import Failure


class Walk(NamedTuple):
    """The files in the order given, folders sorted; what could not be had; what was left out on purpose."""

    files: list[str]
    failures: list[Failure]
    notices: list[str]
    skipped: int


class _IgnoreFile(NamedTuple):
    folder: Path
    globs: list[Glob]


def walk(
    paths: Collection[str],
    suffixes: Collection[str],
    config_for: Callable[[Path], Config],
    tracked: Callable[[str], Iterable[str]] = lambda _folder: (),
) -> Walk:
    """Finds the files to lint. `config_for` gives the configuration for things in a folder.

    `tracked` names files below a folder that git holds: a line in an ignore file does not hide those.
    """
    found = Walk([], [], [], 0)
    for path in paths:
        if os.path.isdir(path):
            found = _folder(path, suffixes, config_for, found, tracked(path))
        else:
            found = _named(path, suffixes, config_for, found)
    return found._replace(files=list(dict.fromkeys(found.files)))


def _folder(path: str, suffixes: Collection[str], config_for: Callable[[Path], Config], found: Walk, tracked: Iterable[str]) -> Walk:
    files = list(_below(path, suffixes, config_for, _ignore_files_above(Path(path)), found.failures))
    known = set(files)
    for file in tracked:
        if file not in known and not _problem(file, suffixes) and not os.path.islink(file) and not left_out(Path(file), config_for(Path(file).parent)):
            files.append(file)
    if not files:
        found.notices.append(f"{path}: no articles there ({', '.join(sorted(suffixes))})")
    return found._replace(files=[*found.files, *files])


def _named(path: str, suffixes: Collection[str], config_for: Callable[[Path], Config], found: Walk) -> Walk:
    problem = _problem(path, suffixes)
    if problem:
        found.failures.append(Failure(problem, path))
        return found
    reason = left_out(Path(path), config_for(Path(path).parent))
    if reason:
        found.notices.append(f"{path}: skipped: {reason}")
        return found._replace(skipped=found.skipped + 1)
    found.files.append(path)
    return found


def _problem(path: str, suffixes: Collection[str]) -> str | None:
    if os.path.islink(path) and not os.path.exists(path):
        return "a symbolic link that leads nowhere, or round in a circle"
    if not os.path.lexists(path):
        return "no such file or folder"
    if not os.path.isfile(path):
        return "not a file"
    suffix = os.path.splitext(path)[1].lower()
    if suffix not in suffixes:
        kind = f"“{suffix}” files" if suffix else "files without a suffix"
        return f"unsupported: no reader for {kind} (there are: {', '.join(sorted(suffixes))})"
    return None


def left_out(path: Path, config: Config) -> str | None:
    """Why a file is not to be linted, if a configuration says so."""
    for name in ("exclude", "include"):
        setting = config.settings[name]
        meant = _meant(setting.value, path, config)
        if setting.value and meant == (name == "exclude"):
            return f"“{name}” of {setting.origin}"
    return None


def _below(
    folder: str,
    suffixes: Collection[str],
    config_for: Callable[[Path], Config],
    ignores: list[_IgnoreFile],
    failures: list[Failure],
) -> Iterator[str]:
    """The files below a folder, sorted by name. Symbolic links are not followed, so that there is no way round in a circle."""
    waiting: list[tuple[str, list[_IgnoreFile]]] = [(folder, ignores)]
    while waiting:
        here, above = waiting.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            failures.append(Failure((error.strerror or str(error)).lower(), here))
            continue
        own = _ignore_file(Path(here))
        known = [*above, own] if own else above
        config = config_for(Path(here))
        folders = []
        for entry in entries:
            if entry.is_symlink() or entry.name == ".git":
                continue
            is_folder = entry.is_dir(follow_symlinks=False)
            if not is_folder and os.path.splitext(entry.name)[1].lower() not in suffixes:
                continue
            if _ignored(Path(entry.path), known, folder=is_folder):
                continue
            if is_folder:
                if not _excluded_folder(Path(entry.path), config):
                    folders.append((entry.path, known))
            elif not left_out(Path(entry.path), config):
                yield os.path.normpath(entry.path).replace(os.sep, "/")
        waiting += reversed(folders)


def _excluded_folder(path: Path, config: Config) -> bool:
    return _meant(config.value("exclude"), path, config, folder=True)


def _meant(globs: Sequence[Paths], path: Path, config: Config, *, folder: bool = False) -> bool:
    """Whether a file or folder is meant by some globs, each relative to a folder of its own: the last that covers it decides."""
    shown: dict[Path | None, str | None] = {}
    for pattern, base in reversed(globs):
        if base not in shown:
            shown[base] = _seen_from(base, path, config)
        seen, found = shown[base], glob(pattern)
        if seen is not None and covers(found, seen, folder=folder):
            return not found.negated
    return False


def _seen_from(base: Path | None, path: Path, config: Config) -> str | None:
    """A path as seen from the folder of a glob; None where it lies elsewhere.

    Globs of our own, and those of a configuration that was named from afar, are seen from the folder here, or the file's repository.
    """
    shown = relative(path, base) if base else None
    if shown is not None or (base and base != config.folder):
        return shown
    here = relative(path, Path())
    return here if here is not None else relative(path, boundary(path)) or path.name


def _ignored(path: Path, ignores: list[_IgnoreFile], *, folder: bool) -> bool:
    for ignore in reversed(ignores):
        shown = relative(path, ignore.folder)
        verdict = decided(ignore.globs, shown, folder=folder) if shown is not None else None
        if verdict is not None:
            return verdict
    return False


def _ignore_file(folder: Path) -> _IgnoreFile | None:
    file = folder / ".gitignore"
    if file.is_symlink() or not file.is_file():
        return None
    try:
        lines = content(file).decode("utf-8", "replace").split("\n")
    except OSError:
        return None
    globs = [glob(line.rstrip()) for line in lines if line.strip() and not line.startswith("#")]
    return _IgnoreFile(folder, globs)


def _ignore_files_above(folder: Path) -> list[_IgnoreFile]:
    """The ignore files of the repository that lie above a folder, outermost first."""
    above: list[_IgnoreFile] = []
    for parent in folder.absolute().parents if not (folder / ".git").exists() else ():
        own = _ignore_file(parent)
        if own:
            above.append(own)
        if (parent / ".git").exists():
            return above[::-1]
    return []
