"""What pages can ask for.

Every macro finds out by itself where its page stands, so that links hold at any depth. A name that does not exist
stops the build; `wegwijzer check` says the same with the line and column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from wegwijzer.check.coverage import coverage as covered_by
from wegwijzer.icons import drawings
from wegwijzer.kinds.extensions import offered
from wegwijzer.kinds.kind import KINDS, Register
from wegwijzer.model.text import inner_place
from wegwijzer.pages import choices, news, offline, publisher, statement, trainer, tree, workbench
from wegwijzer.pages.improve import record_url
from wegwijzer.pages.project import drawn, project, titles
from wegwijzer.problems import nearest
from wegwijzer.render.addresses import ASSETS
from wegwijzer.render.element import Markup, element
from wegwijzer.render.guide import cite, covered
from wegwijzer.render.guide.parts import PlaceOnSite
from wegwijzer.render.markup import icon


class GuideMacros:
    """The macros, each a method; `env` is the generator's environment, which knows the page at work."""

    def __init__(self, env: Any) -> None:
        self.env = env
        self.cited: dict[str, cite.Citations] = {}

    def url(self) -> str:
        """The address of the page at work, from the root of the site."""
        return str(self.env.variables["page"].url).lstrip("/")

    def here(self) -> PlaceOnSite:
        """Where a block will stand."""
        root = "../" * self.url().count("/") or "./"
        return PlaceOnSite(project().library, root, partial(record_url, way=root))

    # -- links ---------------------------------------------------------------------------------------------

    def link(self, register: Register, name: str, label: str = "") -> Markup:
        """A link to something with a name, or to a part of it (`reactie/toon`)."""
        whole, _, part = name.partition("/") if register.inside else (name, "", "")
        record = project().library.group(register.key)[whole]
        path = inner_place(register.scheme, whole, part) if register.scheme else register.address.format(whole)
        return self.here().link(path, label or getattr(record, register.called), register.css)

    # -- sources -------------------------------------------------------------------------------------------

    def source(self, *names: str) -> Markup:
        return self.cited.setdefault(self.url(), cite.Citations(project().library)).mark(*names)

    def sources(self) -> Markup:
        return self.cited.pop(self.url(), cite.Citations(project().library)).listing()

    # -- blocks --------------------------------------------------------------------------------------------

    def diagram(self, name: str, title: str) -> Markup:
        window = {"class": "ww-scroll", "role": "region", "tabindex": "0", "aria-label": title}
        return element("div", window, drawn(name))

    def icon(self, name: str) -> Markup:
        """An icon beside a word. Raises KeyError for one that is not there."""
        if (known := drawings()) and name not in known:
            raise KeyError(f"{name} {nearest(name, known)}")
        return icon(name)

    def coverage(self) -> Markup:
        loaded = project()
        return covered.covered(self.here(), covered_by(loaded.files), titles(loaded))


SEVERAL = {
    "source": "source",
    "sources": "sources",
    "diagram": "diagram",
    "coverage": "coverage",
    "icon": "icon",
    "bron": "source",
    "bronnen": "sources",
    "dekking": "coverage",
}
"""Macros that need more than their place, and what they are called: in Dutch pages also by Dutch names."""
SCRIPTS = {"wizard": ("address", "until", "wizard", "copy"), "quiz": ("quiz",)}
"""The scripts that a macro needs."""
CLASSIC = {"address", "until"}
"""Those that must run where they stand, before the theme's own; the others are modules."""


@dataclass(frozen=True)
class Loads:
    """The style sheets and the scripts that not every page of the site loads, and the classes that its theme lacks."""

    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    css: str = ""


NOTHING_MORE = Loads()
BLOCKS: dict[str, Callable[..., Markup]] = {
    "wizard": tree.wizard,
    "wizards": tree.wizards,
    "entries": tree.entries,
    **trainer.BLOCKS,
    **choices.BLOCKS,
    **offline.BLOCKS,
    **news.BLOCKS,
    **statement.BLOCKS,
    **publisher.BLOCKS,
    **workbench.BLOCKS,
}


def macros(env: Any, loads: Loads = NOTHING_MORE) -> dict[str, Callable[..., str]]:
    """The macros by name, for one generator: those of the kit, and those of the extensions of the project.

    `loads` is what a page with a block must load besides.
    """
    project()  # reads which extensions there are
    made = GuideMacros(env)
    links = {kind.link: partial(made.link, kind) for kind in KINDS.listed.values() if kind.link}
    several = {name: getattr(made, method) for name, method in SEVERAL.items()}
    blocks = BLOCKS | {name: block for more in offered("site", "BLOCKS") for name, block in more.items()}
    shown = {name: on_page(render, made.here) for name, render in blocks.items()}
    shown |= {name: several.pop(name) for name in ("diagram", "coverage", "dekking")}
    if loads != NOTHING_MORE:
        shown = {name: _with(loads, SCRIPTS.get(name, ()), macro, made.here) for name, macro in shown.items()}
    return links | several | shown


def on_page(render: Callable[..., str], here: Callable[[], PlaceOnSite]) -> Callable[..., str]:
    """The macro that gives a block where its page stands."""
    return lambda *arguments, **named: render(here(), *arguments, **named)


def _with(
    loads: Loads, scripts: Iterable[str], macro: Callable[..., str], here: Callable[[], PlaceOnSite]
) -> Callable[..., str]:
    """A macro that first says what its page must load; `scripts` are those that it needs."""
    needed = [name for name in scripts if name in loads.scripts]

    def given(*arguments: str, **named: str) -> str:
        assets = here().root + ASSETS
        loaded = [
            *(element("link", {"rel": "stylesheet", "href": f"{assets}{name}.css"}) for name in loads.styles),
            *(
                element("script", {"type": None if name in CLASSIC else "module", "src": f"{assets}{name}.js"})
                for name in needed
            ),
        ]
        return element("div", {"class": loads.css or None}, *loaded, macro(*arguments, **named))

    return given
