"""``python -m tests.torture fuzz --minutes 10``; ``python -m tests.torture mash --minutes 1``."""

from __future__ import annotations

import argparse
import sys

from tests.torture import fuzz, mash

_PARTS = {"fuzz": (fuzz.arguments, fuzz.fuzz), "mash": (mash.arguments, mash.mashes)}


def main() -> int:
    """Run the part that is named."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parts = parser.add_subparsers(dest="part", required=True)
    for name, (arguments, run) in _PARTS.items():
        arguments(parts.add_parser(name, help=run.__doc__))
    args = parser.parse_args()
    return _PARTS[args.part][1](args)


if __name__ == "__main__":
    sys.exit(main())
