"""All parts, or the one that is named first: `python -m tests.torture kills --runs 100`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from tests.torture import faults, fuzz, kills, mash

PARTS: dict[str, Callable[[Sequence[str]], int]] = {
    "kills": kills.main,
    "faults": faults.main,
    "fuzz": fuzz.main,
    "mash": mash.main,
}
"""Each part by its name: it is handed the rest of the command line, and gives an exit status."""


def main(given: Sequence[str]) -> int:
    """Run what was asked for; without a name, every part as it is by default."""
    if given and not given[0].startswith("-"):
        if given[0] not in PARTS:
            print(f"There is no part {given[0]}. There are: {', '.join(PARTS)}.", file=sys.stderr)
            return 2
        return PARTS[given[0]](given[1:])
    return max(part(given) for part in PARTS.values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
