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

    def contact(self, contact: Contact) -> Markup:
        """A name with the ways to reach it; for what, stands at the foot."""
        self.contacts.setdefault(contact.name, contact)
        return element(
            "li", self._way("wie", list(self.contacts).index(contact.name), contact.name), " ", ways_to(contact).html
        )

    def points(self, line: Line) -> Markup | None:
        """The way to how a task is done, when several nodes tell that; None when it stands with the task alone."""
        if line.points not in self.often:
            return None
        return " " + self._way("hoe", self.often.index(line.points), say("node.how"))

    def sources(self, credited: Iterable[Credit]) -> Markup:
        """The sources of a node as numbers in the list at the foot. Which place in them, the engine says."""
        marks = []
        for credit in credited:
            if credit.title not in self.titles and not credit.editorial:
                self.titles.append(credit.title)
            marks.append(say("node.editorial") if credit.editorial else str(self.titles.index(credit.title) + 1))
        if not marks:
            return NOTHING
        link = element("a", {"href": f"#{self.tree}--bronnen"}, say("node.sources"))
        return element("p", {"class": "ww-refs"}, link, ": ", ", ".join(marks))

    def foot(self) -> Markup:
        """What the nodes point at, each in a section of its own."""
        return lines(self._how(), self._contacts(), self._sources())

    def _how(self) -> Markup:
        told = [element("ul", (element("li", inline(point)) for point in points)) for points in self.often]
        return self._section("hoe", say("node.how"), self._listed("hoe", told)) if told else NOTHING

    def _contacts(self) -> Markup:
        told = [join("", (element("strong", one.name), ": ", inline(one.for_))) for one in self.contacts.values()]
        states = [f"{state}." for state in states_at_sources(tuple(self.contacts.values()))]
        note = element("p", {"class": "ww-note"}, " ".join(states)) if states else NOTHING
        return self._section("wie", say("node.contacts"), self._listed("wie", told), note) if told else NOTHING

    def _way(self, name: str, place: int, words: str) -> Markup:
        return element("a", {"class": "ww-shared", "href": f"#{self.tree}--{name}-{place + 1}"}, words)

    def _listed(self, name: str, told: Iterable[Markup]) -> Markup:
        items = (element("li", {"id": f"{self.tree}--{name}-{place}"}, each) for place, each in enumerate(told, 1))
        return stacked("ol", *items)

    def _sources(self) -> Markup:
        items = (element("li", title) for title in self.titles)
        words = element("p", say("node.editorial"), ": ", say("node.editorial_help"))
        return self._section("bronnen", say("node.sources"), stacked("ol", *items) if self.titles else NOTHING, words)

    def _section(self, name: str, heading: str, *inside: Markup) -> Markup:
        told = {"class": "ww-step ww-closing", "id": f"{self.tree}--{name}", "data-search-exclude": True}
        return element("section", told, join("\n", (element("h3", heading), *inside)))
