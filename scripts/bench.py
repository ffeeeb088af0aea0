"""Measure speed, as ratios within one run: machines differ, and none is quiet.

Usage: python scripts/bench.py (or `make bench`). Prints one line a figure; asserts nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from chromium import launch
from serve import server

ROOT = Path(__file__).resolve().parent.parent
PLAIN = """async (base) => {
  const start = performance.now();
  const { loadPyodide } = await import(base + "/pyodide.mjs");
  await loadPyodide({ indexURL: base + "/" });
  return performance.now() - start;
}"""
RUNS = 3


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        check_of_large_trees(Path(folder))
        check_against_yamllint(Path(folder))
    with sync_playwright() as playwright:
        browser = launch(playwright)
        boot_of_python(browser)
        browser.close()
    return 0


def check_of_large_trees(folder: Path) -> None:
    """`wegwijzer check` on 10,000 questions against 1,000: in proportion it would be 10."""
    times = {}
    for size in (1_000, 10_000):
        path = folder / f"groot-{size}.yml"
        path.write_text(large_tree(size), encoding="utf-8")
        times[size] = best(
            lambda path=path: subprocess.run(
                [sys.executable, "-m", "wegwijzer.cli", "check", path], check=True, stdout=subprocess.DEVNULL
            )
        )
    print(
        f"controle: 10.000 vragen tegenover 1.000: {times[10_000] / times[1_000]:.1f} keer zo lang "
        f"({times[10_000]:.1f} s en {times[1_000]:.1f} s)"
    )


def check_against_yamllint(folder: Path) -> None:
    """`wegwijzer check` on 10,000 questions, language included, against yamllint with its own settings."""
    path = folder / "groot-10000.yml"
    ours, theirs = (
        best(
            lambda module=module: subprocess.run(
                [sys.executable, "-m", *module, path], stdout=subprocess.DEVNULL, check=False
            )
        )
        for module in (("wegwijzer.cli", "check"), ("yamllint", "-d", "default"))
    )
    print(f"controle tegenover yamllint, 10.000 vragen: {ours / theirs:.2f} ({ours:.1f} en {theirs:.1f} s)")


def large_tree(size: int) -> str:
    """A tree of `size` questions with marks, guards on recent answers, and an action at every tenth question."""
    lines = ["title: Groot", "start: v0", "questions:"]
    for n in range(size):
        onward = f"v{n + 1}" if n + 1 < size else "klaar"
        lines += [
            f"  v{n}:",
            f"    text: Is dit vraag {n}?",
            "    answers:",
            "      ja:",
            "        text: Ja",
            f"        marks: [m{n}]",
            f"        to: {onward}",
            "      nee:",
            "        text: Nee",
            "        to:",
        ]
        if n:
            lines += [f"          - when: {{all: [m{n - 1}]}}", f"            to: a{n // 10}"]
        lines += [f"          - to: {onward}"]
    lines += ["marks:", *(f"  m{n}: {{text: je bij {n} ja koos}}" for n in range(size)), "actions:"]
    for n in range(size // 10):
        lines += [f"  a{n}:", f"    title: Doe {n}", "    steps:", f"      - text: Doe het, {n}."]
    lines += ["  klaar:", "    title: Klaar", "    steps:", "      - text: Je bent klaar."]
    return "\n".join(lines) + "\n"


def boot_of_python(browser: Browser) -> None:
    """Our runtime against a plain `loadPyodide()`, cold: each in a context of its own, on loopback."""
    with server(ROOT / "site", 0) as site, server(ROOT / "node_modules/pyodide", 0) as plain:
        for each in (site, plain):
            threading.Thread(target=each.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{site.server_address[1]}"
        other = f"http://127.0.0.1:{plain.server_address[1]}"
        ours, theirs, steps = [], [], []
        for _ in range(RUNS):
            ours.append(boot_of_site(browser, base, steps))
            theirs.append(boot_of_plain(browser, other))
    print(
        f"Python klaar tegenover loadPyodide(): {min(ours) / min(theirs):.2f} ({min(ours):.0f} en {min(theirs):.0f} ms)"
    )
    print(f"van stap naar stap, mediaan: {median(steps):.1f} ms")
    weight = {
        name: compressed([folder / file for file in files])
        for name, (folder, files) in {
            "site": (
                ROOT / "site/assets/runtime",
                (
                    "pyodide.mjs",
                    "pyodide.asm.mjs",
                    "pyodide.asm.wasm",
                    "python_stdlib.zip",
                    "wegwijzer.zip",
                    "lock.json",
                ),
            ),
            "plain": (
                ROOT / "node_modules/pyodide",
                ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"),
            ),
        }.items()
    }
    print(
        f"gewicht tegenover loadPyodide(), met brotli: {weight['site'] / weight['plain']:.2f} "
        f"({weight['site'] / 1e6:.1f} en {weight['plain'] / 1e6:.1f} MB)"
    )


def boot_of_site(browser: Browser, base: str, steps: list[float]) -> float:
    """Milliseconds from opening a page until Python leads; adds the time of one step to `steps`."""
    context = browser.new_context()
    page = context.new_page()
    start = time.perf_counter()
    page.goto(f"{base}/keuzehulp/gesprek/", wait_until="commit")
    page.locator("wegwijzer-wizard[data-engine=python]").wait_for()
    took = (time.perf_counter() - start) * 1000
    steps.append(
        page.evaluate("""async () => {
      const root = document.querySelector("wegwijzer-wizard"), start = performance.now();
      await new Promise((done) => {
        new MutationObserver(done).observe(root, { attributes: true, attributeFilter: ["data-node"] });
        root.querySelector("[data-answer]").click();
      });
      return performance.now() - start;
    }""")
    )
    context.close()
    return took


def boot_of_plain(browser: Browser, base: str) -> float:
    """Milliseconds of a plain loadPyodide(), with nothing in the cache."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{base}/package.json")
    took = page.evaluate(PLAIN, base)
    context.close()
    return took


def compressed(files: list[Path]) -> int:
    """Bytes over the wire with brotli at its best, by Node, which has it built in."""
    script = """const {brotliCompressSync} = require("node:zlib"), {readFileSync} = require("node:fs");
    console.log(JSON.parse(process.argv[1]).reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0));"""
    result = subprocess.run(
        ["node", "-e", script, json.dumps([str(file) for file in files])], check=True, capture_output=True, text=True
    )
    return int(result.stdout)


def best(work: Callable[[], object]) -> float:
    """Seconds of the fastest of a few runs."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
