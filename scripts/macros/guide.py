"""What pages of the guide can ask for. Names are Dutch, as contributors write them in Markdown.

Every macro finds out by itself where its page stands, so that links hold at any depth. A name that does not exist
stops the build; `wegwijzer check` says the same with the line and column.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from macros import trainer
from macros.improve import record_url
from macros.project import drawn, project, titles
from municipal.pages import exercises, frames, meeting, practice, registers, three_r
from wegwijzer.check.coverage import coverage
from wegwijzer.kinds.kind import KINDS, Register
from wegwijzer.render.element import Markup, element
from wegwijzer.render.guide import cite, covered
from wegwijzer.render.guide.parts import PlaceOnSite
from wegwijzer.render.site import Site


class GuideMacros:
    """The macros, each a method; `env` is the generator's environment, which knows the page at work."""

    def __init__(self, env: Any, site: Site) -> None:
        self.env, self.site = env, site
        self.cited: dict[str, cite.Citations] = {}

    def url(self) -> str:
        """The address of the page at work, from the root of the site."""
        return str(self.env.variables["page"].url).strip("/")

    def here(self) -> PlaceOnSite:
        """Where a block will stand."""
        url = self.url()
        root = "../" * (url.count("/") + 1) if url else "./"
        return PlaceOnSite(project().library, root, lambda record: record_url(self.site, record))

    # -- links ---------------------------------------------------------------------------------------------

    def link(self, register: Register, name: str, label: str = "") -> Markup:
        """A link to something with a name, or to a part of it (`reactie/toon`)."""
        whole, _, part = name.partition("/") if register.inside else (name, "", "")
        record = project().library.group(register.key)[whole]
        path = (register.inside if part else register.address).format(whole, part)
        return self.here().link(path, label or getattr(record, register.called), register.css)

    # -- sources -------------------------------------------------------------------------------------------

    def bron(self, *names: str) -> Markup:
        return self.cited.setdefault(self.url(), cite.Citations(project().library)).mark(*names)

    def bronnen(self) -> Markup:
        return self.cited.pop(self.url(), cite.Citations(project().library)).listing()

    # -- blocks --------------------------------------------------------------------------------------------

    def praktijk(self, *names: str) -> Markup:
        return practice.practice_cards(self.here(), names)

    def diagram(self, name: str, title: str) -> Markup:
        window = {"class": "ww-scroll", "role": "region", "tabindex": "0", "aria-label": title}
        return element("div", window, drawn(name))

    def dekking(self) -> Markup:
        loaded = project()
        return covered.covered(self.here(), coverage(loaded.files), titles(loaded))


SEVERAL = (
    "bron",
    "bronnen",
    "praktijk",
    "diagram",
    "dekking",
)
BLOCKS = {
    "praktijken": practice.practices,
    "keuze": practice.choice,
    "ontmoeting": meeting.meeting,
    "drie_r": three_r.three_r,
    "oefenblad": exercises.exercise,
    "oefeningen_overzicht": exercises.overview,
    "frame_kaart": frames.card,
    "frames_overzicht": frames.overview,
    "frames_vergelijking": frames.comparison,
    **trainer.BLOCKS,
    **{f"lijst_{name}": render for name, render in registers.blocks().items()},
}


def macros(env: Any, site: Site) -> dict[str, Callable[..., str]]:
    """The macros by name, for one generator."""
    made = GuideMacros(env, site)
    links = {kind.link: partial(made.link, kind) for kind in KINDS.listed.values() if kind.link}
    several = {name: getattr(made, name) for name in SEVERAL}
    return links | several | {name: _on_page(render, made.here) for name, render in BLOCKS.items()}


def _on_page(render: Callable[..., str], here: Callable[[], PlaceOnSite]) -> Callable[..., str]:
    return lambda *arguments: render(here(), *arguments)
