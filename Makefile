# Two commands on a fresh machine: `make demo` and `make test`. The rest is for whoever works here.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready

.PHONY: help setup demo test lint types contracts tests bench format lock clean

help:
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(STAMP): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 ou plus récent est nécessaire" >&2; exit 1; }
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt >&2
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e . >&2
	@touch $@

setup: $(STAMP)  ## everything in .venv, versions and hashes pinned; compiled, since a service may not write here
	@$(BIN)/python -m compileall -q bot handlers locales models

demo: setup  ## talk to a made-up commune, no token and no network
	@$(BIN)/clochette demo

lint: setup
	@$(BIN)/ruff format --check -q . && $(BIN)/ruff check -q .

types: setup
	@$(BIN)/mypy

contracts: setup
	@$(BIN)/lint-imports --no-cache

tests: setup
	@$(BIN)/pytest -n auto --ignore=tests/locales
	@$(BIN)/pytest -n auto tests/locales --cov=locales --cov-report=term:skip-covered --cov-fail-under=100

test: lint types contracts tests  ## every check the project has

bench: setup  ## how fast and how big, beside others: three minutes, one table (docs/performance.md)
	@$(BIN)/python -m tests.bench

format: setup
	@$(BIN)/ruff check -q --fix . ; $(BIN)/ruff format -q .

lock:  ## pin requirements/*.in again (needs uv)
	uv pip compile -q --universal --generate-hashes --python-version 3.11 requirements/run.in -o requirements/run.txt
	uv pip compile -q --universal --no-strip-extras --generate-hashes --python-version 3.11 requirements/dev.in -c requirements/run.txt -o requirements/dev.txt

clean:
	rm -rf .venv .mypy_cache .ruff_cache .hypothesis build dist
