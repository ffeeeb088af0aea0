"""What the static version of a wizard does not say at every node: how to do a task and whom to reach stand once, at the foot of
the page, and what stands in the fold of an action on the page with the whole text. A node leads there. Scripts put the first
two in their place (still.js); the engine, the whole text, and the tree in one file have each node complete.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.render.addresses import text_page
from wegwijzer.render.contact import card, ways_to
from wegwijzer.render.element import NOTHING, Markup, element, join, lines, stacked
from wegwijzer.render.markup import SITE_ROOT, inline, span_links
from wegwijzer.view.records import Line, NodeView


class Shared:
    """Collects what the nodes point at, in the order in which they do; `foot` has it all."""

    def __init__(self, compiled: Compiled, views: Iterable[NodeView]) -> None:
        self.tree = compiled.id
        told = Counter(line.points for view in views for line in view.about("tasks") if line.points)
        self.often = [points for points, count in told.items() if count > 1]
        self.contacts: dict[str, Contact] = {}  # by name

    def points(self, line: Line) -> Markup | None:
        """The way to how a task is done, when several nodes tell that; None when it stands with the task alone."""
        if line.points not in self.often:
            return None
        place = self.often.index(line.points) + 1
        return " " + element("a", {"href": f"#{self.tree}--hoe-{place}"}, say("node.how"))

    def name(self, contact: Contact) -> Markup:
        """A name as a link: it calls, or leads to what else there is to say."""
        self.contacts[contact.name] = contact
        number = ways_to(contact).ways[0] if contact.phone else None
        place = f"#{self.tree}--wie-{[*self.contacts].index(contact.name) + 1}"
        told = (" ", number.text) if number else None
        return element("a", {"href": number.href if number else place}, element("b", contact.name), told)

    def more(self, view: NodeView) -> Markup:
        """The way to all that is known of an action."""
        return element("p", {"class": "ww-more"}, element("a", {"href": self._text(view.id)}, say("node.more_apart")))

    def _text(self, node: str) -> str:
        return f"{SITE_ROOT}{text_page(self.tree)}#{self.tree}-{node}"

    def foot(self) -> Markup:
        """What the nodes point at, each in a section of its own, and the way to the rest. Links of before lead there too."""
        former = (element("span", {"id": f"{self.tree}--{name}"}) for name in ("afsluiting", "bronnen"))
        rest = element("a", {"href": self._text("-afsluiting").partition("#")[0]}, say("tree.text"))
        return lines(
            self._how(),
            self._contacts(),
            element("p", {"class": "ww-closing"}, *former, say("node.closing_apart"), " ", rest, "."),
        )

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
            element(
                "li", {"id": f"{self.tree}--wie-{place}"}, card(one), element("span", {"class": "ww-rest"}, _rest(one))
            )
            for place, one in enumerate(self.contacts.values(), 1)
        )
        return self._section("wie", say("node.contacts"), stacked("ul", *items)) if self.contacts else NOTHING

    def _section(self, name: str, heading: str, *inside: Markup) -> Markup:
        told = {"class": "ww-step ww-closing", "id": f"{self.tree}--{name}", "data-search-exclude": True}
        return element("section", told, join("\n", (element("h3", heading), *inside)))


def _rest(contact: Contact) -> Markup:
    """What the card of a contact leaves out: the rest of what for, and other ways to reach them, in full."""
    words = contact.for_.partition(". ")[2]
    ways = ways_to(contact).ways[1 if contact.phone else 0 :]
    links = join(" · ", (span_links([way]) for way in ways))
    return join("", (" ", inline(words)) if words else ()) + join("", (" ", links) if links else ())
