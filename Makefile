# make run opens the program, make test checks everything, make bench measures it.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/installed
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test lint types unit bench screenshot clean

run: $(STAMP)
	@$(BIN)/gangmu

test: lint types unit

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

unit: $(STAMP)
	$(BIN)/pytest -n 2 --dist loadgroup

bench: $(STAMP)
	$(BIN)/python -m tests.bench

screenshot: $(STAMP)
	$(BIN)/python -m tests.screenshot

$(STAMP): pyproject.toml .constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Gangmu needs Python 3.11 or later; name one: make PYTHON=python3.12 run" >&2; exit 2; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv \
		|| { rm -rf .venv; echo "python3 cannot make a venv here; on Debian and Ubuntu: apt install python3-venv" >&2; exit 2; }
	@$(BIN)/pip install --quiet --constraint .constraints.txt --editable '.[dev]' >&2
	@$(BIN)/python -m compileall -q corpus tui
	@touch $@

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
