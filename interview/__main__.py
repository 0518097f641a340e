"""The command `joint-working`."""

from __future__ import annotations

import sys


def main() -> None:
    """Open the start screen when nothing is asked for; else follow the command.

    Nobody sees a traceback: a fault of the program is told in a sentence, and noted for whoever
    mends it. A signal that comes before a door is open, or after it has closed, leaves at once.
    """
    from interview import exits, log, signals

    log.watch()
    try:
        with signals.calling(lambda: sys.exit(exits.INTERRUPTED)):
            try:
                code = _follow()
            except Exception as error:
                code, told = exits.faulty(None, log.note(error))
                exits.last_words(told, sys.stderr)
    finally:
        signals.die_quietly()
    sys.exit(code)


def _follow() -> int:
    """The start screen goes round the command-line library, which would delay its first paint."""
    if sys.argv[1:]:
        from interview.cli import cli

        cli(prog_name="joint-working")  # leaves by itself
    from interview.doors import open_start

    return open_start()


if __name__ == "__main__":
    main()
