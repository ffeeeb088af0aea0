"""Meeting activities: the two kinds, the conditions, the pitfalls, examples and the ten tips."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from municipal.records import MeetingFile
from wegwijzer.locale import say
from wegwijzer.render.guide.parts import PlaceOnSite, block, bullets, table


def blocks() -> dict[str, Callable[[PlaceOnSite, MeetingFile], str]]:
    """The blocks that a page can ask for, by name."""
    return {
        "soorten": _kinds,
        "voorwaarden": _conditions,
        "steun": lambda page, data: bullets(
            escape(item.name) + (f": {page.text(item.text)}" if item.text else "") for item in data.support
        ),
        "valkuilen": _pitfalls,
        "voorbeelden": _examples,
        "tips": _tips,
    }


def meeting(page: PlaceOnSite, name: str) -> str:
    """One block. Raises KeyError for a name that `blocks` does not know."""
    data = page.library.file(MeetingFile)
    if data is None:
        raise KeyError("meeting")
    return block(blocks()[name](page, data))


def _kinds(page: PlaceOnSite, data: MeetingFile) -> str:
    keys = ("text", "audience", "stresses")
    rows = [
        [escape(say(f"meeting.{key}")), *(page.text(getattr(kind, key)) for kind in data.kinds.values())]
        for key in keys
    ]
    rows.append([escape(say("meeting.examples")), *(bullets(map(page.text, k.examples)) for k in data.kinds.values())])
    rows.append([escape(say("guide.sources")), *(page.sources(kind) for kind in data.kinds.values())])
    return table(say("meeting.kinds"), ["", *(escape(kind.name) for kind in data.kinds.values())], rows)


def _conditions(page: PlaceOnSite, data: MeetingFile) -> str:
    return bullets(
        (
            f'<strong id="{name}">{escape(found.name)}</strong><p>{page.text(found.text)}</p>'
            f"<p><em>{page.text(found.question)}</em></p>"
            f"<p>{escape(say('meeting.for_example'))}: {page.text(found.example)}</p>{page.sources(found)}"
            for name, found in data.conditions.items()
        ),
        "ww-cards",
    )


def _pitfalls(page: PlaceOnSite, data: MeetingFile) -> str:
    return bullets(
        (
            f"<strong>{escape(found.name)}</strong><p>{page.text(found.text)}</p>"
            f"<p>{escape(say('meeting.instead'))}: {page.text(found.instead)}</p>{page.sources(found)}"
            for found in data.pitfalls.values()
        ),
        "ww-cards",
    )


def _examples(page: PlaceOnSite, data: MeetingFile) -> str:
    def met(names: tuple[str, ...]) -> str:
        shown = [data.conditions[name].name for name in names if name in data.conditions]
        return f"<p>{escape(say('meeting.met'))}: {escape(', '.join(shown).lower())}.</p>" if shown else ""

    return bullets(
        (
            f'<strong>{escape(found.name)}</strong> <span class="ww-tag">{escape(found.where)}</span>'
            f"<p>{page.text(found.text)}</p>{met(found.conditions)}{page.sources(found)}"
            for found in data.examples.values()
        ),
        "ww-cards",
    )


def _tips(page: PlaceOnSite, data: MeetingFile) -> str:
    return bullets(
        (
            f'<strong id="tip-{name}">{escape(tip.name)}</strong><p>{page.text(tip.text or "")}</p>{page.sources(tip)}'
            for name, tip in data.tips.items()
        ),
        "ww-cards ww-numbered",
        tag="ol",
    )
