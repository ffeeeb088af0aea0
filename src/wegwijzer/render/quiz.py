"""‘Wat zou je doen?’: the cases of trees as a quiz. Complete without JavaScript: pick, then open the advice."""

from __future__ import annotations

from collections.abc import Iterable

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import Case
from wegwijzer.model.text import plain
from wegwijzer.render import addresses
from wegwijzer.render.element import NOTHING, Markup, element, lines, stacked
from wegwijzer.render.markup import inline, number_node, plain_button, post
from wegwijzer.view.phrases import answer_words
from wegwijzer.walk.alternatives import Alternative, alternatives, case_walk
from wegwijzer.walk.walker import WalkError

OTHERS = 3
"""Actions to choose from beside the one that is advised."""


def quiz_html(trees: Iterable[Compiled], *, root: str, most: int) -> Markup:
    """The quiz over these trees, at most so many cases a tree. `root` leads to the root of the site."""
    return stacked(
        "wegwijzer-quiz",
        element("p", {"class": "ww-live", "role": "status", "aria-live": "polite"}),
        _controls(),
        *(_topic(compiled, cases_for(compiled, most), root) for compiled in trees),
    )


def cases_for(compiled: Compiled, most: int, *, heavy: bool = True) -> list[tuple[Case, list[Alternative]]]:
    """Cases with a post and at least one other plausible end, spread over the actions in which they end.

    Those that carry a warning come last, or not at all (not `heavy`): nobody begins with one.
    """
    usable = []
    for case in compiled.tree.cases:
        if case.warning is not None and not heavy:
            continue
        try:
            others = alternatives(compiled, case, OTHERS) if case.post else []
        except WalkError:
            continue
        if others:
            usable.append((case, others))
    usable.sort(key=_heavy)
    firsts: dict[str, tuple[Case, list[Alternative]]] = {}
    for item in usable:
        firsts.setdefault(item[0].ends_in, item)
    spread = list(firsts.values())[:: max(1, len(firsts) // most)]
    chosen = [*spread, *(item for item in usable if item not in firsts.values())][:most]
    return sorted(chosen, key=_heavy)


def _heavy(item: tuple[Case, list[Alternative]]) -> bool:
    return item[0].warning is not None


def _topic(compiled: Compiled, cases: list[tuple[Case, list[Alternative]]], root: str) -> Markup:
    if not cases:
        return NOTHING
    title = compiled.tree.title
    articles = (
        _case(compiled, case, others, f"{compiled.id}-{number}", root) for number, (case, others) in enumerate(cases, 1)
    )
    return stacked("section", {"class": "ww-topic", "data-title": title}, element("h2", title), *articles)


def _case(compiled: Compiled, case: Case, others: list[Alternative], name: str, root: str) -> Markup:
    offered = sorted({case.ends_in, *(other.action for other in others)}, key=lambda a: list(compiled.lines).index(a))
    options = (_option(compiled, name, action, advised=action == case.ends_in) for action in offered)
    return stacked(
        "article",
        {"class": "ww-case", "id": f"geval-{name}", "data-heavy": case.warning is not None},
        element("h3", {"class": "ww-heading", "tabindex": "-1"}, case.title),
        _post(case, root),
        element(
            "fieldset",
            {"class": "ww-many"},
            element("legend", say("quiz.question")),
            "\n",
            stacked("ul", {"class": "ww-answers"}, *options),
        ),
        _advice(compiled, case, others, root),
    )


def _post(case: Case, root: str) -> Markup:
    """The post; when it weighs, behind a warning, so that a reader decides whether to see it."""
    shown = post(element("p", inline(case.post or "", root)))
    if case.warning is None:
        return shown
    return lines(
        element("p", {"class": "ww-warning"}, say("quiz.warning", about=plain(case.warning))),
        element("details", {"class": "ww-heavy"}, element("summary", say("quiz.show_post")), shown),
    )


def _option(compiled: Compiled, name: str, action: str, *, advised: bool) -> Markup:
    title = plain(compiled.tree.actions[action].title)
    tally = element(
        "span",
        {"class": "ww-tally", "hidden": True},
        _counting("-1", "−", say("quiz.less", title=title)),
        element("output", "0"),
        _counting("1", "+", say("quiz.plus", title=title)),
    )
    choosing = element(
        "label",
        {"class": "ww-option"},
        element("input", {"type": "radio", "name": name}),
        " ",
        element("span", {"class": "ww-answer-text"}, number_node(compiled.numbers[action]), " ", title),
    )
    return element("li", {"data-advised": advised}, choosing, tally)


def _counting(step: str, sign: str, label: str) -> Markup:
    return element("button", {"type": "button", "data-count": step, "aria-label": label}, sign)


def _advice(compiled: Compiled, case: Case, others: list[Alternative], root: str) -> Markup:
    place = root + addresses.tree_page(compiled.id)
    walker = case_walk(compiled, case)
    route = (
        element("li", number_node(compiled.numbers[node]), " ", question, " ", element("strong", given))
        for node, answer in walker.path
        for question, given in [answer_words(compiled, node, answer)]
    )
    title = plain(compiled.tree.actions[case.ends_in].title)
    advised = element("a", {"href": root + addresses.tree_page(compiled.id, case.ends_in)}, title)
    number = number_node(compiled.numbers[case.ends_in])
    return element(
        "details",
        {"class": "ww-advice"},
        lines(
            element("summary", say("quiz.reveal")),
            element("p", {"class": "ww-advised"}, say("quiz.advice"), " ", number, " ", advised),
            element("p", inline(case.why, root)) if case.why else NOTHING,
            element("h4", say("quiz.route")),
            element("ol", {"class": "ww-route"}, route),
            element("p", element("a", {"href": place}, say("quiz.walk"))),
            element("h4", say("quiz.differences")),
            element("ul", (element("li", _difference(compiled, other)) for other in others)),
            element("p", say("quiz.discuss")),
        ),
    )


def _difference(compiled: Compiled, other: Alternative) -> str:
    question, answer = answer_words(compiled, other.node, other.answer)
    _, given = answer_words(compiled, other.node, other.instead_of)
    return say(
        "quiz.difference",
        number=compiled.numbers[other.action],
        asked=compiled.numbers[other.node],
        question=plain(question),
        answer=plain(answer),
        given=plain(given),
    )


def _controls() -> Markup:
    """Buttons that the script shows: they do nothing without it."""
    buttons = (
        plain_button(say(key), {"data-do": name})
        for name, key in (
            ("back", "quiz.back"),
            ("on", "quiz.on"),
            ("present", "quiz.present"),
            ("tally", "quiz.tally"),
        )
    )
    return element(
        "div",
        {"class": "ww-quiz-bar", "hidden": True},
        element("label", say("quiz.topic"), " ", element("select")),
        " ",
        element("span", {"class": "ww-place", "data-words": say("quiz.place", here="%1", all="%2")}),
        " ",
        buttons,
    )
