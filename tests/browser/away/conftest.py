"""Two versions of a small project, built once; a host that has them, and a browser that keeps what it visits."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from host import BUTTON, CARD, MADE, TOLD, WIZARD, Host, wegwijzer

from chromium import launch
from helpers import ROOT
from wegwijzer.publish.offline import write_worker


@pytest.fixture(scope="session")
def first(tmp_path_factory) -> Path:
    """The site of a small project, that keeps a card."""
    project = tmp_path_factory.mktemp("project") / "demo"
    wegwijzer("init", "demo", "--language", "nl", cwd=project.parent)
    for name in MADE:
        if (ROOT / "build" / name).is_dir():
            shutil.copytree(ROOT / "build" / name, project / "build" / name)
    shutil.copy(ROOT / "build/.made.json", project / "build/.made.json")
    settings = (project / "wegwijzer.toml").read_text(encoding="utf-8")
    (project / "wegwijzer.toml").write_text(
        settings.replace("[site]", f'[site]\nkeep = ["{CARD}"]', 1), encoding="utf-8"
    )
    (project / "data/contacts.yml").write_text(
        'contacts:\n  nood:\n    name: Nood\n    for: Bel bij nood.\n    phone: "112"\n    checked: 2026-01-15\n    sources: [redactie]\n',
        encoding="utf-8",
    )
    for page, text in {
        CARD: "# Kaart\n\nBel 112.\n",
        BUTTON: "# Bewaar\n\n{{ offline() }}\n",
        "ander/": "# Ander\n\nEen fazant.\n",
    }.items():
        (project / f"docs/{page.rstrip('/')}.md").write_text(text, encoding="utf-8")
    wegwijzer("build", cwd=project)
    return project / "site"


@pytest.fixture(scope="session")
def second(first, tmp_path_factory) -> Path:
    """A later version: another text, another script, and a page more."""
    site = tmp_path_factory.mktemp("second") / "site"
    shutil.copytree(first, site, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    for page in (CARD, WIZARD, "ander/", BUTTON, ""):
        file = site / page / "index.html"
        file.write_text(file.read_text(encoding="utf-8").replace("</h1>", " twee</h1>"), encoding="utf-8")
    for name in ("wizard", "map"):
        with (site / f"assets/{name}.js").open("a", encoding="utf-8") as script:
            script.write(f'\ndocument.documentElement.dataset.{name} = "twee";\n')
    (site / "nieuw").mkdir()
    shutil.copy(site / "ander/index.html", site / "nieuw/index.html")
    write_worker(site, TOLD)
    return site


@pytest.fixture
def host(first, tmp_path):
    """The first version on a host."""
    serving = Host(tmp_path / "host")
    serving.publish(first)
    yield serving
    serving.stop()


@pytest.fixture
def reader(browser, host):
    """Opens a page of the site as a reader who was never there before; nobody asks another host for anything, or keeps a cookie."""
    contexts = []

    def visit(script=""):
        context = browser.new_context(viewport={"width": 390, "height": 844})
        context.set_default_timeout(30_000)
        if script:
            context.add_init_script(script)
        asked = []
        context.on("request", lambda request: asked.append(request.url))
        contexts.append((context, asked))
        return context.new_page()

    yield visit
    for context, asked in contexts:
        assert [] == context.cookies()
        assert [] == [url for url in asked if not url.startswith((host.url, host.elsewhere, "blob:", "data:"))]
        context.close()


@pytest.fixture(scope="module")
def browser(playwright):
    """A browser with workers, unlike that of other tests."""
    with launch(playwright, "--js-flags=--liftoff-only") as started:
        yield started
