"""``python -m tests.torture fuzz --minutes 10``."""

from __future__ import annotations

import argparse
import sys

from tests.torture import fuzz


def main() -> int:
    """Run the part that is named."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parts = parser.add_subparsers(dest="part", required=True)
    fuzz.arguments(parts.add_parser("fuzz", help=fuzz.__doc__))
    return fuzz.fuzz(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
