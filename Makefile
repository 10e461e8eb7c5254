# GNU make. `make help` lists what there is. Another Python: make demo PYTHON=python3.12
PYTHON ?= python3
VENV ?= .venv
TRAINING ?= .venv-training
SHARED ?= ../shared
BIN := $(VENV)/bin
PIP := -m pip --disable-pip-version-check install -qq
LEDGER := build/demo.db
REPORT := build/demo-report.html

.PHONY: help demo test check check-format check-lint check-types check-layers check-docs
.PHONY: format docs score bench train lock clean
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -hE '^[a-z]+:.* ## ' $(MAKEFILE_LIST) | sed -E 's/:.* ## /\t/' | expand -t 10

demo: $(VENV)/ready ## read the examples, list the contacts, write the report
	@mkdir -p build
	@rm -f $(LEDGER) $(LEDGER)-wal $(LEDGER)-shm $(REPORT)
	@$(BIN)/backchannel --ledger $(LEDGER) read examples/
	@$(BIN)/backchannel --ledger $(LEDGER) contacts
	@$(BIN)/backchannel --ledger $(LEDGER) report $(REPORT)
	@echo $(REPORT)

test: $(VENV)/ready-dev ## run the tests
	$(BIN)/python -m pytest -q

check: check-format check-lint check-types check-layers check-docs ## all checks; with make -k check all faults at once

check-format: $(VENV)/ready-dev
	$(BIN)/ruff format --check --quiet .

check-lint: $(VENV)/ready-dev
	$(BIN)/ruff check --quiet .

check-types: $(VENV)/ready-dev
	$(BIN)/mypy
	@! $(BIN)/python -c 'import torch' 2>/dev/null || $(BIN)/mypy training

check-layers: $(VENV)/ready-dev
	$(BIN)/lint-imports

check-docs: $(VENV)/ready-dev
	$(BIN)/python docs/figures.py --check
	$(BIN)/python docs/make_example.py --check
	$(BIN)/python docs/make_tour.py --check

format: $(VENV)/ready-dev ## format the code and mend what can be mended by itself
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format --quiet .

docs: $(VENV)/ready-dev ## write the generated parts of the docs anew
	$(BIN)/python tests/cli/commands_page.py
	$(BIN)/python docs/figures.py
	$(BIN)/python docs/make_example.py
	$(BIN)/python docs/make_tour.py

score: $(VENV)/ready-dev ## score on gold and hold the floors (gold beside the repository is used if it is there)
	$(BIN)/python -m evaluation --shared $(SHARED)

bench: $(VENV)/ready-dev ## time and memory of reading, time of settling and of finding copies
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/settling.py
	$(BIN)/python benchmarks/lineage.py

train: $(TRAINING)/ready ## train the reader model anew: hours, and corpora in $(SHARED)
	$(TRAINING)/bin/python -m training --shared $(SHARED)

lock: $(VENV)/ready-dev ## choose the versions of all packages anew
	$(BIN)/python $(PIP) uv
	$(BIN)/uv pip compile -q $(UV) pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q $(UV) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

UV := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --upgrade --custom-compile-command 'make lock'

clean: ## remove all that was made, and the environments
	rm -rf build dist $(VENV) $(TRAINING) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Environments. The file `ready` is newer than the lock it was made from, so the next call starts at once.
# The development environment is the runtime one with more in it: both locks hold the same versions.

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo 'backchannel needs Python 3.11 or newer. Say where it is: make demo PYTHON=python3.12' >&2; exit 1; }
	@echo 'Making $(VENV): once, a minute or two.'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/ready: requirements.lock pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python $(PIP) --require-hashes -r requirements.lock
	@$(BIN)/python $(PIP) --no-deps -e .
	@touch $@

$(VENV)/ready-dev: requirements-dev.lock $(VENV)/ready
	@$(BIN)/python $(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

$(TRAINING)/ready: training/requirements.txt pyproject.toml
	@$(PYTHON) -m venv $(TRAINING)
	@$(TRAINING)/bin/python $(PIP) -r training/requirements.txt -e .
	@touch $@
