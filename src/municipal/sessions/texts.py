"""What a session says on paper and in Word, as blocks: the guide for who leads it, and the evaluation sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from municipal.records import Assignment, Exercise
from municipal.sessions.programme import Programme, Slot
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.render.blocks import Block, Kind, own, said
from wegwijzer.render.documents.table import Table
from wegwijzer.render.guide.parts import cited_title
from wegwijzer.render.session import SessionCase
from wegwijzer.view.phrases import danger

SCALE = 5
LINE = "………………………………………………………………………………………………………………"


def title(programme: Programme) -> str:
    """How the guide is called."""
    return say("session.guide_title", title=programme.session.title)


def before(programme: Programme) -> Iterator[Block]:
    """What stands before the timetable."""
    session = programme.session
    yield own("text", plain(session.goal))
    yield own("text", f"{say('exercise.minutes', minutes=session.minutes)} · {plain(session.group)}")
    yield own("note", say("session.guide_how"))


def columns() -> tuple[str, ...]:
    """What stands above the timetable: when, one's own clock, what, and how long."""
    return tuple(say(f"session.{key}") for key in ("when", "own_clock", "part", "minutes"))


def timetable(programme: Programme) -> list[tuple[str, ...]]:
    """The programme, a row a part; one's own clock is left to a pen."""
    return [
        (slot.clock, "", slot.title, say("exercise.minutes", minutes=slot.part.minutes)) for slot in programme.slots
    ]


def after(programme: Programme, library: Library, base: str) -> Iterator[Block]:
    """What stands after it: what to see to before, how to keep it safe, what goes wrong, and every part. `base` is the root of the site."""
    session = programme.session
    yield from _list("session.room", programme.room, base)
    yield from _list("exercise.material", [say("session.prints"), *programme.material], base)
    yield own("heading", say("session.safety"))
    yield own("warning", danger())
    yield from (said("item", line, base) for line in programme.safety)
    yield from _list("session.agreements", programme.common.agreements, base, "subheading")
    yield from _list("session.pitfalls", session.pitfalls, base)
    for slot in programme.slots:
        yield own("heading", f"{slot.clock} · {slot.title}")
        yield from _slot(slot, base)
    yield own("heading", say("session.afterwards"))
    yield own("text", say("session.afterwards_text"))
    yield own("heading", say("guide.sources"))
    yield from (own("item", line) for line in sources(programme, library))


def sources(programme: Programme, library: Library) -> Iterator[str]:
    """What a session rests on, as words: of itself, and of each exercise."""
    common = [cited_title(ref, library) for ref in (*programme.session.sources, *programme.common.sources)]
    yield f"{programme.session.title}: {'; '.join(dict.fromkeys(common))}"
    for slot in programme.slots:
        if slot.exercise:
            yield f"{slot.exercise.title}: {'; '.join(cited_title(ref, library) for ref in slot.exercise.sources)}"


def evaluation(programme: Programme) -> Iterator[Block | Table]:
    """The evaluation sheet, to change and to print."""
    yield own("title", say("session.evaluation_title", title=programme.session.title))
    yield own("note", say("session.anonymous"))
    yield own("heading", say("session.statements"))
    yield own("text", say("session.scale"))
    scale = [str(number) for number in range(1, SCALE + 1)]
    boxes = ["☐"] * SCALE
    yield Table((12, *[1] * SCALE), [["", *scale], *([line, *boxes] for line in programme.evaluation)])
    for line in programme.common.questions:
        yield own("heading", line)
        yield from (own("note", LINE) for _ in range(3))


def _slot(slot: Slot, base: str) -> Iterator[Block]:
    if slot.exercise:
        yield said("text", slot.exercise.goal, base)
        yield from _list("exercise.steps", slot.exercise.steps, base, "subheading", "task")
        yield from (said("item", step, base) for step in slot.steps)
        yield from _assignments(slot.exercise, base)
        yield from _list("exercise.debrief", slot.exercise.debrief, base, "subheading")
        yield own("subheading", say("exercise.trainer"))
        yield said("text", slot.exercise.trainer, base)
    elif slot.cases:
        steps = [say(f"slide.works_{each}") for each in ("read", "choose", "talk", "look")]
        yield from (said("task", step, base) for step in (*steps, *slot.steps))
        for number, case in enumerate(slot.cases, 1):
            yield from _case(case, number, len(slot.cases))
    else:
        yield from (said("task", step, base) for step in slot.steps)


def _assignments(exercise: Exercise, base: str) -> Iterator[Block]:
    options: tuple[str, ...] = ()
    for number, task in enumerate(exercise.tasks, 1):
        yield from _assignment(task, number, base, known=task.options == options)
        options = task.options


def _assignment(task: Assignment, number: int, base: str, *, known: bool) -> Iterator[Block]:
    """One task with its answer; `known` when the one before had the same to choose from."""
    yield said("subheading", f"{say('session.task', number=number)}: {task.question}", base)
    if task.post:
        yield from (said("quote", line, base) for line in task.post.splitlines() if line.strip())
    if not known:
        yield from (said("item", option, base) for option in task.options)
    if task.answer:
        yield said("text", f"{say('session.answer')}: {task.answer}", base)
    if task.why:
        yield said("note", f"{say('session.why')}: {task.why}", base)


def _case(case: SessionCase, number: int, count: int) -> Iterator[Block]:
    yield own("subheading", f"{say('slide.case', here=number, all=count)}: {case.title}")
    yield from (own("quote", line) for line in case.post.splitlines() if line.strip())
    yield from (own("item", choice.text) for choice in case.choices)
    yield own("text", f"{say('session.advice')}: {case.advised.title}")
    if case.why:
        yield own("note", f"{say('session.why')}: {case.why}")
    yield from (own("item", line) for line in case.parting)


def _list(
    heading: str, lines: Iterable[str], base: str, level: Kind = "heading", kind: Kind = "item"
) -> Iterator[Block]:
    yield own(level, say(heading))
    yield from (said(kind, line, base) for line in lines)
