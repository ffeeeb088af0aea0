"""Meeting activities: the two kinds, the conditions, the pitfalls, examples and the ten tips."""

from __future__ import annotations

from collections.abc import Callable

from municipal.records import MeetingFile
from wegwijzer.locale import say
from wegwijzer.render.element import NOTHING, Markup, element
from wegwijzer.render.guide.parts import PlaceOnSite, block, bullets, paragraph, table


def blocks() -> dict[str, Callable[[PlaceOnSite, MeetingFile], Markup]]:
    """The blocks that a page can ask for, by name."""
    return {
        "soorten": _kinds,
        "voorwaarden": _conditions,
        "steun": lambda page, data: bullets(
            (item.name, (": ", page.text(item.text)) if item.text else None) for item in data.support
        ),
        "valkuilen": _pitfalls,
        "voorbeelden": _examples,
        "tips": _tips,
    }


def meeting(page: PlaceOnSite, name: str) -> Markup:
    """One block. Raises KeyError for a name that `blocks` does not know."""
    data = page.library.file(MeetingFile)
    if data is None:
        raise KeyError("meeting")
    return block(blocks()[name](page, data))


def _kinds(page: PlaceOnSite, data: MeetingFile) -> Markup:
    keys = ("text", "audience", "stresses")
    rows = [[say(f"meeting.{key}"), *(page.text(getattr(kind, key)) for kind in data.kinds.values())] for key in keys]
    rows.append([say("meeting.examples"), *(bullets(map(page.text, k.examples)) for k in data.kinds.values())])
    rows.append([say("guide.sources"), *(page.sources(kind) for kind in data.kinds.values())])
    return table(say("meeting.kinds"), ["", *(kind.name for kind in data.kinds.values())], rows)


def _conditions(page: PlaceOnSite, data: MeetingFile) -> Markup:
    return bullets(
        (
            (
                element("strong", {"id": name}, found.name),
                paragraph(page.text(found.text)),
                paragraph(element("em", page.text(found.question))),
                paragraph(say("meeting.for_example"), ": ", page.text(found.example)),
                page.sources(found),
            )
            for name, found in data.conditions.items()
        ),
        "ww-cards",
    )


def _pitfalls(page: PlaceOnSite, data: MeetingFile) -> Markup:
    return bullets(
        (
            (
                element("strong", found.name),
                paragraph(page.text(found.text)),
                paragraph(say("meeting.instead"), ": ", page.text(found.instead)),
                page.sources(found),
            )
            for found in data.pitfalls.values()
        ),
        "ww-cards",
    )


def _examples(page: PlaceOnSite, data: MeetingFile) -> Markup:
    def met(names: tuple[str, ...]) -> Markup:
        shown = [data.conditions[name].name for name in names if name in data.conditions]
        return paragraph(say("meeting.met"), ": ", ", ".join(shown).lower(), ".") if shown else NOTHING

    return bullets(
        (
            (
                element("strong", found.name),
                " ",
                element("span", {"class": "ww-tag"}, found.where),
                paragraph(page.text(found.text)),
                met(found.conditions),
                page.sources(found),
            )
            for found in data.examples.values()
        ),
        "ww-cards",
    )


def _tips(page: PlaceOnSite, data: MeetingFile) -> Markup:
    return bullets(
        (
            (
                element("strong", {"id": f"tip-{name}"}, tip.name),
                paragraph(page.text(tip.text or "")),
                page.sources(tip),
            )
            for name, tip in data.tips.items()
        ),
        "ww-cards ww-numbered",
        tag="ol",
    )
