"""Pages of one changed text, within a moment: the same generator in a process that stays warm, for `wegwijzer serve`.

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

from wegwijzer.build import Files
from wegwijzer.check.checker import check_file
from wegwijzer.check.report import as_text
from wegwijzer.compile.travel import packed
from wegwijzer.draw.diagrams import Diagram, diagrams_of, diagrams_of_extensions, draw_all
from wegwijzer.kinds import KINDS
from wegwijzer.load import LoadedFile
from wegwijzer.model import Tree
from wegwijzer.pages import project as project_module
from wegwijzer.pages.tree import compiled, read_again
from wegwijzer.publish.theme import theme_styles
from wegwijzer.site.finish import PLACES, early_script, finished
from wegwijzer.site.generate import settings
from wegwijzer.site.tree import beside_page, files_of_tree
from wegwijzer.workplace import built, can_draw, outside, root


class Preview:
    """Draws changed pages into the folder `live`. `site` is the last whole build."""

    def __init__(self, site: Path, live: Path) -> None:
        self.live = live
        self.styles = theme_styles(site)
        self.loaded = read_again()
        self.trees = {name: packed(compiled(name)) for name in self.loaded.library.trees}
        self.drawn = {drawing[0]: drawing for drawing in self._diagrams(self.trees)}
        self._start_generator()
        self.written = {page.file.src_uri: self._text(page) for page in self.pages}
        self._draw_page(self.pages[0], anyway=True)  # the theme's templates are read once

    def can_draw(self, changed: Iterable[Path]) -> bool:
        """Whether these are texts that were there before: a new or removed one changes the menu, or what others say."""
        known = {file.path for file in self.loaded.files}
        return all(path in known and path.is_file() for path in changed)

    def draw(self, changed: set[Path], show: Callable[[], None]) -> str:
        """Draw what changed, and call `show` when pages are there. Returns the errors as a report, or nothing.

        The page of the text itself comes first, because somebody is looking at it; then all others on which the change
        can be seen. With errors nothing more is drawn: the last good version stays.
        """
        self.loaded = read_again()
        own = [file for file in self.loaded.files if file.path in changed]
        near = {file.name for file in own if file.kind is Tree and file.record}
        pages = {_page_of(path) for path in changed}
        if report := self._errors(own):
            return report
        self._draw(near, [page for page in self.pages if page.file.src_uri in pages], show)
        rest = [name for name in self.loaded.library.trees if name not in near]
        others = [name for name in rest if self.trees.get(name) != packed(compiled(name))]
        if report := self._errors(file for file in self.loaded.files if file.kind is Tree and file.name in others):
            return report
        self._draw(others, [page for page in self.pages if page.file.src_uri not in pages], show)
        improve = (project_module.site().source_url, project_module.site().contact)
        for name in [*near, *others]:  # what stands outside its page
            self.trees[name] = packed(compiled(name))
            self._put_all(files_of_tree(self.trees[name], outside(), "", improve))
        return ""

    def _draw(self, trees: Iterable[str], pages: Iterable[Page], show: Callable[[], None]) -> None:
        for drawing in self._diagrams(trees):
            if self.drawn.get(drawing[0]) != drawing:
                self.drawn[drawing[0]] = drawing
                for path, content in draw_all((drawing,)).items():
                    (built() / path).write_bytes(content)
        for name in trees:
            self._put_all(beside_page(compiled(name)))
        if [page for page in pages if self._draw_page(page)]:
            show()

    def _errors(self, files: Iterable[LoadedFile]) -> str:
        problems = set(self.loaded.problems)
        for file in files:
            problems.update(check_file(file, project_module.sources(), errors_only=True))
        errors = sorted(problem for problem in problems if problem.level == "error")
        return as_text(errors, len(self.loaded.files)) if errors else ""

    def _diagrams(self, trees: Iterable[str]) -> Iterator[Diagram]:
        if not can_draw():
            return
        for name in trees:
            yield from diagrams_of(compiled(name))
        yield from diagrams_of_extensions(self.loaded.library)

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
        self.pages: list[Page] = [page for file in self.files.documentation_pages() if (page := file.page)]

    def _text(self, page: Page) -> str:
        """The Markdown of a page, with what its macros say filled in."""
        page.read_source(self.config)
        page.markdown = self.config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=self.config, files=self.files
        )
        return page.markdown

    def _draw_page(self, page: Page, *, anyway: bool = False) -> bool:
        """Draw a page when it says something else than before; returns whether it did."""
        text = self._text(page)
        if self.written[page.file.src_uri] == text and not anyway:
            return False
        self.written[page.file.src_uri] = text
        page.render(self.config, self.files)
        page.content = self.config.plugins.on_page_content(
            page.content or "", page=page, config=self.config, files=self.files
        )
        _build_page(page, self.config, self.files.documentation_pages(), self.nav, self.environment)
        place = Path(page.file.dest_uri)
        self._put(place, self._finished(place, (self.live / place).read_text(encoding="utf-8")))
        return True

    def _finished(self, place: Path, html: str) -> bytes:
        return finished(html, early_script(place), self.styles).encode()

    def _put_all(self, files: Files) -> None:
        for path, content in files.items():
            folder = next(folder for folder in PLACES if path.startswith(f"{folder}/"))
            place = Path(PLACES[folder]) / path.removeprefix(f"{folder}/")
            embedded = place.suffix == ".html" and place.parts[0] == "embed"
            self._put(place, self._finished(place, content.decode()) if embedded else content)

    def _put(self, place: Path, content: bytes) -> None:
        file = self.live / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _page_of(path: Path) -> str:
    """The page that shows nothing but this file, from docs/."""
    place = path.relative_to(root())
    own = {kind.folder: kind.page for kind in KINDS.with_a_file_each()}
    page = own.get(place.parts[0])
    return f"{page.format(place.stem).rstrip('/')}.md" if page else "/".join(place.parts[1:])
