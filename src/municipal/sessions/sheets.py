"""The sheets of a session: the guide, the hand-out, cards to cut out, and the evaluation sheet. PDF by Typst."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from municipal.records import Assignment
from municipal.sessions import texts
from municipal.sessions.programme import Programme, Slot, is_role
from wegwijzer.draw.qr import step_url
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.paper.cards import CARDS, Face, face
from wegwijzer.paper.typeset import Unit, breakable, typeset, unit, units
from wegwijzer.view.phrases import danger
from wegwijzer.workplace import site_url

ROOM = 6
"""With more messages than that each gets one line to write on: they are short, and stand on cards too."""
SIZES = (15, 14, 13, 12, 11)
"""Of the words on a card, in points: who sits around a table reads it from there. With more words it is a larger card."""
LINES, REASONS = 5, 2
"""Lines to write an answer on, and to say why one chose it."""
EMPTY: Mapping[str, Any] = {"number": "", "post": "", "question": "", "options": []}
"""A task of which nothing is said yet."""
PART: Mapping[str, Any] = {"text": "", "told": "", "steps": []}
"""A part of which only the title is said."""
TEXT = ("municipal", "session")
"""The template that knows how a text of more pages looks."""


def guide(programme: Programme, library: Library) -> bytes:
    """For who leads the session: several A4, as PDF."""
    content = {
        "before": units(texts.before(programme)),
        "rows": texts.timetable(programme),
        "after": units(texts.after(programme, library, "")),
        "foot": _foot(programme),
        "words": {
            "programme": say("session.programme"),
            "columns": texts.columns(),
        },
    }
    return typeset((TEXT, ("municipal", "guide")), texts.title(programme), content, version=_version(programme))


def handout(programme: Programme) -> bytes:
    """For who takes part: what there is to decide, with room to write, as PDF. No answers."""
    first = next(iter(programme.trees), "")
    code = step_url(first) if first else f"{site_url()}trainers/{programme.id}/"
    content = {
        "goal": plain(programme.session.goal),
        "parts": [part for slot in programme.slots if (part := _part(slot))],
        "takeaways": list(programme.common.takeaways),
        "danger": danger(),
        "further": [{"text": tree.tree.title, "url": step_url(name)} for name, tree in programme.trees.items()],
        "code": code,
        "foot": _foot(programme),
        "words": {key: say(f"session.{key}") for key in ("takeaways", "further", "further_text")},
    }
    title = say("session.handout_title", title=programme.session.title)
    return typeset((TEXT, ("municipal", "handout")), title, content, [code], version=_version(programme))


def evaluation(programme: Programme) -> bytes:
    """One A4, as PDF: what somebody agrees with, and what there is to say. Without a name."""
    content = {
        "statements": list(programme.evaluation),
        "questions": list(programme.common.questions),
        "scale": [str(number) for number in range(1, texts.SCALE + 1)],
        "foot": _foot(programme),
        "words": {key: say(f"session.{key}") for key in ("anonymous", "statements", "scale")},
    }
    title = say("session.evaluation_title", title=programme.session.title)
    return typeset((TEXT, ("municipal", "evaluation")), title, content, version=_version(programme))


def cards(programme: Programme) -> bytes:
    """Every message and every task on a card to cut out, as PDF."""
    foot = f"{say('site.name')} · {_version(programme).lower()}"
    faces = [each for slot in programme.slots for each in _faces(slot, foot)]
    title = say("session.cards_title", title=programme.session.title)
    return typeset(
        (CARDS, ("wegwijzer", "steps")), title, {"faces": faces, "sizes": SIZES}, version=_version(programme)
    )


def _version(programme: Programme) -> str:
    return say("tree.version", version=programme.version)


def _foot(programme: Programme) -> str:
    return f"{say('site.name')} · {programme.session.title} · {_version(programme).lower()}"


def _part(slot: Slot) -> dict[str, Any] | None:
    """What a participant does in a part; nothing where there is nothing to write."""
    if slot.exercise:
        listed = slot.exercise.tasks
        short = len(listed) > ROOM
        told = slot.exercise.steps[0] if "“" in slot.exercise.steps[0] else ""
        asked = Counter(task.question for task in listed).most_common(1)[0][0] if short else ""
        tasks = [
            _task(task, number, short=short, asked=asked) for number, task in enumerate(listed, 1) if not is_role(task)
        ]
        if any(map(is_role, listed)):
            tasks.append({**EMPTY, "question": say("session.own_card"), "lines": 2 * LINES})
        text = " ".join(filter(None, (plain(slot.exercise.goal), plain(asked))))
        return {**PART, "title": slot.title, "text": text, "told": plain(told), "tasks": tasks}
    if slot.cases:
        tasks = [
            {**EMPTY, "number": str(number), "question": case.title, "lines": 1}
            for number, case in enumerate(slot.cases, 1)
        ]
        return {**PART, "title": slot.title, "text": say("session.on_screen"), "tasks": tasks}
    if slot.part.title:
        steps = [breakable(plain(step)) for step in slot.steps]
        return {**PART, "title": slot.title, "steps": steps, "tasks": [{**EMPTY, "lines": LINES}]}
    return None


def _task(task: Assignment, number: int, *, short: bool, asked: str) -> dict[str, Any]:
    """A task; `asked` is the question that stands above all of them."""
    return {
        "number": str(number),
        "post": say("session.later") if task.later else breakable(plain(task.post or "")),
        "question": "" if task.question == asked else breakable(plain(task.question)),
        "options": [plain(option) for option in task.options],
        "lines": (0 if task.options else 1) if short else REASONS if task.options else LINES,
    }


def _faces(slot: Slot, foot: str) -> list[Face]:
    if slot.exercise:
        return [
            _face(
                str(number),
                *_told(task, say("session.card_later", title=slot.title) if task.later else slot.title),
                foot,
            )
            for number, task in enumerate(slot.exercise.tasks, 1)
            if task.post or is_role(task)
        ]
    return [
        _face(
            str(number),
            case.title,
            slot.title,
            [
                *(unit("quote", line) for line in case.post.splitlines() if line.strip()),
                *(unit("item", choice.text) for choice in case.choices),
            ],
            foot,
        )
        for number, case in enumerate(slot.cases, 1)
    ]


def _told(task: Assignment, label: str) -> tuple[str, str, list[Unit]]:
    """What a card is called, what stands above that, and what it says: of a role the first sentence is its name."""
    if is_role(task):
        name, _, text = plain(task.question).partition(". ")
        return name, label, [unit("text", text)]
    return plain(task.question), label, _said(task)


def _said(task: Assignment) -> list[Unit]:
    posts = [unit("quote", plain(line)) for line in (task.post or "").splitlines() if line.strip()]
    return [*posts, *(unit("item", plain(option)) for option in task.options)]


def _face(number: str, title: str, label: str, says: list[Unit], foot: str) -> Face:
    return face(number, title, says, "", label=label, foot=foot)
