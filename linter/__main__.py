"""`python -m linter` is the command `copydesk`."""

from linter.cli import main

if __name__ == "__main__":
    main()
