from typing import NamedTuple
from linter.checks.check import Check
class Options(NamedTuple):
    pass
CHECK = Check(Options, lambda a, s, o: ())
