"""The 3R model: its parts as cards and lists, the response grid as a table, the theory of change as a drawing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from municipal.records import Item, TheoryOfChange, ThreeRFile
from wegwijzer.locale import say
from wegwijzer.model import Task
from wegwijzer.render.contact import checked
from wegwijzer.render.drawing import broken, opening, quote
from wegwijzer.render.element import NOTHING, Child, Markup, element, lines
from wegwijzer.render.guide.parts import PlaceOnSite, block, bullets, paragraph, table
from wegwijzer.render.markup import BREAK, note
from wegwijzer.view.words import term


def blocks() -> dict[str, Callable[[PlaceOnSite, ThreeRFile], Markup]]:
    """The blocks that a page can ask for, by name."""
    return {
        "integriteit": _integrity,
        "redenen": lambda page, model: _cards(page, model.reasons, number=True),
        "actoren": lambda page, model: _cards(page, model.actors),
        "gevolgen": lambda page, model: _cards(page, model.impact),
        "risico's": _risks,
        "model": lambda page, model: _cards(page, model.elements),
        "onderzoek": _methods,
        "beoordeling": _criteria,
        "fasen": _phases,
        "rooster": _grid,
        "coalitie": _coalition,
        "rollen": _roles,
        "principes": lambda page, model: _cards(page, model.principles, number=True),
        "onthouden": _takeaways,
        "voorbeeld": _worked,
        "framing": _framing,
        "verandering": _change,
        "links": _links,
    }


def three_r(page: PlaceOnSite, name: str) -> Markup:
    """One block of the model. Raises KeyError for a name that `blocks` does not know."""
    model = page.library.file(ThreeRFile)
    if model is None:
        raise KeyError("three-r")
    return block(blocks()[name](page, model))


def change_dot(theory: TheoryOfChange) -> str:
    """The theory of change as a Graphviz drawing: columns from left to right, in the division of the editors."""
    lines = [*opening("verandering", "diagram-verandering"), "  compound=true;"]
    for key, column in theory.columns.items():
        boxes = [
            f'    {quote(f"{key}-{i}")} [label={quote(broken(item.name))}, class="ww-node"];'
            for i, item in enumerate(column.items)
        ]
        lines += [
            f"  subgraph {quote(f'cluster-{key}')} {{ id={quote(f'kolom-{key}')}; label={quote(column.name)}; style=rounded;",
            *boxes,
            "  }",
        ]
    for left, right in pairwise(theory.columns):
        ends = [f"{key}-{len(theory.columns[key].items) // 2}" for key in (left, right)]
        lines.append(
            f"  {quote(ends[0])} -> {quote(ends[1])}"
            f' [ltail={quote(f"cluster-{left}")}, lhead={quote(f"cluster-{right}")}, class="ww-edge"];'
        )
    return "\n".join([*lines, "}", ""])


def _card(title: str, *body: Child) -> Child:
    return element("strong", title), body


def _cards(page: PlaceOnSite, items: Mapping[str, Item], *, number: bool = False) -> Markup:
    return bullets(
        (
            _card(item.name, paragraph(page.text(item.text)) if item.text else None, page.sources(item))
            for item in items.values()
        ),
        "ww-cards",
        tag="ol" if number else "ul",
    )


def _integrity(page: PlaceOnSite, model: ThreeRFile) -> Markup:
    found = model.integrity
    return paragraph(page.text(found.text)) + _cards(page, found.elements) + page.sources(found)


def _risks(page: PlaceOnSite, model: ThreeRFile) -> Markup:
    return bullets(
        (
            _card(
                risk.name,
                paragraph(page.text(risk.text)),
                bullets((member.name, _after(page, member.text)) for member in risk.members),
                page.sources(risk),
            )
            for risk in model.risk_types.values()
        ),
        "ww-cards",
    )


def _after(page: PlaceOnSite, text: str | None) -> Markup:
    return ": " + page.text(text) if text else NOTHING


def _methods(page: PlaceOnSite, model: ThreeRFile) -> Markup:
    return lines(
        *(
            element("h3", {"id": name}, method.name)
            + paragraph(page.text(method.text))
            + bullets((page.text(task.text) for task in method.steps), tag="ol")
            + page.sources(method)
            for name, method in model.methods.items()
        )
    )


def _criteria(page: PlaceOnSite, model: ThreeRFile) -> Markup:
    return table(
        say("risk.criteria"),
        (say(f"risk.{key}") for key in ("criterion", "question", "levels")),
        (
            (
                found.name,
                (page.text(found.question), BREAK, page.text(found.text)),
                bullets(map(page.text, found.levels), tag="ol"),
            )
            for found in model.criteria.values()
        ),
    )


def _phases(page: PlaceOnSite, model: ThreeRFile) -> Markup:
    return bullets(
        (
            _card(
                phase.name,
                paragraph(page.text(phase.text)),
                paragraph(element("em", page.text(phase.when_text))),
                page.sources(phase),
            )
            for phase in model.phases.values()
        ),
        "ww-cards",
    )


def _grid(page: PlaceOnSite, model: ThreeRFile) -> Markup:
    def cell(phase: str, field: str) -> Markup:
        steps = model.grid.get(phase, {}).get(field, {})
        return bullets(_task(page, task) for task in steps.values())

    return table(
        say("risk.grid"),
        ["", *(phase.name for phase in model.phases.values())],
        (
            [
                (field.name, note(page.text(field.text or ""))),
                *(cell(phase, name) for phase in model.phases),
            ]
            for name, field in model.fields.items()
        ),
        "ww-grid",
    )


def _task(page: PlaceOnSite, task: Task) -> Markup:
    notes = [say("node.who", who=task.who)] if task.who else []
    notes += [say("node.within", term=term(task.within))] if task.within else []
    text = page.text(task.text or "")
    if notes:
        text += " " + note("(", ", ".join(notes), ")")
    if not task.points:
        return text
    return element("details", element("summary", text), bullets(map(page.text, task.points)))


def _coalition(page: PlaceOnSite, model: ThreeRFile) -> Markup:
    found = model.coalition
    steps = bullets(map(page.text, found.steps), tag="ol")
    return paragraph(page.text(found.text)) + steps + page.sources(found)


def _roles(page: PlaceOnSite, model: ThreeRFile) -> Markup:
    return bullets(
        (
            _card(
                role.name,
                paragraph(page.text(role.text)),
                bullets(map(page.text, role.questions)),
                page.sources(role),
            )
            for role in model.roles.values()
        ),
        "ww-cards",
    )


def _takeaways(page: PlaceOnSite, model: ThreeRFile) -> Markup:
    return bullets((page.text(found.text) for found in model.takeaways), "ww-lines")


def _worked(page: PlaceOnSite, model: ThreeRFile) -> Markup:
    return table(
        say("risk.worked"),
        (say(f"risk.{key}") for key in ("part", "what")),
        (
            (
                found.phase.capitalize(),
                (element("strong", found.name), BREAK, page.text(found.text), page.sources(found)),
            )
            for found in model.worked_example
        ),
    )


def _framing(page: PlaceOnSite, model: ThreeRFile) -> Markup:
    found = model.framing
    goals: dict[str, Any] = {str(index): item for index, item in enumerate(found.objectives)}
    return paragraph(page.text(found.text)) + _cards(page, goals, number=True) + page.sources(found)


def _change(page: PlaceOnSite, model: ThreeRFile) -> Markup:
    found = model.theory_of_change
    columns = bullets(
        (
            _card(column.name, bullets((item.name, _after(page, item.text)) for item in column.items))
            for column in found.columns.values()
        ),
        "ww-cards",
        tag="ol",
    )
    return paragraph(page.text(found.note), css="ww-note-box") + columns + page.sources(found)


def _links(_page: PlaceOnSite, model: ThreeRFile) -> Markup:
    return bullets(
        (
            element("a", {"href": link.url, "rel": "noreferrer"}, link.title),
            " ",
            note("(", checked(link.checked), ")"),
        )
        for link in model.links
    )
