"""Which files a program uses: never fewer than Python loads, and none that it cannot load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from helpers import ROOT
from wegwijzer.build import files_used
from wegwijzer.site.steps import steps

SRC = ROOT / "src"
PACKAGES = (SRC / "wegwijzer", SRC / "municipal")
LOADED = """
import importlib, sys
before = set(sys.modules)
importlib.import_module(sys.argv[1])
print(*(module.__file__ for module in sys.modules.values() if getattr(module, "__file__", None)), sep="\\n")
"""


def write(folder, **files):
    """Modules from their name (`__` for a dot) and text."""
    for name, text in files.items():
        place = folder / f"{name.replace('__', '/')}.py"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)


def test_imports_are_followed(tmp_path):
    """Through modules, packages and functions, in a circle or not, also from where a module stands; other people's and unused ones are left out."""
    write(
        tmp_path,
        pakket__begin="import json\nfrom pakket import deel\nfrom pakket.ander import naam as anders\n",
        pakket__deel="def f():\n    import pakket.diep.onder\n",
        pakket__ander="from . import zo\nfrom importlib import import_module\nimport_module('pakket.genoemd')\n",
        pakket__zo="import pakket.begin\n",
        pakket__genoemd="",
        pakket__diep__onder="from ..boven import naam\nfrom .naast import naam\n",
        pakket__diep__naast="",
        pakket__boven="",
        pakket__ongebruikt="",
    )
    for package in ("pakket", "pakket/diep"):
        (tmp_path / package / "__init__.py").touch()
    text = tmp_path / "tekst.mjs"
    text.write_text("import ongebruikt")
    found = files_used([tmp_path / "pakket/begin.py", text], (tmp_path / "pakket",))
    assert sorted(file.relative_to(tmp_path).as_posix() for file in found) == [
        "pakket/__init__.py",
        "pakket/ander.py",
        "pakket/begin.py",
        "pakket/boven.py",
        "pakket/deel.py",
        "pakket/diep/__init__.py",
        "pakket/diep/naast.py",
        "pakket/diep/onder.py",
        "pakket/genoemd.py",
        "pakket/zo.py",
        "tekst.mjs",
    ]


@pytest.fixture(scope="module")
def makers(project):
    """The modules that hold the steps of this site."""
    return sorted({step.make.__module__ for step in steps(project.library, zensical=True)} | {"wegwijzer.mkdocs"})


def test_what_python_loads_is_found(makers):
    """For each module of a step, and for the macros of pages: a file of ours that it loads decides what it makes."""
    assert len(makers) >= 8
    for module in makers:
        command = [sys.executable, "-c", LOADED, module]
        said = subprocess.run(command, env={"PYTHONPATH": str(SRC)}, capture_output=True, text=True, check=True).stdout
        loaded = {Path(line) for line in said.splitlines()}
        ours = {file for file in loaded if any(package in file.parents for package in PACKAGES)}
        stem = SRC / module.replace(".", "/")
        named = next(file for file in (stem.with_suffix(".py"), stem / "__init__.py") if file.is_file())
        assert ours
        assert ours - files_used([named], PACKAGES) == set(), module
