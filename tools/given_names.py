"""Makes the word lists `given-names` and `nicknames` from two packages: `python tools/given_names.py FOLDER-OF-names FOLDER-OF-nicknames`.

The folders are those of the packages `names` 0.3.0 (its counts are those of the US Census of 1990, in the public domain) and
`nicknames` 1.0.1 (Apache-2.0), unpacked.
"""

import csv
import pathlib
import sys

WORDS = pathlib.Path(__file__).parent.parent / "rules" / "words"
GIVEN = (
    "# Given names of people, in small letters: all that at least one of 25,000 people in the United States bore in 1990, by its census\n"
    "# (public domain), as the package “names” 0.3.0 ships it. Made by tools/given_names.py.\n"
)
SHORT = (
    "# Given names and their short and pet forms, in small letters, each with those of its other forms that follow it.\n"
    "# From the package “nicknames” 1.0.1 (Carlton Northern and others, Apache-2.0). Made by tools/given_names.py.\n"
)
LEAST_SHARE = 0.004
"""In per cent of the people of one sex."""


def census(folder: pathlib.Path) -> set[str]:
    """The given names common enough, in small letters."""
    lines = [line.split() for sex in ("female", "male") for line in (folder / f"dist.{sex}.first").read_text(encoding="utf-8").splitlines()]
    return {name.lower() for name, share, *_ in lines if float(share) >= LEAST_SHARE}


def pet_forms(folder: pathlib.Path) -> dict[str, list[str]]:
    """For each given name its short forms."""
    found: dict[str, list[str]] = {}
    with (folder / "names.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["name1"], []).append(row["name2"])
    return found


def main() -> None:
    given = census(pathlib.Path(sys.argv[1]))
    forms = pet_forms(pathlib.Path(sys.argv[2]))
    (WORDS / "given-names.txt").write_text(GIVEN + "".join(f"{name}\n" for name in sorted(given)), encoding="utf-8")
    (WORDS / "nicknames.txt").write_text(SHORT + "".join(f"{name} {' '.join(sorted(set(forms[name])))}\n" for name in sorted(forms)), encoding="utf-8")


main()
