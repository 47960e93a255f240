"""Compares runs over many files: one process and two, without stored results, storing them, and with them; and growth with the files.

    python bench/files.py [--files 2000] [--rounds 3] [--growth 100,1000,10000] [PATH …]

The work is the texts of the paths (files, or folders of .txt; the examples, if none is named), over and over, each time with a line of
its own. Runs alternate; of each, medians of wall and CPU seconds are printed, and the memory of its largest process. All runs have to
print the same bytes.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

RUNS = {
    "one process": ("--no-cache",),
    "two processes": ("--no-cache", "--jobs", "2"),
    "storing results": (),
    "nothing has changed": (),
}
FRESH = "storing results"


class Cost(NamedTuple):
    """Seconds, and megabytes of the largest process."""

    wall: float
    cpu: float
    memory: float


def texts(paths: list[str]) -> list[str]:
    places = [Path(path) for path in paths] or [Path(__file__).parent.parent / "examples"]
    files = [file for place in places for file in (sorted(place.rglob("*.txt")) if place.is_dir() else [place])]
    return [file.read_text(encoding="utf-8").rstrip() for file in files]


def write(folder: Path, sources: list[str], count: int) -> None:
    """So many files, a hundred in a folder, no two of them alike."""
    for number in range(count):
        place = folder / f"{number // 100:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:05}.txt").write_text(f"{sources[number % len(sources)]}\n\nThis was report {number} of the day.\n", encoding="utf-8")


def run(work: Path, cache: Path, output: Path, *options: str) -> Cost:
    """Lints the work once, in a process of its own."""
    command = [sys.executable, "-m", "linter", "check", "--quiet", "--format", f"json={output}", *options, "."]
    began = time.perf_counter()
    pid = os.posix_spawn("/bin/sh", ["sh", "-c", 'cd "$1" && shift && exec "$@"', "sh", str(work), *command], {**os.environ, "COPYDESK_CACHE_DIR": str(cache)})
    _, status, used = os.wait4(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in {0, 1}:
        raise SystemExit(f"{' '.join(command)}: exit {code}")
    return Cost(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def median(costs: list[Cost]) -> Cost:
    return Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))


def line(name: str, cost: Cost, first: Cost) -> str:
    ratio = f"{first.wall / cost.wall:6.2f} {first.cpu / cost.cpu:6.2f}"
    return f"{name:24} {cost.wall:8.2f} {cost.cpu:8.2f} {cost.memory:8.0f}  {ratio}"


def compare(place: Path, sources: list[str], files: int, rounds: int) -> None:
    work, cache, output = place / "work", place / "cache", place / "report.json"
    write(work, sources, files)
    run(work, cache, output, "--no-cache")  # rules are compiled, files are in memory
    expected = output.read_bytes()
    costs: dict[str, list[Cost]] = {name: [] for name in RUNS}
    for number in range(rounds):
        for name, options in RUNS.items():
            if name == FRESH:
                (place / f"old{number}").mkdir()
                if (cache / "results").exists():
                    (cache / "results").rename(place / f"old{number}" / "results")
            costs[name].append(run(work, cache, output, *options))
            if output.read_bytes() != expected:
                raise SystemExit(f"{name}: other bytes")
    print(f"{f'{files:,} files':24} {'wall s':>8} {'CPU s':>8} {'MB':>8}  times as fast: wall, CPU")
    for name, found in costs.items():
        print(line(name, median(found), median(costs["one process"])))


def grow(place: Path, sources: list[str], sizes: list[int]) -> None:
    print(f"\n{'growth':24} {'CPU s':>8} {'MB':>8} {'ms a file':>10} {'kB a file':>10}")
    for size in sizes:
        work = place / f"growth{size}"
        write(work, sources, size)
        cost = run(work, place / "cache", place / "report.json", "--no-cache")
        print(f"{f'{size:,} files':24} {cost.cpu:8.2f} {cost.memory:8.0f} {1000 * cost.cpu / size:10.2f} {1024 * cost.memory / size:10.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--growth", type=lambda value: [int(size) for size in value.split(",") if size], default=[100, 1000, 10_000])
    parser.add_argument("paths", nargs="*")
    options = parser.parse_args()
    sources = texts(options.paths)
    with tempfile.TemporaryDirectory() as folder:
        compare(Path(folder), sources, options.files, options.rounds)
        grow(Path(folder), sources, options.growth)


if __name__ == "__main__":
    main()
