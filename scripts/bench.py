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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from operator import truediv
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Playwright, sync_playwright

from bench_build import from_saving_to_seeing
from bench_page import speed_felt
from bench_workbench import typing
from chromium import launch, launch_profile
from wegwijzer.compile.codec import encode
from wegwijzer.compile.compiled import Compiled, compile_tree
from wegwijzer.kinds.library import Library
from wegwijzer.load.build import Builder
from wegwijzer.load.nodes import parse
from wegwijzer.locale import say
from wegwijzer.model import Tree
from wegwijzer.serve.server import server
from wegwijzer.walk.remaining import questions_left
from wegwijzer.walk.walker import Walker

ROOT = Path(__file__).resolve().parent.parent
PLAIN = """async (base) => {
  const start = performance.now();
  const { loadPyodide } = await import(base + "pyodide.mjs");
  await loadPyodide({ indexURL: base });
  return { ready: performance.now() - start };
}"""
OURS = """async (base) => {
  const { engine } = await import(base + "engine.js");
  const start = performance.now();
  engine.start();
  await new Promise((ready, failed) => engine.whenReady(ready, () => failed(new Error("Python start niet"))));
  const ready = performance.now() - start;
  await engine.loadTree("gesprek", base + "trees/gesprek.json");
  const { html } = await engine.ask({ do: "open", tree: "gesprek", fragment: "", typed: {}, given: {} });
  document.body.innerHTML = html;
  return { ready, step: performance.now() - start };
}"""
WALK = """async ([base, steps]) => {
  const { engine } = await import(base + "engine.js");
  engine.start();
  await new Promise((ready, failed) => engine.whenReady(ready, failed));
  await engine.loadTree("groot", base + "../groot.json");
  const asking = { tree: "groot", typed: {}, given: {} };
  let at = await engine.ask({ ...asking, do: "open", fragment: "" });
  const times = [];
  while (times.length < steps) {
    const start = performance.now();
    at = await engine.ask({ ...asking, do: "answer", fragment: at.fragment, node: at.node, answer: "ja" });
    document.body.innerHTML = at.html;
    document.body.getBoundingClientRect(); // lays it out
    times.push(performance.now() - start);
  }
  return times;
}"""
RUNS = 5
VISITS = ("bench.first", "bench.second")
STEPS = 100


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        check_of_large_trees(Path(folder))
        check_against_yamllint(Path(folder))
    questions_left_of_large_trees()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        with tempfile.TemporaryDirectory() as folder, bare_pages(Path(folder)) as base:
            boot_of_python(playwright, base)
            steps_in_large_tree(browser, base)
            typing(browser, base)
        weight_of_python()
        speed_felt(browser)
        from_saving_to_seeing(browser)
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
        say(
            "bench.check",
            times=f"{times[10000] / times[1000]:.1f}",
            long=f"{times[10000]:.1f}",
            short=f"{times[1000]:.1f}",
        )
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
    print(say("bench.yamllint", ratio=f"{ours / theirs:.2f}", ours=f"{ours:.1f}", theirs=f"{theirs:.1f}"))


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


def questions_left_of_large_trees() -> None:
    """How many questions are left in 10,000 against 1,000, and against asking it again: in proportion 10, and far more."""
    times = {}
    for size in (1_000, 10_000):
        compiled = compiled_tree(size)
        times[size] = timed(lambda compiled=compiled: questions_left(Walker(compiled)))
    again = timed(lambda: questions_left(Walker(compiled)))
    print(say("bench.proof", times=f"{times[10000] / times[1000]:.1f}", again=f"{times[10000] / again:.0f}"))


@contextmanager
def bare_pages(folder: Path) -> Iterator[str]:
    """A server with an empty page, Pyodide as npm gives it, the site's assets, and a tree of 10,000 questions."""
    (folder / "kaal.html").write_text("<!doctype html><html lang=nl><title>Kaal</title><body></body></html>")
    (folder / "groot.json").write_text(json.dumps(encode(compiled_tree(10_000))))
    (folder / "plain").symlink_to(ROOT / "node_modules/pyodide")
    (folder / "site").symlink_to(ROOT / "site/assets")
    with server(folder, 0) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_address[1]}"
        serving.shutdown()


def compiled_tree(size: int) -> Compiled:
    """The tree of `large_tree`, ready to walk."""
    root, _ = parse(large_tree(size), "groot")
    library = Library(trees={"groot": Builder("groot").build(Tree, root, "groot")})
    return compile_tree("groot", library)


def boot_of_python(playwright: Playwright, base: str) -> None:
    """Our runtime, from the start of its worker, against a plain `loadPyodide()`; both on an empty page.

    Each run takes turns: a new profile (cold), then a second visit in it (warm). One run warms up the machine.
    """
    times: dict[str, dict[str, list[float]]] = {visit: {"plain": [], "ready": [], "step": []} for visit in VISITS}
    for _ in range(RUNS + 1):
        for name, script in (("plain", PLAIN), ("site", OURS)):
            for visit, took in zip(VISITS, two_visits(playwright, base, name, script), strict=True):
                for key, value in took.items():
                    times[visit]["plain" if name == "plain" else key].append(value)
    for visit, lists in times.items():
        plain, ready, step = (lists[key][1:] for key in ("plain", "ready", "step"))
        print(
            say(
                "bench.start",
                visit=say(visit),
                first=f"{median(map(truediv, ready, plain)):.2f}",
                drawn=f"{median(map(truediv, step, plain)):.2f}",
            )
        )


def two_visits(playwright: Playwright, base: str, name: str, script: str) -> Iterator[dict[str, float]]:
    """What the script measures on a first and on a second visit of a fresh profile."""
    with tempfile.TemporaryDirectory() as profile:
        context = launch_profile(playwright, profile)
        for _ in VISITS:
            page = context.new_page()
            page.goto(f"{base}/kaal.html")
            yield page.evaluate(script, f"{base}/{name}/")
            page.wait_for_timeout(1000)  # the browser keeps compiled code a moment after it came
            page.close()
        context.close()


def steps_in_large_tree(browser: Browser, base: str) -> None:
    """From an answer to the next step laid out in the page, over a walk in a tree of 10,000 questions."""
    page = browser.new_page()
    page.goto(f"{base}/kaal.html")
    page.set_default_timeout(120_000)
    times = sorted(page.evaluate(WALK, [f"{base}/site/", STEPS]))
    print(say("bench.steps", steps=STEPS, median=f"{median(times):.1f}", most=f"{times[len(times) * 95 // 100]:.1f}"))
    page.close()


def weight_of_python() -> None:
    """Bytes over the wire until Python is ready, against those of a plain `loadPyodide()`."""
    shared = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
    assets, plain = ROOT / "site/assets", ROOT / "node_modules/pyodide"
    (runtime,) = (assets / "runtime").iterdir()
    own = [runtime / name.replace(".mjs", ".js") for name in (*shared, "python.zip", "lock.json")]
    ours = compressed([runtime / "worker.js", *own])
    theirs = compressed([plain / name for name in (*shared, "python_stdlib.zip", "pyodide-lock.json")])
    print(say("bench.weight", ratio=f"{ours / theirs:.2f}"))


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
    return min(timed(work) for _ in range(RUNS))


def timed(work: Callable[[], object]) -> float:
    """Seconds of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
