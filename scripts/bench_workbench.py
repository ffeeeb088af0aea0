"""How soon somebody who types in a step hears what is wrong, in a real page, and how soon of the whole project. Used by bench.py."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from wegwijzer.locale import say

ROOT = Path(__file__).resolve().parent.parent
TREE = "trees/reactie.yml"
"""The largest tree."""
LINE = re.compile(r"(?m)^    (?:text|title): \w.*$")
EDITS = 40
ROUNDS = 5
PATIENCE = 300_000  # milliseconds
OPEN = """async (base) => {
  const { engine } = await import(base + "engine.js");
  const { extend } = await import(base + "take.js");
  const get = (name) => fetch(`${base}workbench/${name}.json`).then((response) => response.json());
  await engine.arrival();
  window.work = (what, more) => engine.ask({ do: "work", what, ...more });
  window.prove = async (path) => {
    const start = performance.now();
    let slowest = 0, reply = { done: false };
    for (let fresh = true; !reply.done; fresh = false) {
      const begin = performance.now();
      reply = await work("prove", { path, fresh });
      slowest = Math.max(slowest, performance.now() - begin);
    }
    return { all: performance.now() - start, slowest };
  };
  const start = performance.now();
  const [{ archives, files }, known] = await Promise.all([get("project"), get("known")]);
  for (const name of archives) await extend(name);
  await work("project", { files, known });
  return performance.now() - start;
}"""
TYPE = """async ([path, where, texts]) => {
  const times = [];
  for (const text of texts) {
    const start = performance.now();
    await work("put", { path, text });
    await work("check", { path, where });
    times.push(performance.now() - start);
  }
  return times;
}"""


def typing(browser: Browser, base: str) -> None:
    """Letters typed in steps all over the tree, each with what is wrong there; now and then a pause, and the whole project."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{base}/kaal.html")
    opened = page.evaluate(OPEN, f"{base}/site/")
    first = page.evaluate("(path) => prove(path)", TREE)
    times: list[float] = []
    rounds: list[dict[str, Any]] = []
    for where, texts in typed((ROOT / TREE).read_text(encoding="utf-8")):
        times += page.evaluate(TYPE, [TREE, where, texts])
        rounds.append(page.evaluate("(path) => prove(path)", TREE))
    page.close()
    times.sort()
    print(
        say(
            "bench.typing",
            opened=f"{opened / 1000:.1f}",
            half=f"{times[len(times) // 2]:.0f}",
            most=f"{times[len(times) * 95 // 100]:.0f}",
            whole=f"{max(one['all'] for one in rounds) / 1000:.1f}",
            slice=f"{max(one['slowest'] for one in rounds):.0f}",
            ratio=f"{max(one['all'] for one in rounds) / first['all']:.2f}",
        )
    )


def typed(text: str) -> list[tuple[list[str], list[str]]]:
    """Steps of the tree, each with the texts of the file while somebody goes on typing in it; one begins where the other ended."""
    begin, end = (re.search(rf"(?m)^{key}:", text) for key in ("questions", "cases"))
    found = []
    places = [at.end() for at in LINE.finditer(text, begin.end() if begin else 0, end.start() if end else len(text))]
    for at in reversed(places[:: len(places) // ROUNDS][:ROUNDS]):  # what stands above stays where it is
        above = text[:at]
        group = re.findall(r"(?m)^(questions|actions):", above)[-1]
        step = re.findall(r"(?m)^  ([\w-]+):", above)[-1]
        words = " en ZEKER ook dit nog"[: EDITS // ROUNDS]
        texts = [above + words[: count + 1] + text[at:] for count in range(len(words))]
        found.append(([group, step], texts))
        text = texts[-1]
    return found
