"""Hundreds of faults that people make, typed one after the other in the workbench: Python in the page says of each what the command
line says of the same file, message by message.
"""

from __future__ import annotations

import pytest
from at_desk import DESK, serve
from playwright.sync_api import expect
from wizard import STARTS

from desks import SHOWN, faulty, printed, small_texts
from helpers import TODAY, mostly_slow
from mutations.mutate import MAKERS
from wegwijzer.workbench.desk import Desk, project, put

SEEDS = 8
PROVED = """async ([path, texts, today]) => {
  const desk = %s, said = [];
  for (const text of texts) {
    desk.put(text, { path, by: "test" });
    let reply = await desk.ask("prove", { fresh: true, path, today });
    while (!reply.done) reply = await desk.ask("prove", { path, today });
    said.push(reply.problems);
  }
  return said;
}"""


@pytest.fixture(scope="module")
def page(working, base_url):
    """The workbench with the small project in the place of that of the site."""
    context = working.new_context(base_url=base_url)
    serve(context, small_texts())
    page = context.new_page()
    page.goto("/werkplaats/")
    expect(page.locator(".ww-form h3")).to_be_visible(timeout=STARTS)
    yield page
    context.close()


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """The same on the host."""
    made = Desk(tmp_path_factory.mktemp("small"))
    project(made, {"files": small_texts()})
    return made


@pytest.mark.parametrize("kind", mostly_slow(MAKERS, quick=[*MAKERS][:1]))
def test_the_page_says_what_the_command_line_says(page, desk, kind):
    (path,) = (path for path in desk.texts if path.startswith("trees/"))
    texts = [faulty(small_texts()[path], kind, seed) for seed in range(SEEDS)]
    said = page.evaluate(PROVED % DESK, [path, texts, TODAY])
    for text, problems in zip(texts, said, strict=True):
        put(desk, {"path": path, "text": text})
        assert [tuple(problem[key] for key in SHOWN) for problem in problems] == printed(desk)
