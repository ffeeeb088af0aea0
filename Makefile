# The only verbs: serve build check test bench audit wheel release clean (test-… for a part of the tests; schema, after a
# change of the model).
# Each asks scripts/setup.sh for what it needs; what is there already costs nothing. What depends on what is the
# business of the build (src/wegwijzer/build, src/wegwijzer/site/steps.py), not of this file.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

export NO_MKDOCS_2_WARNING := 1
export SOURCE_DATE_EPOCH := 0
export PYTHONUTF8 := 1
unexport PYTHONDONTWRITEBYTECODE # who works here starts Python a thousand times: let it read each module once

PORT ?= 8000
OWN = $(if $(LOCAL),--local "$(LOCAL)")
SINCE = $(if $(PUBLISHED),--published "$(PUBLISHED)")
PYTHON := .venv/bin/python
WEGWIJZER := .venv/bin/wegwijzer
NEED := scripts/setup.sh

.NOTPARALLEL:
.PHONY: help setup serve build check audit wheel release test test-engine test-all test-depth test-hosting test-zensical bench clean schema

help:
	@echo "make serve   bouw de site en bekijk ze op http://127.0.0.1:$(PORT)/"
	@echo "make test    voer alle tests uit"
	@echo "make check   kijk alle YAML na"
	@echo "make build   bouw de site in site/"
	@echo "             met LOCAL=pad/naar/local.yml wordt het, zoals bij serve, de site van die gemeente"
	@echo "             met PUBLISHED=published.json van de site die nu online staat, zegt ze wat er veranderde"
	@echo "make setup   zet klaar wat de andere opdrachten nodig hebben; die doen dat ook zelf"
	@echo "make bench   meet snelheid, als verhoudingen binnen één run"
	@echo "make audit   zoek bekende gaten in wat vastligt (met internet)"
	@echo "make schema  maak de JSON-schema's opnieuw na een verandering van het model"
	@echo "make wheel   maak het pakket van de kit in dist/"
	@echo "make release maak het, en probeer het in een lege omgeving"
	@echo "make clean   verwijder wat gebouwd is"
	@echo
	@echo "make test-engine    alleen de tests van de engine, zonder site"
	@echo "make test-all       ook wat traag is: elke stap van elke boom, LibreOffice, servers, Zensical"
	@echo "make test-hosting   de site op een echte nginx en een echte Apache"
	@echo "make test-zensical  dezelfde site, gebouwd met Zensical"
	@echo "make test-depth     hoe diep de tests van de engine gaan, tegenover vroeger"

setup:
	@$(NEED) python node dot

serve: setup
	@$(WEGWIJZER) serve --port $(PORT) $(OWN)

build: setup
	@$(WEGWIJZER) build $(OWN) $(SINCE)

check:
	@$(NEED) python hunspell
	@$(WEGWIJZER) check .
	@$(PYTHON) scripts/check_spelling.py

audit:
	@$(NEED) python node
	@scripts/audit.sh

schema:
	@$(NEED) python
	@$(WEGWIJZER) schema --output schema

wheel:
	@$(NEED) python node
	@$(PYTHON) -m hatchling build -t wheel -d dist

# The wheel, tried in an empty environment as a newcomer would.
release:
	@$(NEED) python node dot chromium
	@scripts/release.sh

bench:
	@$(NEED) python node dot chromium chromium-full
	@$(WEGWIJZER) build
	@$(PYTHON) scripts/bench.py

clean:
	@rm -rf build site dist .pytest_cache .hypothesis .ruff_cache .mypy_cache
	@echo "build/ en site/ zijn weg. Ook .venv en node_modules opnieuw maken? Verwijder ze zelf."

# -- tests ---------------------------------------------------------------------------------------------------

PYTEST := $(PYTHON) -m pytest -n auto --dist worksteal
BUILT_TESTS := $(addprefix tests/,browser kit paper publish pyodide site slides content/test_spelling.py)
UNBUILT_TESTS := tests $(BUILT_TESTS:%=--ignore=%) --ignore=tests/office --ignore=tests/hosting
ENGINE_ROOMS := check compare compile doubt language load model mutations proof render view walk
ENGINE_TESTS := $(ENGINE_ROOMS:%=tests/%) $(wildcard tests/test_*.py)

test:
	@$(NEED) python node dot chromium hunspell
	@$(WEGWIJZER) build
	@$(PYTHON) -m ruff check --quiet .
	@$(PYTHON) -m ruff format --check --quiet .
	@$(PYTHON) -m mypy --no-error-summary
	@$(PYTEST) tests --ignore=tests/office --ignore=tests/hosting

# The engine is pure Python: its tests need no built site, no other program and no browser.
test-engine:
	@$(NEED) python
	@$(PYTEST) $(ENGINE_TESTS)

# What `make test` tries in short, at length; every presentation in a real office program; servers; the other generator.
test-all:
	@$(NEED) python node dot chromium chromium-full hunspell soffice nginx apache2 zensical
	@$(WEGWIJZER) build
	@$(PYTEST) tests --ignore=tests/office --ignore=tests/hosting -m slow
	@HYPOTHESIS_PROFILE=long $(PYTEST) tests/test_properties.py
	@$(PYTHON) -m pytest tests/office -q -m slow
	@$(MAKE) --no-print-directory test-hosting test-zensical

# The servers that people use, with the settings we give them.
test-hosting:
	@$(NEED) python node dot chromium nginx apache2
	@$(WEGWIJZER) build
	@$(PYTEST) tests/hosting -q

# The same sources with the generator that comes after Material, in an environment of its own.
test-zensical:
	@$(NEED) python node dot chromium zensical
	@$(WEGWIJZER) build --zensical build/site-zensical
	@WEGWIJZER_SITE=build/site-zensical $(PYTEST) -q \
		tests/browser/test_wizard.py tests/browser/test_safety.py tests/browser/test_finding.py tests/browser/test_search.py

# How deep the tests of the engine reach, then and now: branches, and small faults that a mutation tester makes.
test-depth:
	@$(NEED) python
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --require-hashes -r tests/depth/requirements.lock
	@$(PYTHON) tests/depth/depth.py $(UNBUILT_TESTS)
