# A fresh machine needs python3 (3.11 or later, with venv) and make; the rest is fetched into .venv.
# Paths here are relative, so that a folder with a space in its name works.

PYTHON ?= python3
PY := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help run test check bench torture wheel picture clean
.NOTPARALLEL: # both stamps below install into the one .venv

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s  %s\n", $$1, $$2 }' Makefile

run: .venv/.run ## the interview; ARGS="new --plain" and the like are handed on
	@$(PY) -m interview $(ARGS)

test: .venv/.dev ## every test; ARGS="-m 'not slow'" and the like are handed on
	$(PY) -m pytest -n auto $(ARGS)

check: .venv/.dev ## lint, format, types, who imports whom, and the bundled questions
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	.venv/bin/lint-imports --no-logo
	$(PY) -m interview bank check questions/banks/ncvo

bench: .venv/.dev ## how quick it starts, answers and saves
	$(PY) -m tests.benchmarks

torture: .venv/.dev ## try to break the promise that nothing is lost; ARGS="kills --runs 100" and the like
	$(PY) -m tests.torture $(ARGS)

wheel: .venv/.dev ## the file to give to people, in dist/
	$(PY) -m build --wheel --no-isolation --outdir dist

picture: .venv/.dev ## the picture in README.md, made by the program itself
	$(PY) -m tests.picture

clean: ## forget .venv, dist and every cache; nothing of yours
	rm -rf .venv dist .torture .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# One stamp for what the program needs and one for what its tests need on top. Either is made again
# when the dependencies change, and not otherwise: the code is installed as a link to this folder.
.venv/.dev: EXTRA := [dev]
.venv/.run .venv/.dev: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo 'This needs Python 3.11 or later: install it, or say where it is with PYTHON=/path/to/python3.' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo 'This Python came without venv: install that as well (on Debian and Ubuntu the package is python3-venv).' >&2; exit 1; }
	@echo 'Setting up .venv; this takes a minute, once.'
	@$(PYTHON) -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.$(EXTRA)'
	@touch .venv/.run $@
