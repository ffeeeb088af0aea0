"""Random readers: double clicks, held keys, taps, a worker that is killed or hangs, a cut network, back and forward, edited
addresses. After each event the page stands where the engine on this machine stands: one answer for one intent, never a
step that was not chosen, never a dead page.
"""

from __future__ import annotations

import json
import random
import time

import pytest
from test_addresses import not_ours
from test_wizard import hold
from trouble import KILL, deliberate, held, watched
from wizard import Wizard, settled

from wegwijzer import browser
from wegwijzer.compile.codec import encode
from wegwijzer.view.nodes import static_view

PARTS = 20
PATIENCE = 40
"""Seconds in which a page must stand where it should, also when its worker was lost."""
NOW = """() => {
  const root = document.querySelector("wegwijzer-wizard");
  return [root.dataset.node, location.hash.slice(1), root.dataset.engine, root.querySelectorAll("section:not([hidden])").length];
}"""
MEET = {"few": [(0, 12)], "all": [(part, 50) for part in range(PARTS)]}
"""Which seeds, and how many sequences each."""


class Host:
    """The engine on this machine, told only what the reader chose."""

    def __init__(self, compiled):
        self.compiled = compiled
        self.ask(do="load", tree=encode(compiled))
        self.typed, self.later, self.leads = {}, "", True
        self.open("")

    @staticmethod
    def ask(**request):
        return json.loads(browser.handle(json.dumps(request)))

    def known(self, fragment, later=""):
        return {"tree": self.compiled.id, "fragment": fragment, "typed": self.typed, "given": {}, "later": later}

    def open(self, fragment, later=""):
        reply = self.ask(do="open", **self.known(fragment, later))
        self.node, self.fragment, self.typed = reply["node"], fragment, reply["typed"]
        self.later = reply["later"] if self.leads else later

    def answer(self, answer):
        if self.leads:
            reply = self.ask(do="answer", node=self.node, answer=answer, **self.known(self.fragment, self.later))
            assert "error" not in reply, reply
            self.node, self.fragment = reply["node"], reply["fragment"]
            self.typed, self.later = reply["typed"], reply["later"]
            return
        view = static_view(self.compiled, self.node)
        arrow = next((shown.arrow for shown in view.answers if shown.id == answer and shown.arrow), view.onward)
        told = "+".join(answer) if isinstance(answer, list) else "~" if view.fill else answer
        begun = self.fragment.split(";")[1:2] or ([] if self.node == self.first else [f"@{self.node}"])
        answers = ",".join([*filter(None, begun), f"{self.node}.{told}"])
        if view.fill:
            self.typed[self.node] = answer
        self.node = self.passed(arrow.id)
        self.fragment = f"{self.compiled.id}-{self.node};{answers};{self.compiled.version}"

    def passed(self, node):
        """Where a page without Python goes on that comes at a local choice which nobody is asked: along its default, or its only way."""
        question = self.compiled.tree.questions.get(node)
        if question is None or not question.quiet:
            return node
        view = static_view(self.compiled, node)
        return self.passed(
            next((shown.arrow for shown in view.answers if shown.id == question.default), view.onward).id
        )

    @property
    def first(self):
        return self.ask(do="open", **self.known(""))["node"]


