"""The wheel of the kit, in an environment without this repository: what somebody has who typed `pip install`.

WEGWIJZER_WHEEL names a wheel that was made already (`make release`).
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers import ROOT
from wegwijzer.serve.server import server


@dataclass(frozen=True)
class Environment:
    """A Python of its own in which the wheel was installed."""

    place: Path

    def run(self, *command: str, cwd: Path, without_dot: bool = False) -> subprocess.CompletedProcess[str]:
        """One command there; nothing of this repository or its settings is seen."""
        path = [str(self.place / "bin"), *([] if without_dot else [os.environ["PATH"]])]
        told = {"HOME": str(self.place), "PATH": os.pathsep.join(path), "LANG": "C.UTF-8", "NO_MKDOCS_2_WARNING": "1"}
        return subprocess.run(command, cwd=cwd, env=told, capture_output=True, text=True, check=False, timeout=600)

    def wegwijzer(self, *arguments: str, cwd: Path, **how: bool) -> str:
        """The command of the kit, which must succeed; gives what it said."""
        done = self.run(str(self.place / "bin/wegwijzer"), *arguments, cwd=cwd, **how)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr


@contextmanager
def _shown(site: Path) -> Iterator[str]:
    with server(site, 0) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_address[1]}/"
        serving.shutdown()


@pytest.fixture(scope="session")
def shown() -> Callable[[Path], AbstractContextManager[str]]:
    """Serves a site while a test looks at it; gives its address."""
    return _shown


@pytest.fixture(scope="session")
def wheel(tmp_path_factory) -> Path:
    """The wheel, as a release has it."""
    if made := os.environ.get("WEGWIJZER_WHEEL"):
        return Path(made).resolve()
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(
        build, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, check=True, capture_output=True
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def environment(wheel, tmp_path_factory) -> Environment:
    """An environment with the wheel alone; what it depends on is that of this Python, so that nothing is fetched."""
    place = tmp_path_factory.mktemp("omgeving") / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    pip = [str(place / "bin/python"), "-m", "pip", "install", "-qq", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    libraries = next(place.glob("lib/python*/site-packages"))
    here = Path(sysconfig.get_path("purelib"))
    for entry in here.iterdir():
        ours = entry.name.startswith(("wegwijzer", "_wegwijzer", "_editable")) or entry.suffix == ".pth"
        if not ours and not (libraries / entry.name).exists():
            (libraries / entry.name).symlink_to(entry)
    return Environment(place)
