"""The quiz on a screen for a group: of every case all is in sight, and legible from the back row."""

from __future__ import annotations

import re

import pytest
from places import SITE
from playwright.sync_api import expect

from helpers import mostly_slow

PLACE = "/trainers/wat-zou-je-doen/"
BUILT = SITE / PLACE.strip("/") / "index.html"
MEASURE = """async (every) => {
  const root = document.querySelector("wegwijzer-quiz"), faults = [], seen = new Set();
  const cases = [...root.querySelectorAll("article")];
  const opened = (fold) => new Promise((resolve) => {
    fold.addEventListener("toggle", resolve, { once: true });
    fold.open = true;
  });
  const size = (article, what) => parseFloat(getComputedStyle(article.querySelector(what)).fontSize);
  const least = { question: 1e9, answer: 1e9, post: 1e9, revealed: 1e9, advice: 1e9 };
  const lower = (name, value) => { least[name] = Math.min(least[name], value); };
  const check = (article, stage) => {
    const out = [...root.querySelectorAll(".ww-quiz-bar *, article:not([hidden]) *")].filter((one) => {
      const { right, bottom, width } = one.getBoundingClientRect();
      return one.checkVisibility() && width && (right > innerWidth + 1 || bottom > innerHeight + 1);
    });
    if (out.length || root.scrollHeight > root.clientHeight || root.scrollWidth > root.clientWidth) {
      faults.push(`${article.id} ${stage}: ${root.scrollHeight} of ${root.clientHeight} high, ${root.scrollWidth} of ${root.clientWidth} wide, ${out.map((one) => one.className || one.tagName).slice(0, 3)}`);
    }
    for (const [one, two] of [[".ww-post", ".ww-advice"], [".ww-answers > li:last-child", "nothing"]]) {
      const below = article.querySelector(two);
      if (below && article.querySelector(one).getBoundingClientRect().bottom > below.getBoundingClientRect().top) faults.push(`${article.id} ${stage} ${one}`);
    }
    lower("question", size(article, "legend"));
    lower("answer", size(article, ".ww-answer-text"));
  };
  const text = (article, what) => article.querySelector(what).textContent.trim().length;
  const most = [
    ...[".ww-post", "legend", ".ww-answers", ".ww-advice"].map((what) => (one) => text(one, what)),
    (one) => one.querySelectorAll(".ww-answers > li").length,
    (one) => Number("heavy" in one.dataset),
  ].map((much) => cases.reduce((one, two) => (much(two) > much(one) ? two : one)));
  const asked = new Set(every ? cases : most);
  root.querySelector("[data-do=tally]").click();
  for (const article of cases) {
    if (article !== cases[0]) root.querySelector("[data-do=on]").click();
    if (!asked.has(article) || !article.checkVisibility()) continue;
    seen.add(article.id);
    const heavy = article.querySelector(".ww-heavy"), advice = article.querySelector(".ww-advice");
    if (heavy) {
      if (article.querySelector(".ww-post").checkVisibility()) faults.push(`${article.id} is not behind its warning`);
      await opened(heavy);
    }
    check(article, "asked");
    lower("post", size(article, ".ww-post"));
    await opened(advice);
    const fields = [...article.querySelectorAll(".ww-tally input")];
    for (const pair of [[], fields.slice(0, 2), fields.slice(-2)]) {
      for (const field of fields) field.value = pair.includes(field) ? 888 : 77 * Math.min(pair.length, 1);
      fields[0].dispatchEvent(new Event("input", { bubbles: true }));
      check(article, `advice ${pair.map((field) => fields.indexOf(field))}`);
      lower("revealed", size(article, ".ww-post"));
      lower("advice", size(article, ".ww-advice"));
    }
  }
  return { faults, least, seen: seen.size, asked: asked.size, all: cases.length };
}"""


QUICK = (1366, 768, False)


@pytest.mark.parametrize("screen", mostly_slow([QUICK, (1366, 768, True), (1920, 1080, True)], quick=[QUICK]), ids=str)
def test_every_case_is_in_sight(page, screen):
    """Of every case of the quiz, whatever got the votes: nothing scrolls, is cut or lies over something else.

    The quick run takes the cases with most to show: the longest post, question, answers and advice, the most answers, a warning.
    On 1920 pixels the question is 40 high, an answer 28; on a smaller screen in proportion.
    """
    width, height, every = screen
    topics = ",".join(re.findall(r'data-topic="([^"]+)"', BUILT.read_text(encoding="utf-8")))
    count = BUILT.read_text(encoding="utf-8").count('<article class="ww-case"')
    page.set_default_timeout(300_000)
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{PLACE}#deck;{topics};0;;heavy", wait_until="commit")
    expect(page.locator(".ww-place")).to_contain_text(f"van {count}", timeout=120_000)
    page.locator("[data-do=present]").click()
    expect(page.locator("wegwijzer-quiz.ww-presenting")).to_be_visible()
    found = page.evaluate(MEASURE, every)
    assert found["faults"] == []
    assert found["seen"] == found["asked"] > 2
    assert found["all"] == count > 50
    if every:
        assert found["seen"] == count
    part = width / 1920
    assert found["least"]["question"] >= 40 * part
    assert found["least"]["answer"] >= 28 * part
    assert found["least"]["post"] >= 40 * part
    assert min(found["least"]["revealed"], found["least"]["advice"]) >= 24 * part
