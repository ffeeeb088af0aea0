"""What many nodes of the static version share: sources, contacts and how to do a task. It stands once, at the foot of the page;
a node says the rest and points there. Scripts put it in its place (still.js); the engine, and the whole tree in one file,
have each node complete.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.render.contact import states_at_sources, ways_to
from wegwijzer.render.element import NOTHING, Markup, element, join, lines, stacked
from wegwijzer.render.markup import inline
from wegwijzer.view.records import Credit, Line, NodeView


class Shared:
    """Collects what the nodes point at, in the order in which they do; `foot` has it all."""

    def __init__(self, compiled: Compiled, views: Iterable[NodeView]) -> None:
        self.tree = compiled.id
        told = Counter(line.points for view in views for line in view.about("tasks") if line.points)
        self.often = [points for points, count in told.items() if count > 1]
        self.contacts: dict[str, Contact] = {}
        self.titles: list[str] = []  # of the sources

    def points(self, line: Line) -> Markup | None:
        """The way to how a task is done, when several nodes tell that; None when it stands with the task alone."""
        if line.points not in self.often:
            return None
        place = self.often.index(line.points) + 1
        return " " + element("a", {"class": "ww-shared", "href": f"#{self.tree}--hoe-{place}"}, say("node.how"))

    def refs(self, view: NodeView) -> Markup:
        """The ways to what stands at the foot: the sources of a node as numbers in the list there (which place in them, the
        engine says), and whom its contacts are for.
        """
        parts = []
        if cited := view.about("sources"):
            marks = ", ".join(map(self._mark, cited))
            parts.append(join("", (self._to("bronnen", say("node.sources")), ": ", marks)))
        if contacts := view.about("contacts"):
            self.contacts |= {contact.name: contact for contact in contacts}
            parts.append(self._to("wie", say("node.contacts")))
        return element("p", {"class": "ww-refs"}, join(" · ", parts)) if parts else NOTHING

    def _mark(self, credit: Credit) -> str:
        if credit.editorial:
            return say("node.editorial")
        if credit.title not in self.titles:
            self.titles.append(credit.title)
        return str(self.titles.index(credit.title) + 1)

    def _to(self, name: str, words: str) -> Markup:
        return element("a", {"href": f"#{self.tree}--{name}"}, words)

    def foot(self) -> Markup:
        """What the nodes point at, each in a section of its own."""
        return lines(self._how(), self._contacts(), self._sources())

    def _how(self) -> Markup:
        items = (
            element(
                "li", {"id": f"{self.tree}--hoe-{place}"}, element("ul", (element("li", inline(one)) for one in points))
            )
            for place, points in enumerate(self.often, 1)
        )
        return self._section("hoe", say("node.how"), stacked("ol", *items)) if self.often else NOTHING

    def _contacts(self) -> Markup:
        items = (
            element("li", element("strong", one.name), ": ", inline(one.for_), " ", ways_to(one).html)
            for one in self.contacts.values()
        )
        states = [f"{state}." for state in states_at_sources(tuple(self.contacts.values()))]
        note = element("p", {"class": "ww-note"}, " ".join(states)) if states else NOTHING
        return self._section("wie", say("node.contacts"), stacked("ul", *items), note) if self.contacts else NOTHING

    def _sources(self) -> Markup:
        items = (element("li", title) for title in self.titles)
        words = element("p", say("node.editorial"), ": ", say("node.editorial_help"))
        return self._section("bronnen", say("node.sources"), stacked("ol", *items) if self.titles else NOTHING, words)

    def _section(self, name: str, heading: str, *inside: Markup) -> Markup:
        told = {"class": "ww-step ww-closing", "id": f"{self.tree}--{name}", "data-search-exclude": True}
        return element("section", told, join("\n", (element("h3", heading), *inside)))
