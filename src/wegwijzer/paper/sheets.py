"""What there is to print of a tree: a wall chart, cards, and a poster of its drawings. PDF, vectors."""

from __future__ import annotations

from wegwijzer.compile.travel import unpacked
from wegwijzer.paper.cards import cards
from wegwijzer.paper.charts import charts
from wegwijzer.paper.posters import poster
from wegwijzer.render import addresses
from wegwijzer.render.deck import deck_of


def print_tree(text: str, _outside: tuple[str, ...], drawn: bool) -> dict[str, bytes]:  # noqa: FBT001
    """The sheets of one tree, as files. `_outside` is what decides of them besides; a poster needs Graphviz."""
    compiled = unpacked(text)
    sheets = {
        "chart": charts(compiled),
        "cards": cards(deck_of(compiled)),
        "poster": poster(compiled) if drawn else b"",
    }
    return {beside_assets(addresses.download(name, compiled.id)): pdf for name, pdf in sheets.items() if pdf}


def beside_assets(path: str) -> str:
    """The path in the folder of the build of what stands at a path in the site."""
    return path.removeprefix(addresses.ASSETS)
