"""Exercises: what a trainer needs on one page, and tasks with model answers that open on demand."""

from __future__ import annotations

from municipal.records import Assignment, Exercise, Session
from wegwijzer.locale import say
from wegwijzer.render.element import NOTHING, Child, Markup, element, join, lines
from wegwijzer.render.guide.parts import PlaceOnSite, block, bullets, paragraph, table
from wegwijzer.render.markup import post


def exercise(page: PlaceOnSite, name: str) -> Markup:
    """One exercise, whole. Raises KeyError for a name that does not exist."""
    found = page.library.of(Exercise)[name]
    trees = page.trees(found.trees)
    sessions = [
        page.named(Session, each)
        for each, session in page.library.of(Session).items()
        if any(part.exercise == name for part in session.parts)
    ]
    return block(
        paragraph(page.text(found.goal), css="ww-lead"),
        paragraph(say("exercise.minutes", minutes=found.minutes), " · ", page.text(found.group)),
        _section("material", bullets(map(page.text, found.material))),
        _section("steps", bullets(map(page.text, found.steps), tag="ol")),
        _section(
            "tasks", bullets((_assignment(page, assignment) for assignment in found.tasks), "ww-assignments", tag="ol")
        ),
        _section("debrief", bullets(map(page.text, found.debrief))),
        element(
            "details",
            {"class": "ww-trainer"},
            element("summary", say("exercise.trainer")),
            paragraph(page.text(found.trainer)),
        ),
        _section("trees", bullets(trees)) if trees else NOTHING,
        _section("sessions", bullets(sessions)) if sessions else NOTHING,
        page.sources(found),
    )


def overview(page: PlaceOnSite) -> Markup:
    """All exercises in one table."""
    return block(
        table(
            say("exercise.overview"),
            (say(f"exercise.{key}") for key in ("title", "time", "goal")),
            (
                (
                    page.named(Exercise, name),
                    say("exercise.minutes", minutes=found.minutes),
                    page.text(found.goal),
                )
                for name, found in page.library.of(Exercise).items()
            ),
        )
    )


def _section(key: str, body: Child) -> Markup:
    return lines(element("h2", {"id": key}, say(f"exercise.{key}")), body)


def _assignment(page: PlaceOnSite, assignment: Assignment) -> Markup:
    return join(
        "",
        (
            _shown(page, assignment) if assignment.post else None,
            paragraph(page.text(assignment.question)),
            bullets(map(page.text, assignment.options)),
            element(
                "details",
                element("summary", say("exercise.answer")),
                paragraph(page.text(assignment.answer)),
                paragraph(element("strong", say("exercise.why")), " ", page.text(assignment.why))
                if assignment.why
                else None,
            )
            if assignment.answer
            else None,
        ),
    )


def _shown(page: PlaceOnSite, assignment: Assignment) -> Markup:
    """The message of a task; folded when it comes later, so that nobody sees it too soon on a screen for a group."""
    message = post(paragraph(page.text(assignment.post or "")))
    return element("details", element("summary", say("exercise.show_post")), message) if assignment.later else message
