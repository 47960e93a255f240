"""Work grows with the text, not with its square: counted in steps, not in seconds."""

import sys
from types import FrameType

import pytest

from linter.engine import Engine, core_rules
from linter.readers import read

SHAPES = {
    "sentences in one block": "The mayor said that the bridge would stay shut until May. ",
    "lines": "a\n",
    "opening quotes": "“",
    "apostrophes": "'a ",
    "brackets": "(",
    "full stops": ". ",
}


def calls(engine: Engine, source: str) -> int:
    """How many functions of ours are called while a text is linted."""
    count = 0

    def step(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    document = read(source, "draft.txt", ".txt")[0]
    sys.setprofile(step)
    try:
        engine.lint(document)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_takes_about_twice_the_steps(shape: str) -> None:
    engine = Engine(core_rules())
    engine.lint(read("Warm.\n\nUp.", "draft.txt", ".txt")[0])
    unit = SHAPES[shape]
    one, two = (calls(engine, "Bridge\n\n" + unit * (length // len(unit))) for length in (12_000, 24_000))

    assert two < 2.6 * one + 500
