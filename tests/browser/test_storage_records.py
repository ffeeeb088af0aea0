"""A browser that kept what we never wrote, or what a later version wrote: what fits is used, and nothing breaks."""

from __future__ import annotations

import json

import pytest
from casefile import CASE, CHOICES, erasing, notes, opening
from places import ROOT
from playwright.sync_api import expect
from wizard import Wizard

from wegwijzer.load.moved import former_trees, read_moved

PALETTE = "/.__palette"
SET = "(records) => { for (const [name, text] of Object.entries(records)) localStorage.setItem(name, text); }"
DEEP = "[" * 50_000 + "]" * 50_000
POISON = ["", "niets", '"abc"', "5", "null", "true", "[]", '{"__proto__":{"done":[{"at":"x","text":"y"}]}}', DEEP]
POISONED = {
    CASE: [
        *POISON,
        '{"done":5}',
        '{"done":[5,null,{"at":1,"text":2}],"routes":[]}',
        '{"routes":{"boom":{"title":"t","steps":5},"struik":"x","__proto__":{"title":"t"}}}',
        f'{{"routes":{{"boom":{{"title":"t","steps":[{DEEP}],"more":{DEEP}}}}}}}',
        '{"post":5,"link":{},"notes":["x"],"id":7}',
        '{"routes":{"boom":{"title":"t","steps":[],"advice":5,"digest":[]}}}',
        f'{{"post":"{"x" * 2_000_000}"}}',
        '{"version":"twee"}',
    ],
    CHOICES: [
        *POISON,
        '{"POLICY":5,"OTHER":{"a":1}}',
        f'{{"POLICY":{DEEP}}}',
        '{"POLICY":"bestaat-niet","onbekend":"x"}',
        f'{{"POLICY":"{"x" * 2_000_000}"}}',
        '{"version":9,"POLICY":"OPTION"}',
    ],
    PALETTE: [*POISON, '{"index":"x","color":{}}', '{"index":1}', '{"index":0,"color":{"scheme":5}}'],
}


@pytest.fixture(scope="module")
def other(asked, own_trees):
    """Another local choice than the one that is asked."""
    tree, _, question = asked.policy.partition(".")
    return next(f"{tree}.{name}" for name in own_trees[tree].tree.questions if name != question)


@pytest.fixture(scope="module")
def poisoned(asked, other):
    """What stands under each name, about local choices that are there."""
    return {
        name: [
            text.replace("POLICY", asked.policy).replace("OPTION", asked.option).replace("OTHER", other)
            for text in texts
        ]
        for name, texts in POISONED.items()
    }


def test_whatever_is_kept_is_read_as_something_that_fits(browsing, poisoned):
    """Of each poisoned record only what fits comes out of the storage module, and what the theme never wrote goes."""
    page = browsing()
    page.goto("/404.html")
    read = page.evaluate(
        """async (poisoned) => {
          const { kept, stateOf } = await import("/assets/storage.js");
          return Object.entries(poisoned).map(([name, values]) => values.map((value) => {
            localStorage.setItem(name, value);
            return [kept(name), stateOf(name)];
          }));
        }""",
        {CASE: poisoned[CASE], CHOICES: poisoned[CHOICES]},
    )
    for value, (kept, state) in zip(poisoned[CASE], read[0], strict=True):
        told = value[:80], kept
        whole = "__proto__" in value[:12] or value == '{"version":"twee"}'  # only what we do not look at is odd
        assert state == ("" if whole else "damaged"), told
        assert kept["done"] == [], told
        assert all(route == {"title": "t", "steps": []} for route in kept["routes"].values()), told
        assert all(isinstance(kept.get(name, ""), str) for name in ("id", "post", "link", "notes")), told
    for value, (kept, _) in zip(poisoned[CHOICES], read[1], strict=True):
        assert all(isinstance(choice, (str, list)) for choice in kept.values()), (value[:80], kept)
    left = page.evaluate(
        """async ([name, values]) => {
          const again = () => new Promise((done) => {
            const script = document.createElement("script");
            Object.assign(script, { src: "/assets/refused.js", onload: done });
            document.head.append(script);
          });
          const left = [];
          for (const value of values) {
            localStorage.setItem(name, value);
            await again();
            if (localStorage.getItem(name) !== null) left.push(value);
          }
          return left;
        }""",
        [PALETTE, poisoned[PALETTE]],
    )
    assert left == []


