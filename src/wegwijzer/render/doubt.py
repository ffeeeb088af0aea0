"""What the page shows to who doubts: what holds in any case, and why an advice came. Loaded when a reader asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.doubt.ahead import Ahead, Live, ahead, live_of
from wegwijzer.doubt.deciding import Change, Deciding, changes, deciding
from wegwijzer.doubt.shared import Shared, Told, Urgent, shared
from wegwijzer.doubt.why import Otherwise, answers_of, mattering, otherwise
from wegwijzer.locale import say
from wegwijzer.model import Action, Task
from wegwijzer.model.text import plain
from wegwijzer.proof.situations import TooManySituations
from wegwijzer.render.element import NOTHING, Child, Markup, element, lines, stacked
from wegwijzer.render.html_action import cards, line_list
from wegwijzer.render.markup import inline, plain_button, rooted, span
from wegwijzer.view.grounds import differ, grounds
from wegwijzer.view.phrases import answer_words
from wegwijzer.view.records import Line
from wegwijzer.view.texts import Texts
from wegwijzer.walk.walker import Walker

FEW = 3
"""So many urgent actions at most stand open."""
TOLD = 2
"""So many tasks of an answer are told."""

_live: dict[int, tuple[Compiled, Live]] = {}
"""What was found of a tree, by its identity; kept with it, so that no other gets that identity meanwhile."""


def doubt(walker: Walker, asked: dict[str, Any]) -> dict[str, str]:
    """As `html`: where a question is asked, what to do in any case for who does not know the answer, and which question decides
    most; of a result, the answers that mattered, what others would have brought, and the kind of ground under each task.

    `asked` may hold `known`, answers to other questions by node, `unsure`, further nodes of which the answer is not known, and
    `root` (see `rooted`).
    """
    told = (
        _why(walker) if walker.kind == "action" else _doubt(walker, asked.get("known") or {}, asked.get("unsure") or ())
    )
    return {"html": rooted(told, asked.get("root") or "")}


def _why(walker: Walker) -> Markup:
    return lines(_answers(walker), _grounds(walker))


def _doubt(walker: Walker, answers: dict[str, str], more: Iterable[str]) -> Markup:
    known: dict[str, tuple[str, ...]] = {node: (answer,) for node, answer in answers.items()}
    unsure = {walker.node, *more}
    try:
        found = ahead(walker, _live_of(walker.compiled), known)
    except TooManySituations:
        return _closed(element("p", say("doubt.too_many")))
    told = shared(found)
    only = found.endings[0] if len(found.endings) == 1 else ""
    return _closed(
        _known(walker.compiled, known),
        _only(walker.compiled, only) if only else NOTHING,
        _caution(told),
        _sure(walker.compiled, told),
        _urgent(walker, told.urgent),
        NOTHING if only else _deciding(walker, found, unsure | known.keys()),
    )


def _live_of(compiled: Compiled) -> Live:
    if id(compiled) not in _live:
        _live.clear()
        _live[id(compiled)] = compiled, live_of(compiled)
    return _live[id(compiled)][1]


def _closed(*parts: Markup) -> Markup:
    """The whole, under a heading that takes the focus, with the way back."""
    heading = element("h4", {"class": "ww-doubt-heading", "tabindex": "-1"}, say("doubt.heading"))
    back = element("p", plain_button(say("doubt.back"), {"data-doubt": "back"}))
    return lines(heading, *parts, back)


# -- what holds in any case --------------------------------------------------------------------------------


def _known(compiled: Compiled, known: dict[str, tuple[str, ...]]) -> Markup:
    """What the reader answered since."""
    said = [answer_words(compiled, node, answer) for node, (answer,) in known.items()]
    items = (element("li", question, " ", element("strong", answer)) for question, answer in said)
    return lines(element("p", say("doubt.known")), stacked("ul", *items)) if said else NOTHING


def _only(compiled: Compiled, name: str) -> Markup:
    """The one ending that is left, with the way there."""
    link = element("a", {"data-back": True, "href": f"#{compiled.id}-{name}"}, say("doubt.see"))
    title = element("strong", plain(compiled.tree.actions[name].title))
    return element("p", say("doubt.only"), " ", title, " ", link)


def _caution(told: Shared) -> Markup:
    """What must not be done while it is not known."""
    contact = element("p", {"class": "ww-warning"}, say("doubt.no_contact"), " ", say("node.no_contact"))
    held = lines(
        element("h4", say("doubt.held")),
        element("p", {"class": "ww-note"}, say("doubt.held_why")),
        line_list(told_lines(told.held, points=False)),
    )
    return lines(contact if told.no_contact else NOTHING, held if told.held else NOTHING)


def _sure(compiled: Compiled, told: Shared) -> Markup:
    contacts = [compiled.contacts[name] for name in told.contacts if name in compiled.contacts]
    if not told.tasks and not contacts:
        return element("p", say("doubt.nothing"))
    return lines(
        lines(element("h4", say("doubt.sure")), line_list(told_lines(told.tasks))) if told.tasks else NOTHING,
        lines(element("h4", say("doubt.contacts")), cards(contacts)) if contacts else NOTHING,
    )


def _urgent(walker: Walker, urgent: Iterable[Urgent]) -> Markup:
    """What may be needed at once: each action with the answer that leads there."""
    told = list(urgent)
    if not told:
        return NOTHING
    items = (element("li", _one_urgent(walker, each, opened=len(told) <= FEW)) for each in told)
    return lines(element("h4", say("doubt.urgent")), stacked("ul", {"class": "ww-doubt-list"}, *items))


def _one_urgent(walker: Walker, urgent: Urgent, *, opened: bool) -> Markup:
    compiled = walker.compiled
    title = element("strong", plain(compiled.tree.actions[urgent.walker.node].title))
    passed = {*compiled.tree.actions, *(urgent.walker.path[index][0] for index in urgent.walker.decided)}
    asked = [pair for pair in urgent.walker.path[len(walker.path) :] if pair[0] not in passed]
    words = (say("doubt.if", answer=answer_words(compiled, *asked[-1])[1]), " ") if asked else ()
    if not urgent.tasks:
        return element("p", *words, title)
    return element("details", {"open": opened}, element("summary", *words, title), line_list(told_lines(urgent.tasks)))


# -- what decides ------------------------------------------------------------------------------------------


def _deciding(walker: Walker, found: Ahead, passed: set[str]) -> Markup:
    here = _changes(walker.compiled, found, walker.node, changes(found, walker.node), button=False)
    question = deciding(found, passed)
    if question is None:
        return lines(element("h4", say("doubt.changes")), here)
    neither = plain_button(say("doubt.neither"), {"data-doubt": "unsure", "data-of": question.node})
    return lines(
        element("h4", say(deciding_words(question))),
        element("p", inline(question_words(walker, question.node))),
        _changes(walker.compiled, found, question.node, question.changes, button=True),
        element("p", neither),
        element("details", element("summary", say("doubt.changes")), here),
    )


def deciding_words(question: Deciding) -> str:
    """How the question that decides most is called: no more than it decides."""
    return "doubt.deciding" if question.much else "doubt.helping"


def question_words(walker: Walker, node: str) -> str:
    """A question as the walk shows it."""
    return Texts(walker.compiled, walker).text(walker.compiled.tree.questions[node].text or node)


def _changes(compiled: Compiled, found: Ahead, node: str, told: Iterable[Change], *, button: bool) -> Markup:
    items = []
    for change in told:
        answer = plain(answer_words(compiled, node, change.answer)[1])
        does = {"data-doubt": "known", "data-of": node, "data-is": change.answer}
        items.append(
            element(
                "li",
                plain_button(answer, does) if button else element("strong", answer),
                " ",
                element("div", {"class": "ww-note"}, _changed(compiled, found, change)),
            )
        )
    return stacked("ul", {"class": "ww-doubt-list"}, *items)


def _changed(compiled: Compiled, found: Ahead, change: Change) -> Child:
    """What an answer changes, in words."""
    if len(change.endings) == 1:
        return say("doubt.then_one", title=plain(compiled.tree.actions[change.endings[0]].title))
    left = say("doubt.then_many", count=len(change.endings), all=len(found.endings))
    if len(change.endings) == len(found.endings):
        left = say("doubt.then_all")
    tasks = [f"‘{plain(line.text).rstrip('.')}’" for line in told_lines(change.tasks[:TOLD])]
    return left, f" {say('doubt.then_sure')} {say('words.and').join(tasks)}." if tasks else None


# -- why ---------------------------------------------------------------------------------------------------


def _answers(walker: Walker) -> Markup:
    heading = element("h4", {"class": "ww-doubt-heading", "tabindex": "-1"}, say("why.answers"))
    items = [
        element("li", question, " ", element("strong", answer), _others(others))
        for question, answer, others in reasons(walker, _live_of(walker.compiled))
    ]
    return lines(heading, stacked("ul", {"class": "ww-why"}, *items) if items else element("p", say("why.none")))


def _others(others: list[str]) -> Markup:
    items = (element("li", other) for other in others)
    return element("details", element("summary", say("why.else")), element("ul", *items)) if others else NOTHING


def reasons(walker: Walker, live: Live) -> Iterator[tuple[str, str, list[str]]]:
    """Of each answer that mattered: the question, the answer, and what others would have brought, in words."""
    given = answers_of(walker)
    try:
        nodes = mattering(walker, live)
    except TooManySituations:
        nodes = tuple(given)
    others = list(otherwise(walker, nodes))
    for node in nodes:
        each = [other for other in others if other.node == node]
        yield *answer_words(walker.compiled, node, given[node][-1]), list(_brought(walker.compiled, each))


def _brought(compiled: Compiled, others: list[Otherwise]) -> Iterator[str]:
    """What other answers would have brought, those together that bring the same."""
    places: dict[str, list[Otherwise]] = {}
    for other in others:
        places.setdefault(other.then.node, []).append(other)
    for those in places.values():
        answers = [f"‘{plain(answer_words(compiled, other.node, other.answer)[1])}’" for other in those]
        then = those[0].then
        yield say(_brings(then), answers=say("words.or").join(answers), title=_title(then))


def _brings(then: Walker) -> str:
    if then.final:
        return "why.else_end"
    return "why.else_do" if then.kind == "action" else "why.else_ask"


def _title(walker: Walker) -> str:
    tree = walker.compiled.tree
    if walker.kind == "fork":
        return say("words.which_fits")
    text = tree.actions[walker.node].title if walker.kind == "action" else tree.questions[walker.node].text
    return plain(Texts(walker.compiled, walker).text(text or walker.node))


def _grounds(walker: Walker) -> Markup:
    """The kind of ground under each task, under the reply, and the choices over which the sources differ."""
    compiled, action = walker.compiled, walker.compiled.tree.actions[walker.node]
    items = [
        element("li", inline(line.text), " ", span("ww-note", f"({_ground(compiled, told.task, action)})"))
        for told in _shown(walker, action)
        for line in told_lines((told,), points=False)
    ]
    if action.reply:
        ground = _ground(compiled, Task(), action)
        items.append(element("li", say("why.reply"), " ", span("ww-note", f"({ground})")))
    disputed = [
        compiled.policies[name].short or compiled.policies[name].text or name
        for name in walker.looked
        if name in compiled.policies and differ(compiled, compiled.policies[name])
    ]
    apart = say("why.differ", names=", ".join(name.rstrip(" ?") for name in disputed)) if disputed else ""
    return lines(
        element("h4", say("why.grounds")) if items else NOTHING,
        stacked("ul", {"class": "ww-why"}, *items) if items else NOTHING,
        element("p", apart) if apart else NOTHING,
    )


def _ground(compiled: Compiled, task: Task, action: Action) -> str:
    return ", ".join(say(f"ground.{kind}") for kind in grounds(compiled, task, action))


def _shown(walker: Walker, action: Action) -> Iterator[Told]:
    texts = Texts(walker.compiled, walker)
    return (Told(task, walker) for task in action.steps if texts.applies(task.when) is not False)


def told_lines(tasks: Iterable[Told], *, points: bool = True) -> list[Line]:
    """Tasks as they stand in the walk that shows them."""
    found = [line for told in tasks for line in Texts(told.walker.compiled, told.walker).lines((told.task,))]
    return [replace(line, editorial=False) if points else Line(line.text, line.condition) for line in found]
