"""The command `copydesk`, also as `python -m linter`: whenever it is interrupted, it ends quietly with 130."""

import os


def main() -> None:
    """Runs the command and exits; see `linter.cli`. Loading it takes most of a short run, so that it may be interrupted too."""
    try:
        from linter.cli import main as run

        run()
    except KeyboardInterrupt:
        os._exit(130)


if __name__ == "__main__":
    main()