class Reader:
    """A reader with a browser: what happens is an event, and what should come of it is asked of the host."""

    def __init__(self, page, compiled, dice, *, leads):
        self.page, self.dice, self.leads = page, dice, leads
        self.wizard, self.host = Wizard(page, compiled.id), Host(compiled)
        self.host.leads, self.losses, self.told = leads, 0, []
        page.goto(f"/keuzehulp/{compiled.id}/")
        if leads:
            self.wizard.leading()

    # -- what can be answered here -------------------------------------------------------------------------

    def control(self):
        """What gives an answer here, as (what the host is told, the element to press); a field or box is filled first."""
        links = self.wizard.step.locator("a[data-answer]")
        if count := links.count():
            link = links.nth(self.dice.randrange(count))
            return link.get_attribute("data-answer"), link
        field, boxes = self.wizard.step.locator("input[data-fill]"), self.wizard.step.locator("input[data-answer]")
        answer = "verder"
        if field.count():
            answer = {"number": "12", "date": "2027-01-02", "email": "a@b.be", "url": "https://a.be"}.get(
                self.host.compiled.tree.questions[self.host.node].fill.kind, "Iets"
            )
            field.fill(answer)
        elif boxes.count():
            answer = [
                boxes.evaluate_all("(all) => { all[0].checked || all[0].click(); return all[0].dataset.answer; }")
            ]
            boxes.evaluate_all("(all) => all.slice(1).forEach((box) => box.checked && box.click())")
        button = self.wizard.step.locator("[data-continue]")
        return (answer, button) if button.count() else (None, None)

    def place(self, control):
        settled(self.page)
        control.scroll_into_view_if_needed()
        box = control.bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    # -- events ----------------------------------------------------------------------------------------------

    def click(self, control):
        self.page.mouse.click(*self.place(control))

    def double(self, control):
        self.page.mouse.click(*self.place(control), click_count=self.dice.choice([2, 3]))

    def burst(self, control):
        place = self.place(control)
        self.page.mouse.click(*place)
        self.page.mouse.click(*place)
        self.forgive()

    def tap(self, control):
        self.page.touchscreen.tap(*self.place(control))

    def taps(self, control):
        place = self.place(control)
        self.page.touchscreen.tap(*place)
        self.page.touchscreen.tap(*place)
        self.forgive()

    def enter(self, control):
        control.focus()
        held(self.page, "Enter") if self.dice.random() < 0.5 else self.page.keyboard.press("Enter")

    def spoken(self, control):
        control.evaluate("(link) => { link.click(); link.click(); }")

    def elsewhere(self, control):
        """A click, and at once another on what stands beside it."""
        others = self.wizard.step.locator("a[data-answer]")
        place = self.place(others.nth(others.count() - 1)) if others.count() else None
        self.click(control)
        if place:
            self.page.mouse.click(*place)
            self.forgive()

    def forgive(self):
        """On a machine slower than a nervous hand, a second press may be meant: then the page says where it stands."""
        if deliberate(self.page):
            self.page.wait_for_timeout(500)
            node, address, *_ = self.page.evaluate(NOW)
            self.host.open(address)
            self.host.node = self.host.node if self.leads else node
            self.told.append("(slow)")

    def late(self, control):
        self.page.evaluate("trouble = 'late'")
        self.double(control)
        self.page.keyboard.press("2")
        self.stands()
        self.page.evaluate("trouble = ''")

    def twice(self, control):
        self.page.evaluate("trouble = 'twice'")
        self.click(control)
        self.stands()
        self.page.evaluate("trouble = ''")

    def offline(self, control):
        self.page.context.set_offline(True)
        self.click(control)
        self.stands()
        self.page.context.set_offline(False)

    def lost(self, control):
        how = self.dice.choice(list(KILL))
        self.losses += 1
        self.page.evaluate(KILL[how])
        self.click(control)
        if how == "hung":
            count = self.page.evaluate("workers.length")
            end = time.monotonic() + PATIENCE
            while self.page.evaluate("workers.length") == count and time.monotonic() < end:
                self.page.wait_for_timeout(50)
            self.page.evaluate("trouble = ''")
        self.stands()

    def answers(self):
        """One intent to answer, in one of the ways of a hand, a finger, a key, a screen reader."""
        answer, control = self.control()
        if answer is None:
            return self.restart()
        ways = [
            self.click,
            self.double,
            self.double,
            self.burst,
            self.tap,
            self.taps,
            self.enter,
            self.enter,
            self.spoken,
            self.elsewhere,
        ]
        if self.leads and not self.losses:
            ways += [self.late, self.twice, self.offline]
            if self.dice.random() < 0.1:
                ways = [self.lost]
        way = self.dice.choice(ways)
        self.told.append(f"{way.__name__} {answer} at {self.host.node}")
        self.host.answer(answer)
        way(control)
        return None

    def nonsense(self):
        text = self.dice.choice(not_ours(self.host.compiled.id))
        self.told.append(f"address {text}")
        self.page.evaluate("text => { location.hash = text; }", text)
        self.page.evaluate("history.back()")
        self.page.wait_for_timeout(40)

    def jump(self):
        step = self.dice.choice(
            [name for name in self.host.compiled.lines if name in self.host.compiled.tree.questions]
        )
        self.told.append(f"address of {step}")
        self.host.open(f"{self.host.compiled.id}-{step}")
        if not self.leads:
            self.host.node = step
        self.page.evaluate(
            "text => { location.hash = text; }",
            f"{self.host.compiled.id}-{step}" + self.dice.choice(["", ".", ")", "%"]),
        )

    def restart(self):
        self.told.append("restart by the address")
        self.host.open(f"{self.host.compiled.id}-{self.host.first}")
        self.page.evaluate("text => { location.hash = text; }", self.host.fragment)

    def travel(self):
        """Back, or back and forward: an answer was given in between, so both are steps of this walk."""
        before = (self.host.node, self.host.fragment, dict(self.host.typed), self.host.later)
        answer, control = self.control()
        if answer is None:
            return
        self.told.append(f"{answer} at {self.host.node}, back")
        self.host.answer(answer)
        self.click(control)
        self.stands()
        after = self.host.fragment
        typed = self.host.typed
        self.page.go_back()
        self.host.node, self.host.fragment, self.host.later = before[0], before[1], ""
        self.host.typed = typed
        if self.leads:
            self.host.open(self.host.fragment)
        self.stands()
        if self.dice.random() < 0.5:
            self.told.append("forward")
            node = after.split(";")[0].removeprefix(f"{self.host.compiled.id}-")
            self.page.go_forward()
            self.host.open(after)
            if not self.leads:
                self.host.node = node

    # -- the judge -------------------------------------------------------------------------------------------

    def stands(self):
        """The page comes to stand where the host stands, and shows that one step."""
        end = time.monotonic() + PATIENCE
        while True:
            node, address, _, shown = self.page.evaluate(NOW)
            good = node == self.host.node and shown == 1
            if good or time.monotonic() > end:
                break
            self.page.wait_for_timeout(15)
        told = f"{' / '.join(self.told)}: {node} instead of {self.host.node}, {address} instead of {self.host.fragment}"
        assert good, told
        clean = browser.fragment.cleaned(address, self.host.compiled.id)
        assert not self.host.fragment or clean == self.host.fragment, told

    def sequence(self):
        self.told = []
        for _ in range(self.dice.randint(1, 3)):
            self.dice.choice([self.answers, self.answers, self.answers, self.nonsense, self.jump, self.travel])()
            self.stands()
        self.page.wait_for_timeout(60)  # a second answer would come now
        self.stands()

    def alive(self):
        """A plain click on an answer works."""
        answer, control = self.control()
        if answer is None:
            self.restart()
            self.stands()
            answer, control = self.control()
        self.told.append(f"at last {answer}")
        self.host.answer(answer)
        self.click(control)
        self.stands()


