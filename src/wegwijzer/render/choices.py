"""The page on which a municipality records its choices: every one of a tree, chapter by chapter, to read and to fill in.

Without a script it is there to read, with what holds by default filled in. `assets/choices.js` lets a reader choose, and says in
the words that stand in the attributes what came of it.
"""

from __future__ import annotations

from wegwijzer.compile.choices import choices_in, meaning
from wegwijzer.compile.compiled import Compiled, is_final
from wegwijzer.locale import say
from wegwijzer.model import UNDECIDED, Fill, Question
from wegwijzer.model.fields import PATTERNS
from wegwijzer.model.text import plain
from wegwijzer.render import addresses
from wegwijzer.render.dot import chapter_nodes
from wegwijzer.render.element import NOTHING, Attributes, Child, Markup, element, lines, stacked
from wegwijzer.render.markup import copy_words, credit_list, inline, note, plain_button, rooted, span
from wegwijzer.view.nodes import static_view
from wegwijzer.view.records import NodeView, ShownAnswer
from wegwijzer.walk.decisions import PERSON

MOST_BYTES = 100_000
"""Of a file that a reader brings: ten times what all choices with long answers take."""
SAID = [
    "count",
    "default",
    "open",
    "decided",
    "again",
    "elsewhere",
    "unkept",
    "damaged",
    "newer",
    "erased",
    "sure",
    "now",
    "later",
    "none",
    "nothing",
    "same",
    "partly",
    "moved",
    "done",
    "rest",
    "remarks",
    "role",
    "no_role",
    "take_over",
    "leave",
    "close",
    "not_yet",
    "busy",
    "failed",
    "wrong",
    "place",
    "too_large",
    "unfit",
    "first_again",
    "no_link",
    "no_name",
    "saved",
    "chapter",
]
"""What the script says, each under its name. %1, %2 and %3 are what is filled in."""


def choices_html(compiled: Compiled, root: str) -> Markup:
    """The choices of one tree; `root` leads to the root of the site."""
    return rooted(_choices_html(compiled, root), root)


def _choices_html(compiled: Compiled, root: str) -> Markup:
    found = choices_in(compiled)
    words = {f"data-{name.replace('_', '-')}": say(f"choices.{name}") for name in SAID}
    told: Attributes = {
        "data-tree": compiled.id,
        "data-src": root + addresses.tree_data(compiled.id),
        "data-undecided": UNDECIDED,
        "data-most": MOST_BYTES,
        # JavaScript's \w knows no letters but those of English.
        "data-person": PERSON.pattern.replace(r"\w", r"\p{L}\p{N}_"),
        **words,
    }
    chapters = [*_chapters(compiled, found)]
    return stacked(
        "wegwijzer-choices",
        told,
        element(
            "p", {"data-state": True, "role": "status", "tabindex": "-1"}, say("choices.no_script", count=len(found))
        ),
        element(
            "section", {"data-proposal": True, "hidden": True, "tabindex": "-1", "aria-label": say("choices.change")}
        ),
        *(_chapter(compiled, title, names, opened=index == 0) for index, (title, names) in enumerate(chapters)),
        _tools(compiled, root),
        _row(),
    )


def _chapters(compiled: Compiled, found: dict[str, Question]) -> list[tuple[str, list[str]]]:
    """Titles with the questions under them. The chapter where the tree begins comes first: what to start with."""
    titles = {name: chapter.title for name, chapter in compiled.tree.chapters.items()}
    groups = [
        (titles.get(chapter, compiled.tree.title), [name for name in nodes if f"{compiled.id}.{name}" in found])
        for chapter, nodes in chapter_nodes(compiled).items()
    ]
    first = compiled.tree.start.routes[0].to
    return sorted((group for group in groups if group[1]), key=lambda group: first not in group[1])


def _chapter(compiled: Compiled, title: str, names: list[str], *, opened: bool) -> Markup:
    count = element("span", {"class": "ww-note", "data-of": True}, say("choices.of_chapter", count=len(names)))
    return stacked(
        "details",
        {"class": "ww-chapter", "open": opened},
        element("summary", element("h2", title), " ", count),
        *(_choice(compiled, name) for name in names),
    )


def _choice(compiled: Compiled, name: str) -> Markup:
    question, view = compiled.tree.questions[name], static_view(compiled, name)
    kept_as = f"{compiled.id}.{name}"
    told: Attributes = {
        "class": "ww-choice",
        "id": kept_as,
        "data-choice": kept_as,
        "data-default": question.default or "",
        "data-as": meaning(question),
        "disabled": True,
    }
    field = _field(view.title, question, view.fill) if view.fill else _options(kept_as, view, many=view.many)
    return stacked(
        "fieldset",
        told,
        element("legend", view.title),
        *(element("p", {"class": "ww-note"}, inline(line.text)) for line in view.about("help")),
        field,
        _sources(view),
    )


