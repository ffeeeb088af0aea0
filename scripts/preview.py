"""Pages of one changed text, within a moment: the same generator in a process that stays warm, for `make serve`.

What it draws stands in for the site until the whole build is done: only pages that a change can be seen on, with their
diagrams and what the wizard loads. A change of anything but texts (a script, a style, the menu) is left to the build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mkdocs.commands.build import _build_page
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from address import SITE_URL
from build_diagrams import diagrams_of, diagrams_of_guide, draw_all
from build_tree import tree_files
from finish_site import PLACES, early_script, finished
from generate import settings
from macros import project as project_module
from macros.tree import compiled
from publish.theme import theme_styles
from travel import packed
from wegwijzer.check import check_file
from wegwijzer.load import Loaded, LoadedFile
from wegwijzer.report import as_text

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"


class Preview:
    """Draws changed pages into the folder `live`. `site` is the last whole build."""

    def __init__(self, site: Path, live: Path) -> None:
        self.live = live
        self.styles = theme_styles(site)
        self.loaded = project_module.project()
        self.trees = dict(_trees(self.loaded))
        self.drawn = {drawing[0]: drawing for drawing in self._diagrams(self.trees)}
        self._start_generator()
        self.written = {page.file.src_uri: self._text(page) for page in self.pages}

    def can_draw(self, changed: Iterable[Path]) -> bool:
        """Whether these are texts that were there before: a new or removed one changes the menu, or what others say."""
        known = {file.path for file in self.loaded.files}
        return all(path in known and path.is_file() for path in changed)

    def draw(self, changed: Iterable[Path], show: Callable[[], None]) -> str:
        """Draw what changed, and call `show` when pages are there. Returns the errors as a report, or nothing.

        With errors nothing is drawn: the last good version stays.
        """
        before = self.loaded
        self.loaded = project_module.read_again()
        compiled.cache_clear()
        trees = dict(_trees(self.loaded))
        new = {name: text for name, text in trees.items() if self.trees.get(name) != text}
        known = {file.path: file for file in before.files}
        if report := self._errors(
            file for file in self.loaded.files if file is not known.get(file.path) or file.shown in _sources(new)
        ):
            return report
        self.trees = trees
        self._draw_trees(new)
        # The page of the text itself first: somebody is looking at it.
        first = {f"keuzehulp/{name}.md" for name in new} | {_page_of(path) for path in changed}
        for near in (True, False):
            pages = [page for page in self.pages if (page.file.src_uri in first) is near]
            drawn = [page for page in pages if self._draw_page(page)]
            if drawn:
                show()
        return ""

    def _errors(self, files: Iterable[LoadedFile]) -> str:
        problems = set(self.loaded.problems)
        for file in files:
            problems.update(check_file(file, self.loaded))
        errors = sorted(problem for problem in problems if problem.level == "error")
        return as_text(errors, len(self.loaded.files)) if errors else ""

    def _draw_trees(self, new: dict[str, str]) -> None:
        """What the wizards of these trees load, their pages to embed, and every diagram that is not what it was."""
        for drawing in self._diagrams(new):
            if self.drawn.get(drawing[0]) != drawing:
                self.drawn[drawing[0]] = drawing
                for path, content in draw_all((drawing,)).items():
                    (BUILD / path).write_bytes(content)
        for text in new.values():
            for path, content in tree_files(text, SITE_URL, "").items():
                folder = next(folder for folder in PLACES if path.startswith(f"{folder}/"))
                place = Path(PLACES[folder]) / path.removeprefix(f"{folder}/")
                page = place.suffix == ".html" and place.parts[0] == "embed"
                self._put(place, self._finished(place, content.decode()) if page else content)

    def _diagrams(self, trees: Iterable[str]) -> Iterator[tuple[str, str, str]]:
        for name in trees:
            yield from diagrams_of(compiled(name))
        yield from diagrams_of_guide(self.loaded.library)

    # -- pages --------------------------------------------------------------------------------------------------

    def _start_generator(self) -> None:
        """What `mkdocs build` does before its first page."""
        self.config = settings(self.live)
        self.config.plugins.on_startup(command="serve", dirty=False)
        self.config = self.config.plugins.on_config(self.config)
        self.config.plugins.on_pre_build(config=self.config)
        files = get_files(self.config)
        files.add_files_from_theme(self.config.theme.get_env(), self.config)
        self.files = self.config.plugins.on_files(files, config=self.config)
        self.nav = self.config.plugins.on_nav(
            get_navigation(self.files, self.config), config=self.config, files=self.files
        )
        self.environment = self.config.plugins.on_env(self.config.theme.get_env(), config=self.config, files=self.files)
        self.pages: list[Page] = [file.page for file in self.files.documentation_pages()]

    def _text(self, page: Page) -> str:
        """The Markdown of a page, with what its macros say filled in."""
        page.read_source(self.config)
        page.markdown = self.config.plugins.on_page_markdown(
            page.markdown, page=page, config=self.config, files=self.files
        )
        return page.markdown

    def _draw_page(self, page: Page) -> bool:
        """Draw a page when it says something else than before; returns whether it did."""
        text = self._text(page)
        if self.written[page.file.src_uri] == text:
            return False
        self.written[page.file.src_uri] = text
        page.render(self.config, self.files)
        page.content = self.config.plugins.on_page_content(
            page.content, page=page, config=self.config, files=self.files
        )
        _build_page(page, self.config, self.files.documentation_pages(), self.nav, self.environment)
        place = Path(page.file.dest_uri)
        self._put(place, self._finished(place, (self.live / place).read_text(encoding="utf-8")))
        return True

    def _finished(self, place: Path, html: str) -> bytes:
        return finished(html, early_script(place), self.styles).encode()

    def _put(self, place: Path, content: bytes) -> None:
        file = self.live / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _trees(loaded: Loaded) -> Iterator[tuple[str, str]]:
    for name in loaded.library.trees:
        yield name, packed(compiled(name))


def _sources(trees: Iterable[str]) -> set[str]:
    return {compiled(name).file for name in trees}


def _page_of(path: Path) -> str:
    """The page that shows nothing but this file, from docs/."""
    place = path.relative_to(ROOT)
    return f"frames/{place.stem}.md" if place.parts[0] == "frames" else "/".join(place.parts[1:])
