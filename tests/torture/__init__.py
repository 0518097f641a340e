"""Attacks on the promise that nothing is lost: `python -m tests.torture`, or `make torture`.

The promise: what the screen calls saved is on the disk; of a sentence being typed, at most the last
second can be lost. Each part (see `__main__`) tries to break it in one way, prints a table of what
it saw, and ends with status 1 if anything was broken.

`kills` runs the program in a real terminal, types as a group would, and stops it at a random
moment: `--runs 1000 --seed 0 --at-once 2`, or `--minutes 10` to stop by the clock. What broke lies
in `.torture/`, one JSON line a run; `--seed S --runs 1` plays run S again, on the agreement as it
was then if that is still there.

`faults` makes what a disk can do, for real, at every moment: `--only "disk full"`, `--moment saving`,
`--output docs/faults.md` renews the table there. Some need root, or strace; what this computer cannot
make is named, with the reason.
"""
