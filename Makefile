# The only verbs: serve build check test bench clean (test-engine, test-all and test-depth for parts; schema, after a change of the model).
# Second runs are fast: every step has a stamp that is newer than what it was made from.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

export NO_MKDOCS_2_WARNING := 1
export SOURCE_DATE_EPOCH := 0

PORT ?= 8000
PYTHON := .venv/bin/python
ENGINE := $(shell find src -name '*.py')
CONTENT := $(shell find trees frames data -name '*.yml')
PAGES := $(shell find docs -type f) mkdocs.yml

# Pictures, slides, paper and the runtime do not need each other.
MAKEFLAGS += --jobs=2

.PHONY: help serve build check test test-engine test-all test-depth bench clean schema setup always

help:
	@echo "make serve   bouw de site en bekijk ze op http://127.0.0.1:$(PORT)/"
	@echo "make test    voer alle tests uit"
	@echo "make test-engine  voer alleen de tests van de engine uit, zonder site"
	@echo "make test-all   voer ook uit wat traag is: elke stap van elke boom, LibreOffice, de andere sitebouwer"
	@echo "make test-depth meet hoe diep de tests van de engine gaan, tegenover vroeger"
	@echo "make check   kijk alle YAML na"
	@echo "make build   bouw de site in site/"
	@echo "make bench   meet snelheid, als verhoudingen binnen één run"
	@echo "make schema  maak de JSON-schema's opnieuw na een verandering van het model"
	@echo "make clean   verwijder wat gebouwd is"

serve: build
	@$(PYTHON) scripts/serve.py --port $(PORT)

build: site/.built

check: .venv/.ready .venv/.hunspell
	@.venv/bin/wegwijzer check .
	@$(PYTHON) scripts/check_spelling.py

# The engine is pure Python: its tests need no built site, no other program and no browser, so they run while we build.
PYTEST := $(PYTHON) -m pytest -n auto --dist worksteal
BUILT_TESTS := $(addprefix tests/,browser paper pyodide site slides test_spelling.py)
ENGINE_TESTS := tests $(BUILT_TESTS:%=--ignore=%) --ignore=tests/office

test: test-engine site/.built .venv/.browser .venv/.hunspell
	@$(PYTHON) -m ruff check --quiet .
	@$(PYTHON) -m ruff format --check --quiet .
	@$(PYTEST) $(BUILT_TESTS)

test-engine: .venv/.ready
	@$(PYTEST) $(ENGINE_TESTS)

# What `make test` tries in short, at length; every presentation in a real office program; the other site generator.
test-all: site/.built .venv/.browser
	@scripts/need.sh soffice
	@$(PYTEST) tests --ignore=tests/office -m slow
	@$(PYTHON) -m pytest tests/office -q -m slow
	@$(MAKE) test-zensical

# How deep the tests of the engine reach, then and now: branches, and small faults that a mutation tester makes.
test-depth: .venv/.depth
	@$(PYTHON) tests/depth/depth.py $(ENGINE_TESTS)

bench: site/.built .venv/.browser
	@$(PYTHON) scripts/bench.py

schema: .venv/.ready
	@.venv/bin/wegwijzer schema --output schema

clean:
	@rm -rf build site dist .pytest_cache .hypothesis .ruff_cache
	@echo "build/ en site/ zijn weg. Ook .venv en node_modules opnieuw maken? Verwijder ze zelf."

setup: .venv/.ready node_modules/.ready build/.dot

# -- what a fresh machine lacks ------------------------------------------------------------------------------

.venv/.ready: requirements.lock pyproject.toml
	@scripts/need.sh python3
	@echo "Python-pakketten klaarzetten in .venv (de eerste keer duurt dat een minuut) …"
	@test -x $(PYTHON) || python3 -m venv .venv
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

node_modules/.ready: package-lock.json
	@scripts/need.sh npm
	@echo "Pyodide klaarzetten in node_modules …"
	@npm ci --silent --no-fund --no-audit
	@touch $@

build/.dot:
	@scripts/need.sh dot
	@mkdir -p build && touch $@

.venv/.browser: .venv/.ready
	@scripts/need.sh chromium
	@touch $@

.venv/.depth: .venv/.ready tests/depth/requirements.lock
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --require-hashes -r tests/depth/requirements.lock
	@touch $@

.venv/.hunspell: .venv/.ready
	@scripts/need.sh hunspell
	@touch $@

# -- building ------------------------------------------------------------------------------------------------

build/trees/.made: .venv/.ready $(ENGINE) $(CONTENT)
	@rm -rf build/trees
	@.venv/bin/wegwijzer compile . --output build/trees
	@touch $@

build/diagrams/.made: build/trees/.made build/.dot scripts/build_diagrams.py
	@$(PYTHON) scripts/build_diagrams.py
	@touch $@

build/.type:
	@scripts/need.sh liberation
	@mkdir -p build && touch $@

build/pictures/.made: build/trees/.made build/.dot build/.type scripts/build_pictures.py scripts/build_diagrams.py $(wildcard scripts/paper/*.py)
	@$(PYTHON) scripts/build_pictures.py
	@touch $@

# Rewritten only when an address changes: what holds one is then made again.
build/.address: always
	@mkdir -p build
	@echo "$${SITE_URL:-} $${SOURCE_URL:-} $${CONTACT:-}" > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@

build/slides/.made: build/pictures/.made build/.address scripts/build_slides.py scripts/qr.py $(wildcard scripts/slides/*.py)
	@$(PYTHON) scripts/build_slides.py
	@touch $@

build/paper/.made: build/trees/.made build/.address build/.dot build/.type scripts/build_posters.py scripts/build_diagrams.py scripts/qr.py scripts/slides/measure.py $(wildcard scripts/paper/*.py)
	@$(PYTHON) scripts/build_posters.py
	@touch $@

build/runtime/.made: $(ENGINE) node_modules/.ready scripts/build_runtime.py scripts/runtime.mjs scripts/runtime_pack.py $(shell find scripts/standins -name '*.py') | build/trees/.made
	@echo "Python voor de browser klaarzetten …"
	@$(PYTHON) scripts/build_runtime.py
	@touch $@

build/vendor/qrcode.mjs: node_modules/.ready
	@mkdir -p build/vendor && cp node_modules/qrcode-generator/dist/qrcode.mjs $@

site/.built: build/.address build/diagrams/.made build/runtime/.made build/vendor/qrcode.mjs build/slides/.made build/paper/.made $(PAGES) $(wildcard scripts/macros/*.py) scripts/finish_site.py scripts/bare_pages.py scripts/pack_site.py scripts/address.py
	@echo "De site bouwen …"
	@test -n "$${SITE_URL:-}" || echo "SITE_URL is niet gezet: QR-codes en insluitcode wijzen naar http://127.0.0.1:8000/."
	@.venv/bin/mkdocs build --quiet --site-dir build/site
	@$(PYTHON) scripts/finish_site.py build/site
	@rm -rf site && mv build/site site
	@touch $@
