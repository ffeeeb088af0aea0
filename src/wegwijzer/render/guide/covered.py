"""The coverage page: per source document and part, the pages where its content went."""

from __future__ import annotations

from collections.abc import Mapping

from wegwijzer.locale import say
from wegwijzer.render.element import Markup, element, join, lines
from wegwijzer.render.guide.parts import PlaceOnSite, block, bullets, paragraph
from wegwijzer.render.markup import BREAK, note


def covered(page: PlaceOnSite, pages: Mapping[str, list[str]], titles: Mapping[str, str]) -> Markup:
    """`pages`: part → paths of pages; `titles`: path → how that page is called."""
    sections = []
    for source_id, source in page.library.sources.items():
        parts = {code: part for code, part in page.library.parts.items() if part.source == source_id}
        items = (
            (
                element("strong", part.title),
                " ",
                note("(", code, ")"),
                BREAK,
                _links(page, pages.get(code, []), titles) or _inside(code, pages),
            )
            for code, part in parts.items()
        )
        whole = _links(page, pages.get(source_id, []), titles) or say("guide.in_parts")
        sections += [
            element("h2", {"id": source_id}, source.title),
            paragraph(say("guide.whole"), ": ", whole),
            element(
                "details",
                lines(element("summary", say("guide.parts", count=len(parts))), bullets(items, "ww-covered")),
            ),
        ]
    return block(*sections)


def _inside(code: str, pages: Mapping[str, list[str]]) -> str:
    """What to say of a part that no page names: its own parts may be named, as of a whole chapter."""
    return say(
        "guide.in_parts" if any(other.startswith((f"{code}.", f"{code}-")) for other in pages) else "guide.nowhere"
    )


def _links(page: PlaceOnSite, paths: list[str], titles: Mapping[str, str]) -> Markup:
    return join(", ", (page.link(path, titles.get(path, path)) for path in paths))
