# Each target makes and fills .venv by itself; nothing is to be prepared by hand.
# PYTHON=python3.12 make demo   chooses the interpreter (3.11 to 3.13).

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
UV_VERSION := 0.13.9
COMPILE := $(BIN)/uv pip compile pyproject.toml - --universal --python-version 3.11 \
	--generate-hashes --no-annotate --custom-compile-command "make lock" --quiet

# A process for each core; the tests of one file stay together, for they share what is costly to make.
PYTEST := $(BIN)/pytest -n auto --dist loadfile

.PHONY: demo test lint lock notebooks clean

demo: $(VENV)/.runtime
	$(BIN)/govgraph demo

# Where no Chromium is to be had, the tests that open a view in it are left out, and it is said.
test: $(VENV)/.dev
	@if sh .ci/ensure-chromium; then $(PYTEST); else $(PYTEST) -m "not browser"; fi

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m govgraph_ontology.page --check

# Runs the tutorials and stores what they show now.
notebooks: $(VENV)/.dev
	$(BIN)/python tests/notebooks.py

# Pins and hashes only: a lock file must not name the registry that it was made from.
# Pins stay where they still fit; LOCK_FLAGS=--upgrade takes the newest.
lock: | $(BIN)/python
	$(PIP) install -qq uv==$(UV_VERSION)
	echo "hatchling>=1.24" | $(COMPILE) $(LOCK_FLAGS) -o constraints.txt
	echo "hatchling>=1.24" | $(COMPILE) $(LOCK_FLAGS) --extra dev -c constraints.txt -o constraints-dev.txt

clean:
	rm -rf $(VENV) demo dist build-output govgraph-store .coverage
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@PYTHON="$(PYTHON)" sh .ci/make-venv $(VENV)

# Hashes rule out `-e .` in the same command; the build backend is pinned with the rest, so nothing
# is fetched that the lock file does not name.
$(VENV)/.runtime: constraints.txt pyproject.toml | $(BIN)/python
	@echo "Installing govgraph into $(VENV) (once; a minute or so)"
	@$(PIP) install -qq --require-hashes -r constraints.txt
	@$(PIP) install -qq --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: constraints-dev.txt pyproject.toml | $(BIN)/python
	@echo "Installing govgraph and its development tools into $(VENV) (once; a minute or two)"
	@$(PIP) install -qq --require-hashes -r constraints-dev.txt
	@$(PIP) install -qq --no-deps --no-build-isolation -e .
	@touch $(VENV)/.runtime $@
