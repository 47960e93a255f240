"""`copydesk init`: a commented configuration to begin with."""

from pathlib import Path

import click

from linter.cli.failing import fail
from linter.cli.saying import say
from linter.config import NAMES

TEMPLATE = """\
# The configuration of copydesk. All of it is optional; `copydesk config` shows what is in force.

# Rule packs beside the core rules: the name of a pack that is shipped, or ./path of a rule file or folder.
# extends: [./house-rules.yaml]

# Rules: off, error, warning or suggestion; or severity, kinds and options of their own.
rules: {}
#   grammar/doubled-word: warning
#   names/inconsistent-spelling: {kinds: {case: off}}

# Other rules for some paths (relative to this file).
# overrides:
#   - {paths: ['opinion/**'], rules: {attribution/unattributed-claim: off}}

# Spellings that are right although they look otherwise.
# accept:
#   names: ['Al-Qaida']
#   pairs: [[Hizbollah, Hezbollah]]
#   words: [copytaster]

# A table (CSV) of names as the house spells them: canonical,variants,not,note,source,checked
# register: names.csv

# Single findings that somebody has looked at.
# ignore:
#   - {path: 'drafts/siege.txt', rule: grammar/doubled-word, text: 'had had', reason: 'right as it is'}

# Files to leave out, beside copydesk's own list.
# +exclude: ['archive/']

# en, en-GB, en-US …
language: en
"""


@click.command()
def init() -> None:
    """Write a commented .copydesk.yaml here; an old one stays as it is."""
    path = Path(NAMES[0])
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(TEMPLATE)
    except FileExistsError:
        fail(f"{path} is there already; it stays as it is")
    say(f"Wrote {path}.")