@pytest.fixture(scope="module")
def walked(row, gap):
    """The trees that are walked: a large one, and one in which a text is typed."""
    return row.compiled, gap.compiled


def run(chromium, base_url, trees, part, count):
    """So many sequences of one seed: half of them with Python, on a new page after each loss."""
    dice = random.Random(part)  # noqa: S311 - no secret
    context = chromium.new_context(base_url=base_url, has_touch=True, viewport={"width": 900, "height": 800})
    reader, problems = None, []
    for index in range(count):
        if reader is None or reader.losses or index == count // 2:
            if reader:
                reader.page.close()
            page = watched(context.new_page())
            page.on("pageerror", lambda error: problems.append(str(error)))
            leads = index < count * 3 // 4
            if not leads:
                hold(page)
            reader = Reader(page, dice.choice(trees), dice, leads=leads)
        reader.sequence()
        reader.alive()
        assert problems == [], reader.told
    context.close()


@pytest.mark.parametrize(("part", "count"), MEET["few"])
def test_random_readers_get_what_they_chose(chromium, base_url, walked, part, count):
    """Twelve sequences."""
    run(chromium, base_url, walked, part, count)


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize(("part", "count"), MEET["all"])
def test_a_thousand_random_readers_get_what_they_chose(chromium, base_url, walked, part, count):
    """A thousand sequences, in twenty parts with a seed of their own."""
    run(chromium, base_url, walked, 100 + part, count)
