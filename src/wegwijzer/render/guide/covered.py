"""The coverage page: per source document and part, the pages where its content went."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from wegwijzer.locale import say
from wegwijzer.render.guide.parts import PlaceOnSite, block, bullets


def covered(page: PlaceOnSite, pages: Mapping[str, list[str]], titles: Mapping[str, str]) -> str:
    """`pages`: part → paths of pages; `titles`: path → how that page is called."""
    sections = []
    for source_id, source in page.library.sources.items():
        parts = {code: part for code, part in page.library.parts.items() if part.source == source_id}
        items = [
            f'<strong>{escape(part.title)}</strong> <span class="ww-note">({escape(code)})</span>'
            f"<br>{_links(page, pages.get(code, []), titles) or escape(_inside(code, pages))}"
            for code, part in parts.items()
        ]
        whole = _links(page, pages.get(source_id, []), titles) or escape(say("guide.in_parts"))
        sections.append(
            f'<h2 id="{source_id}">{escape(source.title)}</h2>\n<p>{escape(say("guide.whole"))}: {whole}</p>\n'
            f"<details><summary>{escape(say('guide.parts', count=len(parts)))}</summary>\n"
            f"{bullets(items, 'ww-covered')}</details>"
        )
    return block(*sections)


def _inside(code: str, pages: Mapping[str, list[str]]) -> str:
    """What to say of a part that no page names: its own parts may be named, as of a whole chapter."""
    return say(
        "guide.in_parts" if any(other.startswith((f"{code}.", f"{code}-")) for other in pages) else "guide.nowhere"
    )


def _links(page: PlaceOnSite, paths: list[str], titles: Mapping[str, str]) -> str:
    return ", ".join(page.link(path, titles.get(path, path)) for path in paths)
