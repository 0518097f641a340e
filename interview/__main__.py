"""The command `joint-working`."""

from __future__ import annotations

import sys


def main() -> None:
    """Open the start screen when nothing is asked for; else follow the command.

    The start screen goes round the command-line library, which would delay its first paint.
    """
    if sys.argv[1:]:
        from interview.cli import cli

        cli(prog_name="joint-working")
    else:
        from interview.doors import open_start

        sys.exit(open_start())


if __name__ == "__main__":
    main()
