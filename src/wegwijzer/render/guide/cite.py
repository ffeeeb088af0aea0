"""Sources on a page: a small numbered mark where a claim stands, and the list at the end."""

from __future__ import annotations

from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.render.element import LINE, Markup, element, stacked


class Citations:
    """The sources that one page names, numbered in order of first mention."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.places: dict[str, dict[str, None]] = {}

    def mark(self, *names: str) -> Markup:
        """A mark for sources or places in them. Raises KeyError for one that does not exist."""
        numbers: set[int] = set()
        editorial = False
        titles = []
        for name in names:
            part = self.library.parts.get(name)
            source_id = part.source if part else name
            source = self.library.sources[source_id]
            places = self.places.setdefault(source_id, {})
            if part:
                places[part.title] = None
            if source.kind == "redactie":
                editorial = True
            else:
                numbers.add([*self.places].index(source_id) + 1)
            titles.append(f"{source.short or source.title}{f', {part.title}' if part else ''}")
        shown = ", ".join([*map(str, sorted(numbers)), *([say("node.editorial")] if editorial else [])])
        label = say("guide.cited", mark=shown, titles="; ".join(titles))
        return element("a", {"class": "ww-cite", "href": "#bronnen", "title": label, "aria-label": label}, shown)

    def listing(self) -> Markup:
        """The list of sources; the section it stands in is called `bronnen`."""
        items = []
        for source_id, places in self.places.items():
            source = self.library.sources[source_id]
            credit = ", ".join(filter(None, (source.publisher, source.year)))
            items.append(
                element(
                    "li",
                    element("strong", source.title),
                    f" ({credit})" if credit else None,
                    f": {'; '.join(places)}" if places else None,
                )
            )
        return element(
            "section",
            {"class": "ww-sources-list", "id": "bronnen"},
            element("h2", say("guide.sources")),
            LINE,
            stacked("ol", *items),
        )
