# Everything a person or CI does here. `make help` lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The corpora and the scorer; only training, eval and bench read them, and only where they exist.
SHARED ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help setup demo test check eval bench train screenshots format docs clean

help:  ## List what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | \
		awk -F'|' '{printf "  make %-10s %s\n", $$1, $$2}'

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e . --group dev
	@touch $@

setup: $(VENV)/.installed  ## Make the virtual environment (every other target does it too)

demo: setup  ## Read the example story and show the record (FULL=1: all of it)
	@$(BIN)/python examples/demo.py

test: setup browser  ## Run the tests
	$(BIN)/pytest

check: setup test  ## What CI runs: tests, format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: setup  ## Score readers, slices, calibration, acts and nesting; hold the floors (ONLY=acts,slices)
	$(BIN)/python -m evaluation --shared $(SHARED) $(if $(ONLY),--only $(ONLY))

bench: setup  ## Measure speed and memory as ratios in one run
	$(BIN)/python -m evaluation.bench --shared $(SHARED)
	$(BIN)/python -m evaluation.ledger_bench
	$(BIN)/python -m evaluation.web_bench

train: setup  ## Train the reader from the corpora and package it (hours on two cores)
	training/run.sh $(SHARED)

docs: setup  ## Write docs/cli.md and the README's examples from what the program prints
	$(BIN)/python tests/write_cli_docs.py
	$(BIN)/python tests/write_readme.py

screenshots: setup browser  ## Take the pictures of the README again
	$(BIN)/python tests/take_screenshots.py
	$(BIN)/python tests/take_desk_pictures.py

format: setup  ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:  ## Remove what was made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache

.PHONY: browser
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
		command -v google-chrome >/dev/null || tests/install_browser.sh