@pytest.mark.slow
def test_whatever_a_browser_kept_the_page_works(browsing, poisoned, asked):
    """Whatever stands there on opening: Python leads, the case file opens, says what is lost and can be erased. A page
    that comes back as it was left reads each poisoned record anew, and then a good one again.
    """
    page = browsing()
    wizard = Wizard.open(page, asked.tree)
    for case, choices, palette in ((DEEP, poisoned[CHOICES][-2], "null"), ('{"done":5}', DEEP, poisoned[PALETTE][-1])):
        page.evaluate(SET, {CASE: case, CHOICES: choices, PALETTE: palette})
        page.reload()
        expect(wizard.root, f"{case[:60]} {choices[:60]} {palette}").to_have_attribute("data-engine", "python")
        place = notes(wizard)
        expect(place.locator(".ww-unkept")).to_contain_text("nog te lezen")
        erasing(page, place)
        assert page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('wegwijzer-d'))") == []
    wizard.follow(asked.answers)
    place = opening(wizard)
    for index, case in enumerate(poisoned[CASE]):
        choices = poisoned[CHOICES][index % len(poisoned[CHOICES])]
        good = f"Bericht {index}"
        for value, expected in ((case, ""), (json.dumps({"version": 1, "id": good, "notes": good}), good)):
            told = f"{value[:60]} with {choices[:60]}"
            page.evaluate(SET, {CASE: value, CHOICES: choices})
            page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
            expect(place.get_by_label("Notities"), told).to_have_value(expected)
        wizard.expect_node(asked.question)
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()
    assert page.evaluate("({}).done") is None


def test_what_fits_of_a_damaged_record_is_kept(browsing, asked, other):
    """A case file with one bad part keeps the others; a record without a version is an older one and reads the same."""
    page = browsing()
    wizard = Wizard.open(page, asked.tree)
    older = {"post": "Het bericht", "notes": 5, "done": [{"at": "gisteren", "text": "Gebeld"}, 5]}
    page.evaluate("([name, value]) => localStorage.setItem(name, value)", [CASE, json.dumps(older)])
    page.evaluate(
        "([name, value]) => localStorage.setItem(name, value)",
        [CHOICES, json.dumps({other: 5, asked.policy: asked.option})],
    )
    page.reload()
    place = notes(wizard.leading())
    expect(place.get_by_label("Het bericht")).to_have_value("Het bericht")
    expect(place.locator("[data-case-log]")).to_contain_text("gisteren: Gebeld")
    expect(place.locator(".ww-unkept")).to_contain_text("nog te lezen")
    wizard.follow(asked.answers)
    wizard.expect_node(asked.end)


def test_a_newer_record_is_not_touched(browsing, asked):
    """What a later version of the site kept stays as it is until the reader erases it."""
    page = browsing()
    wizard = Wizard.open(page, asked.tree)
    newer = '{"version":9,"notes":{"deel":"anders"}}'
    page.evaluate("([name, value]) => localStorage.setItem(name, value)", [CASE, newer])
    page.reload()
    place = notes(wizard.leading())
    expect(place.locator(".ww-unkept")).to_contain_text("nieuwere versie")
    place.get_by_label("Notities").fill("Van nu")
    wizard.answer(asked.answers[0])
    expect(place.locator("[data-case-log]")).to_contain_text(asked.way.said(0))
    expect(place.get_by_label("Notities")).to_have_value("Van nu")
    assert page.evaluate("localStorage.getItem('wegwijzer-dossier')") == newer
    erasing(page, place)
    assert page.evaluate("localStorage.getItem('wegwijzer-dossier')") is None


def test_choice_of_a_tree_that_moved_still_counts(browsing, asked):
    """A choice that this browser kept under the former name of its tree counts under the new name, unless that one was
    kept too; who forgets the choice forgets both.
    """
    tree, _, question = asked.policy.partition(".")
    names = [
        old for old, new in former_trees(read_moved(ROOT / "moved.yml")[0], "keuzehulp/{0}/").items() if new == tree
    ]
    assert names, f"moved.yml names no tree that became {tree}"
    former, now = f"{names[0]}.{question}", asked.policy
    other = next(option for option in asked.way.compiled.policies[now].answers if option != asked.option)
    page = browsing()
    wizard = Wizard.open(page, asked.tree)
    kept = "([name, value]) => localStorage.setItem(name, JSON.stringify(value))"
    page.evaluate(kept, [CHOICES, {former: asked.option}])
    page.reload()
    wizard.leading().follow(asked.answers)
    wizard.expect_node(asked.end)
    page.evaluate(kept, [CHOICES, {now: other, former: asked.option}])
    read = "import('/assets/storage.js').then(({ kept, CHOICES }) => kept(CHOICES))"
    assert page.evaluate(read) == {now: other}
    change = (
        "import('/assets/storage.js').then(({ keep, CHOICES }) => keep(CHOICES, ({ [%r]: _, ...others }) => others))"
    )
    assert page.evaluate(change % now) is True
    assert json.loads(page.evaluate(f"localStorage.getItem({CHOICES!r})")) == {"version": 1}
