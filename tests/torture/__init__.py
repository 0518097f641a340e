"""Attacks on the promise that nothing is lost: `python -m tests.torture`, or `make torture`."""
