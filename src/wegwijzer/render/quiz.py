"""‘Wat zou je doen?’: the cases of trees as a quiz. Complete without JavaScript: pick, then open the advice."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from wegwijzer.compile.compiled import Compiled
from wegwijzer.model import Case
from wegwijzer.model.text import plain
from wegwijzer.render import addresses
from wegwijzer.render.markup import inline, number_node, words
from wegwijzer.view.phrases import answer_words
from wegwijzer.walk.alternatives import Alternative, alternatives, case_walk
from wegwijzer.walk.walker import WalkError

OTHERS = 3
"""Actions to choose from beside the one that is advised."""


def quiz_html(trees: Iterable[Compiled], *, root: str, most: int) -> str:
    """The quiz over these trees, at most so many cases a tree. `root` leads to the root of the site."""
    parts = [_topic(compiled, cases_for(compiled, most), root) for compiled in trees]
    return (
        '<wegwijzer-quiz>\n<p class="ww-live" role="status" aria-live="polite"></p>\n'
        + _controls()
        + "\n".join(filter(None, parts))
        + "\n</wegwijzer-quiz>"
    )


def cases_for(compiled: Compiled, most: int) -> list[tuple[Case, list[Alternative]]]:
    """Cases with a post and at least one other plausible end, spread over the actions in which they end."""
    usable = []
    for case in compiled.tree.cases:
        try:
            others = alternatives(compiled, case, OTHERS) if case.post else []
        except WalkError:
            continue
        if others:
            usable.append((case, others))
    firsts: dict[str, tuple[Case, list[Alternative]]] = {}
    for item in usable:
        firsts.setdefault(item[0].ends_in, item)
    spread = list(firsts.values())[:: max(1, len(firsts) // most)]
    return [*spread, *(item for item in usable if item not in firsts.values())][:most]


def _topic(compiled: Compiled, cases: list[tuple[Case, list[Alternative]]], root: str) -> str:
    if not cases:
        return ""
    articles = "\n".join(
        _case(compiled, case, others, f"{compiled.id}-{number}", root) for number, (case, others) in enumerate(cases, 1)
    )
    title = escape(compiled.tree.title)
    return f'<section class="ww-topic" data-title="{title}">\n<h2>{title}</h2>\n{articles}\n</section>'


def _case(compiled: Compiled, case: Case, others: list[Alternative], name: str, root: str) -> str:
    offered = sorted({case.ends_in, *(other.action for other in others)}, key=lambda a: list(compiled.lines).index(a))
    options = "\n".join(_option(compiled, name, action, advised=action == case.ends_in) for action in offered)
    return (
        f'<article class="ww-case" id="geval-{name}">\n<h3 class="ww-heading" tabindex="-1">{escape(case.title)}</h3>\n'
        f'<blockquote class="ww-post"><p>{inline(case.post or "", root)}</p></blockquote>\n'
        f'<fieldset class="ww-many"><legend>{words("quiz.question")}</legend>\n<ul class="ww-answers">\n{options}\n</ul>'
        f"</fieldset>\n{_advice(compiled, case, others, root)}\n</article>"
    )


def _option(compiled: Compiled, name: str, action: str, *, advised: bool) -> str:
    number, title = compiled.numbers[action], escape(plain(compiled.tree.actions[action].title))
    tally = (
        f'<span class="ww-tally" hidden><button type="button" data-count="-1" aria-label="{words("quiz.less", title=title)}">'
        f'−</button><output>0</output><button type="button" data-count="1" aria-label="{words("quiz.plus", title=title)}">+'
        "</button></span>"
    )
    return (
        f'<li{" data-advised" if advised else ""}><label class="ww-option"><input type="radio" name="{name}"> '
        f'<span class="ww-answer-text">{number_node(number)} {title}</span></label>{tally}</li>'
    )


def _advice(compiled: Compiled, case: Case, others: list[Alternative], root: str) -> str:
    place = root + addresses.tree_page(compiled.id)
    walker = case_walk(compiled, case)
    route = "".join(
        f"<li>{number_node(compiled.numbers[node])} {escape(question)} <strong>{escape(given)}</strong></li>"
        for node, answer in walker.path
        for question, given in [answer_words(compiled, node, answer)]
    )
    number, title = compiled.numbers[case.ends_in], escape(plain(compiled.tree.actions[case.ends_in].title))
    differences = "".join(f"<li>{_difference(compiled, other)}</li>" for other in others)
    return (
        f'<details class="ww-advice"><summary>{words("quiz.reveal")}</summary>\n'
        f'<p class="ww-advised">{words("quiz.advice")} {number_node(number)} '
        f'<a href="{root}{addresses.tree_page(compiled.id, case.ends_in)}">{title}</a></p>\n'
        + (f"<p>{inline(case.why, root)}</p>\n" if case.why else "")
        + f'<h4>{words("quiz.route")}</h4>\n<ol class="ww-route">{route}</ol>\n'
        f'<p><a href="{place}">{words("quiz.walk")}</a></p>\n'
        f"<h4>{words('quiz.differences')}</h4>\n<ul>{differences}</ul>\n<p>{words('quiz.discuss')}</p></details>"
    )


def _difference(compiled: Compiled, other: Alternative) -> str:
    question, answer = answer_words(compiled, other.node, other.answer)
    _, given = answer_words(compiled, other.node, other.instead_of)
    return words(
        "quiz.difference",
        number=compiled.numbers[other.action],
        asked=compiled.numbers[other.node],
        question=plain(question),
        answer=plain(answer),
        given=plain(given),
    )


def _controls() -> str:
    """Buttons that the script shows: they do nothing without it."""
    buttons = "".join(
        f'<button type="button" class="ww-plain-button" data-do="{name}">{words(key)}</button>'
        for name, key in (
            ("back", "quiz.back"),
            ("on", "quiz.on"),
            ("present", "quiz.present"),
            ("tally", "quiz.tally"),
        )
    )
    return (
        f'<div class="ww-quiz-bar" hidden><label>{words("quiz.topic")} <select></select></label> '
        f'<span class="ww-place" data-words="{words("quiz.place", here="%1", all="%2")}"></span> {buttons}</div>\n'
    )
