"""What there is to print of a tree: a wall chart, cards, and a poster of its drawings. PDF, vectors."""

from __future__ import annotations

from collections.abc import Callable

from wegwijzer.compile.compiled import Compiled
from wegwijzer.compile.travel import unpacked
from wegwijzer.paper.cards import cards
from wegwijzer.paper.charts import charts
from wegwijzer.paper.posters import poster
from wegwijzer.render import addresses
from wegwijzer.render.deck import deck_of

SHEETS: dict[str, Callable[[Compiled], bytes]] = {
    "chart": charts,
    "cards": lambda compiled: cards(deck_of(compiled)),
    "poster": poster,
}


def kinds_of_sheets(*, drawn: bool) -> list[str]:
    """What can be printed of a tree: all of it where Graphviz is."""
    return [kind for kind in SHEETS if drawn or kind not in addresses.DRAWN]


def print_tree(kind: str, text: str, _outside: tuple[str, ...]) -> dict[str, bytes]:
    """One kind of sheets of a tree, as a file; nothing for a tree that has none. `_outside` is what decides of it besides."""
    compiled = unpacked(text)
    pdf = SHEETS[kind](compiled)
    return {beside_assets(addresses.download(kind, compiled.id)): pdf} if pdf else {}


def beside_assets(path: str) -> str:
    """The path in the folder of the build of what stands at a path in the site."""
    return path.removeprefix(addresses.ASSETS)
