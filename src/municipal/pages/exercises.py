"""Exercises: what a trainer needs on one page, and tasks with model answers that open on demand."""

from __future__ import annotations

from html import escape

from municipal.records import Assignment, Exercise
from wegwijzer.locale import say
from wegwijzer.render import addresses
from wegwijzer.render.guide.parts import PlaceOnSite, block, bullets, table


def exercise(page: PlaceOnSite, name: str) -> str:
    """One exercise, whole. Raises KeyError for a name that does not exist."""
    found = page.library.of(Exercise)[name]
    trees = [
        page.link(addresses.tree_page(tree), page.library.trees[tree].title)
        for tree in found.trees
        if tree in page.library.trees
    ]
    return block(
        f'<p class="ww-lead">{page.text(found.goal)}</p>',
        f"<p>{escape(say('exercise.minutes', minutes=found.minutes))} · {page.text(found.group)}</p>",
        _section("material", bullets(map(page.text, found.material))),
        _section("steps", bullets(map(page.text, found.steps), tag="ol")),
        _section("tasks", bullets((_assignment(page, assignment) for assignment in found.tasks), "ww-tasks", tag="ol")),
        _section("debrief", bullets(map(page.text, found.debrief))),
        f'<details class="ww-trainer"><summary>{escape(say("exercise.trainer"))}</summary><p>{page.text(found.trainer)}</p></details>',
        _section("trees", bullets(trees)) if trees else "",
        page.sources(found),
    )


def overview(page: PlaceOnSite) -> str:
    """All exercises in one table."""
    return block(
        table(
            say("exercise.overview"),
            (escape(say(f"exercise.{key}")) for key in ("title", "time", "goal")),
            (
                (
                    page.named(Exercise, name),
                    escape(say("exercise.minutes", minutes=found.minutes)),
                    page.text(found.goal),
                )
                for name, found in page.library.of(Exercise).items()
            ),
        )
    )


def _section(key: str, body: str) -> str:
    return f'<h2 id="{key}">{escape(say(f"exercise.{key}"))}</h2>\n{body}'


def _assignment(page: PlaceOnSite, assignment: Assignment) -> str:
    return (
        (f"<blockquote><p>{page.text(assignment.post)}</p></blockquote>" if assignment.post else "")
        + f"<p>{page.text(assignment.question)}</p>"
        + bullets(map(page.text, assignment.options))
        + (
            f"<details><summary>{escape(say('exercise.answer'))}</summary><p>{page.text(assignment.answer)}</p>"
            + (
                f"<p><strong>{escape(say('exercise.why'))}</strong> {page.text(assignment.why)}</p>"
                if assignment.why
                else ""
            )
            + "</details>"
            if assignment.answer
            else ""
        )
    )
