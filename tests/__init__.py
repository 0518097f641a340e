"""The tests: a folder for each package, and what concerns them all."""
