"""The command `copydesk`: its subcommands, loaded when they are called, and its exit codes."""

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

import click

from linter import __version__
from linter.cli.saying import open_streams, say

_COMMANDS = {
    "check": "Lint files, folders or stdin (-).",
    "config": "Show the configuration in force for a path, and where each value came from.",
    "explain": "Say what a rule finds, why, and how to silence it.",
    "fix": "Apply the fixes that findings offer.",
    "ignore": "Accept one finding, with the reason.",
    "init": "Write a commented .copydesk.yaml.",
    "inspect": "Show what the linter sees in a file.",
    "rules": "List the rules in force, or run their examples.",
}

_YOUNG = 50_000
"""So many new objects before the collector of garbage looks for cycles: a run makes few."""


class _Commands(click.Group):
    """Imports a subcommand only when it is called: starting must stay cheap."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"linter.cli.{name}"), name)
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="copydesk", message="%(prog)s %(version)s")
def copydesk() -> None:
    """Reads news copy and says what a careful copy editor would query before publication."""


def main() -> None:
    """Runs the command and exits: 0, 1, 2 or 130, as the contract says."""
    gc.set_threshold(_YOUNG)
    open_streams()
    try:
        code = copydesk.main(prog_name="copydesk", standalone_mode=False)
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        advice = f" ({context.command_path} --help says more)" if context else ""
        say(f"copydesk: {error.format_message().rstrip('.')}{advice}", err=True)
        code = 2
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        code = 130
    except Exception as error:
        code = _told(error)
    _leave(code if isinstance(code, int) else 0)


def _leave(code: int) -> NoReturn:
    """Ends the process at once: taking the interpreter down object by object costs as much as linting a short article."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _told(error: Exception) -> int:
    if "--debug" in sys.argv:
        import traceback

        traceback.print_exception(error)
    else:
        from linter.cli.failing import explained

        for line in explained(error).split("\n"):
            say(f"copydesk: {line}", err=True)
    return 2