def _options(name: str, view: NodeView, *, many: bool) -> Markup:
    return stacked("ul", *(element("li", *_option(name, answer, many=many)) for answer in view.answers))


def _option(name: str, answer: ShownAnswer, *, many: bool) -> tuple[Child, ...]:
    """One answer with what speaks for it; the default is filled in, and called that."""
    box: Attributes = {
        "type": "checkbox" if many else "radio",
        "name": name,
        "value": answer.id,
        "checked": answer.default,
        "data-exclusive": answer.exclusive or answer.id == UNDECIDED,
    }
    default = (" ", span("ww-default", say("node.default"))) if answer.default else None
    label = element("label", element("input", box), element("span", element("b", plain(answer.text)), default))
    return label, element("p", {"class": "ww-note"}, inline(answer.argument)) if answer.argument else None


def _field(title: str, question: Question, fill: Fill) -> Markup:
    """A text of one's own, with what holds as long as there is none, and a way to leave it open."""
    pattern = PATTERNS.get(fill.kind)
    field: Attributes = {
        "type": "text",
        "aria-label": title,
        "maxlength": fill.max,
        "autocomplete": "off",
        "inputmode": "decimal" if fill.kind == "number" else None,
        "pattern": pattern.pattern if pattern else None,
        "value": question.default,
        "data-fill": True,
    }
    unit = (" ", element("span", fill.unit)) if fill.unit else None
    default = (
        say("choices.by_default", value=" ".join(filter(None, (question.default, fill.unit))))
        if question.default
        else ""
    )
    undecided = element("input", {"type": "checkbox", "data-open": True})
    return lines(
        element("p", {"class": "ww-own"}, element("input", field), unit),
        element("p", {"class": "ww-note"}, default) if default else NOTHING,
        element("p", element("label", undecided, element("span", say("choices.undecided")))),
    )


def _sources(view: NodeView) -> Markup:
    listed = credit_list(view.about("sources"))
    if not listed:
        return NOTHING
    return element("details", {"class": "ww-from"}, element("summary", say("node.sources")), listed)


def _row() -> Markup:
    """What stands below a choice once a script is there: what holds, who decided that and when, and how to undo it."""
    who: Attributes = {"type": "text", "maxlength": 80, "autocomplete": "off", "data-who": True}
    return element(
        "template",
        stacked(
            "div",
            {"class": "ww-decided"},
            element("p", {"data-told": True}),
            stacked(
                "div",
                {"class": "ww-who"},
                element("label", say("choices.who"), " ", element("input", who), note(say("choices.who_help"))),
                element("label", say("choices.when"), " ", element("input", {"type": "date", "data-when": True})),
            ),
            element("p", {"class": "ww-error", "data-wrong": True, "role": "alert", "hidden": True}),
            element(
                "p",
                plain_button(say("choices.confirm"), {"data-do": "confirm"}),
                " ",
                plain_button(say("choices.forget"), {"data-do": "forget"}),
            ),
        ),
    )


def _tools(compiled: Compiled, root: str) -> Markup:
    """What one does with all of it; nothing without a script."""
    annex = next((name for name, action in compiled.tree.actions.items() if is_final(action) and action.document), "")
    more = (
        element("p", element("a", {"href": root + addresses.tree_page(compiled.id, annex)}, say("choices.annex")))
        if annex
        else NOTHING
    )
    name: Attributes = {"type": "text", "maxlength": 60, "autocomplete": "off", "data-name": True}
    file: Attributes = {"type": "file", "accept": ".yml,.yaml", "data-file": True}
    return stacked(
        "section",
        {"class": "ww-keep", "data-tools": True, "hidden": True},
        element("h2", say("choices.keep")),
        element("p", {"class": "ww-note"}, say("choices.keep_help")),
        element("p", element("label", say("choices.name"), " ", element("input", name))),
        element("p", plain_button(say("choices.save"), {"data-do": "save", "class": "ww-plain-button ww-button"})),
        element("p", element("label", say("choices.read"), " ", element("input", file))),
        element("p", plain_button(say("choices.link"), {"data-do": "link", **copy_words()})),
        element("p", {"class": "ww-note"}, say("choices.link_help")),
        more,
        element("p", plain_button(say("choices.erase"), {"data-do": "erase", "class": "ww-plain-button ww-erase"})),
        element("p", {"data-result": True, "role": "status", "tabindex": "-1"}),
    )
