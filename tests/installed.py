"""Distributions that tests build into wheels and install with pip, as somebody else's would be."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

from helpers import FIXTURES, ROOT

ROOMS = FIXTURES / "distribution"
"""A real one: a kind, a rule, a format and a macro, in two languages. Its entry point is `rooms`, its package `rooms_kit`."""
PROJECT = """
[project]
name = "{name}"
version = "1.0"

[project.entry-points."wegwijzer.extensions"]
{entry} = "{package}"

[tool.hatch.build.targets.wheel]
packages = ["{package}"]
"""


def distribution(folder: Path, name: str, files: dict[str, str], *, entry: str = "") -> Path:
    """The source of a distribution with one package, called `name`, in which these files stand."""
    root = folder / f"{entry or name}-{name}"
    for path, text in {"__init__.py": "", **files}.items():
        place = root / name / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    about = PROJECT.format(name=f"test-{root.name}", package=name, entry=entry or name)
    (root / "pyproject.toml").write_text(about, encoding="utf-8")
    return root


def install(folder: Path, *sources: Path) -> Path:
    """Build each source into a wheel, and let pip install them in a folder of their own. Returns that folder."""
    wheels = []
    for number, source in enumerate(sources):
        copy = shutil.copytree(source, folder / f"source-{number}")
        wheels += WheelBuilder(str(copy)).build(directory=str(folder / "wheels"), versions=["standard"])
    target = folder / "installed"
    asked = [
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--disable-pip-version-check",
        "--root-user-action=ignore",
    ]
    subprocess.run([sys.executable, "-m", "pip", *asked, "--target", target, *wheels], check=True)
    return target


def command(project: Path, target: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, which has what is installed in `target` beside the kit."""
    paths = os.pathsep.join((str(ROOT / "src"), str(target)))
    return subprocess.run(
        [sys.executable, "-m", "wegwijzer.cli", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1", "PYTHONSAFEPATH": "1", **more},
        capture_output=True,
        text=True,
        check=False,
    )
