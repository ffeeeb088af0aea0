"""‘Wat zou je doen?’: the cases of trees as a quiz. Complete without JavaScript: pick, then open the advice.

The page carries where each other choice leaves the way of the case. So a script can say of any two choices where they part,
and need not know the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from string import ascii_uppercase
from unicodedata import normalize

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import Case, once
from wegwijzer.model.text import plain
from wegwijzer.render import addresses
from wegwijzer.render.dot import chapter_nodes
from wegwijzer.render.element import NOTHING, Markup, element, lines, stacked
from wegwijzer.render.markup import chip, inline, post
from wegwijzer.render.quiz_bar import Topic, bar, deck, voting
from wegwijzer.view.nodes import static_view
from wegwijzer.view.phrases import answer_words
from wegwijzer.walk.alternatives import Alternative, alternatives, case_walk
from wegwijzer.walk.fragment import write
from wegwijzer.walk.walker import WalkError

OTHERS = 3
"""Actions to choose from beside the one that is advised."""
SIGNS = re.compile("[^a-z0-9]+")


def quiz_html(trees: Iterable[Compiled], *, root: str, most: int) -> Markup:
    """The quiz over these trees, at most so many cases a tree. `root` leads to the root of the site."""
    chosen = [(compiled, cases) for compiled in trees if (cases := cases_for(compiled, most))]
    topics = [_topic(compiled, cases) for compiled, cases in chosen]
    return stacked(
        "wegwijzer-quiz",
        element("p", {"class": "ww-live", "role": "status", "aria-live": "polite"}),
        bar(),
        deck(topics),
        voting(),
        *(_section(compiled, cases, topic, root) for (compiled, cases), topic in zip(chosen, topics, strict=True)),
    )


def cases_for(compiled: Compiled, most: int, *, heavy: bool = True) -> list[tuple[Case, list[Alternative]]]:
    """Cases with a post and at least one other plausible end, spread over the actions in which they end.

    Those that carry a warning come last, or not at all (not `heavy`): nobody begins with one. Where they lead is no choice
    in the others either: its title says what they are about.
    """
    name = f"cases:{most}:{heavy}"
    found: list[tuple[Case, list[Alternative]]] = once(compiled, name, partial(_cases_for, most=most, heavy=heavy))
    return found


def _cases_for(compiled: Compiled, most: int, *, heavy: bool) -> list[tuple[Case, list[Alternative]]]:
    hard = {case.ends_in for case in compiled.tree.cases if case.warning is not None}
    usable = []
    for case in compiled.tree.cases:
        if not case.post or (not heavy if case.warning is not None else case.ends_in in hard):
            continue
        try:
            others = alternatives(compiled, case, OTHERS, hard if case.warning is None else ())
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


def _topic(compiled: Compiled, cases: list[tuple[Case, list[Alternative]]]) -> Topic:
    """What there is to choose of a tree: each case with its chapter and what it warns of."""
    chapters = {node: name for name, nodes in chapter_nodes(compiled).items() for node in nodes}
    kinds = [chapters.get(case.ends_in, "") for case, _ in cases]
    known = {name: chapter.title for name, chapter in compiled.tree.chapters.items() if name in kinds}
    warnings = tuple(plain(case.warning) for case, _ in cases if case.warning is not None)
    return Topic(compiled.id, compiled.tree.title, tuple(kinds), known, warnings)


def _section(compiled: Compiled, cases: list[tuple[Case, list[Alternative]]], topic: Topic, root: str) -> Markup:
    names = _names(case.title for case, _ in cases)
    articles = (
        _case(Asked.of(compiled, case, others, f"{compiled.id}-{name}"), kind, root)
        for (case, others), name, kind in zip(cases, names, topic.kinds, strict=True)
    )
    return stacked("section", {"class": "ww-topic", "data-topic": compiled.id}, element("h2", topic.title), *articles)


def _names(titles: Iterable[str]) -> Iterator[str]:
    """A name for every title, as it can stand in an address; it stays when other cases come or go."""
    taken: set[str] = set()
    for title in titles:
        letters = normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
        name = full = SIGNS.sub("-", letters).strip("-") or "x"
        while name in taken:
            name = f"{full}-{len(taken)}"
        taken.add(name)
        yield name


@dataclass(frozen=True)
class Asked:
    """A case as a quiz asks it: under `name`, with for every action to choose from its letter."""

    compiled: Compiled
    case: Case
    others: list[Alternative]
    name: str
    letters: dict[str, str]

    @classmethod
    def of(cls, compiled: Compiled, case: Case, others: list[Alternative], name: str) -> Asked:
        offered = sorted({case.ends_in, *(other.action for other in others)}, key=list(compiled.lines).index)
        return cls(compiled, case, others, name, dict(zip(offered, ascii_uppercase, strict=False)))

    def title(self, action: str) -> str:
        return plain(self.compiled.tree.actions[action].title)


def _case(asked: Asked, kind: str, root: str) -> Markup:
    case = asked.case
    shown = stacked("div", {"class": "ww-whole"}, _post(case, root), _question(asked), _advice(asked, root))
    if case.warning is not None:
        warned = element("p", {"class": "ww-warning"}, say("quiz.warning", about=plain(case.warning)))
        shown = lines(warned, stacked("details", {"class": "ww-heavy"}, element("summary", say("quiz.show")), shown))
    return stacked(
        "article",
        {
            "class": "ww-case",
            "id": f"geval-{asked.name}",
            "data-kind": kind or None,
            "data-heavy": case.warning is not None,
        },
        element("h3", {"class": "ww-heading", "tabindex": "-1"}, case.title),
        shown,
    )


def _post(case: Case, root: str) -> Markup:
    return post(element("p", inline(case.post or "", root)))


def _question(asked: Asked) -> Markup:
    return stacked(
        "fieldset",
        {"class": "ww-many"},
        element("legend", say("quiz.question")),
        stacked("ul", {"class": "ww-answers"}, *(_option(asked, *option) for option in asked.letters.items())),
    )


def _option(asked: Asked, action: str, letter: str) -> Markup:
    """An action to choose. What it comes down to shows once the advice is open."""
    outcome = static_view(asked.compiled, action).outcome
    return element(
        "li",
        {"data-letter": letter, "data-advised": action == asked.case.ends_in},
        element(
            "label",
            {"class": "ww-option"},
            element("input", {"type": "radio", "name": asked.name}),
            " ",
            element(
                "span",
                {"class": "ww-answer-text"},
                _letter(letter),
                " ",
                element("span", asked.title(action)),
                (" ", chip(outcome.icon, outcome.text, outcome.tone)) if outcome else None,
            ),
        ),
    )


def _letter(letter: str) -> Markup:
    return element("b", {"class": "ww-letter"}, letter)


def _advice(asked: Asked, root: str) -> Markup:
    compiled, case = asked.compiled, asked.case
    node = case.ends_in if case.given else write(case_walk(compiled, case)).removeprefix(f"{compiled.id}-")
    advised = element("a", {"href": root + addresses.tree_page(compiled.id, node)}, asked.title(case.ends_in))
    return element(
        "details",
        {"class": "ww-advice"},
        lines(
            element("summary", say("quiz.reveal")),
            element(
                "p",
                {"class": "ww-advised"},
                say("quiz.advice"),
                " ",
                _letter(asked.letters[case.ends_in]),
                " ",
                advised,
            ),
            element("p", inline(case.why, root)) if case.why else NOTHING,
            element("h4", {"data-pair": say("quiz.parting_of", one="%1", two="%2")}, say("quiz.parting")),
            stacked("ul", {"class": "ww-parting"}, *(_parting(asked, other) for other in asked.others)),
        ),
    )


def _parting(asked: Asked, other: Alternative) -> Markup:
    """Where another choice leaves the way of the case: the question, and what each answer leads to."""
    question, answer = answer_words(asked.compiled, other.node, other.answer)
    _, given = answer_words(asked.compiled, other.node, other.instead_of)
    ways = (_way(asked, plain(said), action) for said, action in ((answer, other.action), (given, asked.case.ends_in)))
    return element(
        "li",
        {"data-letter": asked.letters[other.action], "data-at": other.at},
        element("p", plain(question)),
        element("ul", ways),
    )


def _way(asked: Asked, said: str, action: str) -> Markup:
    letter = asked.letters[action]
    return element(
        "li",
        {"data-letter": letter},
        element("strong", said),
        f" {say('quiz.then')} ",
        _letter(letter),
        " ",
        element("span", asked.title(action)),
    )
