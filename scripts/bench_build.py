"""From saving one line to seeing it, as ratios to a bare `mkdocs build` of the same pages. Used by bench.py."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, expect

from wegwijzer.kinds import KINDS
from wegwijzer.locale import say
from wegwijzer.model import Tree

ROOT = Path(__file__).resolve().parent.parent
TREE = ROOT / "trees/reactie.yml"
"""The largest tree."""
LINE = re.compile(r"^    text: (?P<words>.+\?)$", re.MULTILINE)
WORD = "Nu"
PATIENCE = 120_000  # milliseconds


def from_saving_to_seeing(browser: Browser) -> None:
    """Print how long the open page and the whole build take after one changed line of the largest tree."""
    with tempfile.TemporaryDirectory() as folder:
        bare = _seconds([ROOT / ".venv/bin/mkdocs", "build", "--quiet", "--site-dir", folder])
    with _serving() as address, _restored(TREE):
        page = browser.new_page()
        page.goto(address + KINDS.listed[Tree].address.format(TREE.stem))
        page.wait_for_timeout(15_000)  # the server has looked at every page by now
        start = time.perf_counter()
        _change_one_line("Straks")
        expect(page.locator("wegwijzer-wizard")).to_contain_text("Straks:", timeout=PATIENCE)
        seen = time.perf_counter() - start
        page.close()
    with _restored(TREE):
        _build()
        _change_one_line(WORD)
        built = _seconds([sys.executable, "-m", "wegwijzer.cli", "build"])
    print(say("bench.seen", ratio=f"{seen / bare:.2f}", seen=f"{seen:.1f}", bare=f"{bare:.1f}"))
    print(say("bench.built", ratio=f"{built / bare:.2f}", built=f"{built:.1f}", bare=f"{bare:.1f}"))


def _change_one_line(word: str) -> None:
    text = TREE.read_text(encoding="utf-8")
    TREE.write_text(LINE.sub(lambda line: f'    text: "{word}: {line["words"]}"', text, count=1), encoding="utf-8")


@contextmanager
def _restored(file: Path) -> Iterator[None]:
    """The file as it was, whatever happens meanwhile."""
    content = file.read_bytes()
    try:
        yield
    finally:
        file.write_bytes(content)


@contextmanager
def _serving() -> Iterator[str]:
    """The address of a server that follows what is saved."""
    command = [sys.executable, "-m", "wegwijzer.cli", "serve", "--port", "0"]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield next(found[1] for line in server.stdout if (found := re.search(r"(http://127\.0\.0\.1:\d+/) ", line)))
    finally:
        server.terminate()
        server.wait()


def _build() -> None:
    subprocess.run([sys.executable, "-m", "wegwijzer.cli", "build"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _seconds(command: list[str | Path]) -> float:
    start = time.perf_counter()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start
