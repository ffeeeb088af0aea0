"""Only what is asked for is published."""

from __future__ import annotations

from html.parser import HTMLParser
from zipfile import ZipFile

import pytest

from helpers import ROOT
from wegwijzer.publish.asked import drop_leftovers, unasked
from wegwijzer.publish.hosting import EVERYWHERE, KEEP, OWN_FRAMES, WORKER, headers_file, name_runtime, write_hosting

SITE = ROOT / "site"


def write(folder, *names):
    """Files with some content."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


def test_the_built_site_holds_nothing_unasked():
    """All that is published is on the list, source maps are not, and no file has a name that servers doubt."""
    files = [path.relative_to(SITE).as_posix() for path in SITE.rglob("*") if path.is_file()]
    assert len(files) > 600
    assert unasked(SITE) == []
    assert [name for name in files if name.endswith((".map", ".mjs"))] == []


@pytest.mark.parametrize(
    "name",
    [
        ".built",
        "assets/a.js.map",
        "notes.txt",
        "assets/x.mjs",
        "assets/runtime/modules.txt",
        "weg.html.br",
        "Gids/index.html",
    ],
)
def test_a_stray_file_is_named(tmp_path, name):
    """A file of no known kind or place is named, also a compressed one whose own file is gone."""
    write(tmp_path, "index.html", "index.html.br", name)
    assert [name] == unasked(tmp_path)


def test_what_the_theme_leaves_is_removed(tmp_path):
    """Source maps, parts of styles, a sitemap with a date and languages of the theme's own search go."""
    theirs = "assets/javascripts"
    write(tmp_path, "sitemap.xml", "sitemap.xml.gz", "assets/a.css.map", f"{theirs}/lunr/min/lunr.nl.min.js")
    write(tmp_path, "assets/css/gids/page.css")
    drop_leftovers(tmp_path)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {"sitemap.xml"}


def test_the_archive_holds_no_compressed_copies():
    """The whole site to take along holds every file once."""
    with ZipFile(SITE / "assets/wegwijzer-site.zip") as archive:
        names = archive.namelist()
    assert "wegwijzer/index.html" in names
    assert [name for name in names if name.endswith((".br", ".gz"))] == []


class Links(HTMLParser):
    """The links of a page that leave it for another host, with their relation."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "a" and (values.get("href") or "").startswith(("http:", "https:", "//")):
            self.found.append((values["href"], set((values.get("rel") or "").split())))


def test_no_link_outside_tells_where_a_reader_came_from():
    """In every page, embedded wizard and single file, each link to another site has both words."""
    count = 0
    for page in SITE.rglob("*.html"):
        links = Links()
        links.feed(page.read_text(encoding="utf-8"))
        own = "file:" if "offline" in page.parts else "http://127.0.0.1:8000/"
        for href, relation in links.found:
            assert href.startswith(own) or relation >= {"noopener", "noreferrer"}, (page, href)
            count += 1
    assert count > 500


def rules(text):
    """A `_headers` file as path → headers."""
    found, path = {}, ""
    for line in text.splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[path][name] = value
        elif line:
            path = line
            found[path] = {}
    return found


def test_headers_never_say_a_thing_twice():
    """Everything gets the common headers, and no page or file meets two rules with the same one; /embed/ may be framed."""
    text = (SITE / "_headers").read_text(encoding="utf-8")
    assert text == headers_file(SITE)
    found = rules(text)
    assert found["/*"] == EVERYWHERE
    for file in [SITE / "sw.js", *sorted(SITE.rglob("*.html")), *sorted(SITE.glob("assets/**/*.js"))]:
        address = "/" + file.relative_to(SITE).as_posix().removesuffix("index.html")
        matching = [
            headers
            for path, headers in found.items()
            if path == address or (path.endswith("*") and address.startswith(path[:-1]))
        ]
        together = {name: value for headers in matching for name, value in headers.items()}
        assert len(together) == sum(map(len, matching)), address
        framed = file.suffix == ".html" and "/embed/" not in address
        assert (OWN_FRAMES.items() <= together.items()) == framed, address
        assert (WORKER.items() <= together.items()) == (address == "/sw.js")
        assert (KEEP.items() <= together.items()) == (
            "/runtime/" in address or (".min." in address and "lunr" not in address)
        )


def test_apache_knows_the_folder(tmp_path):
    """The page for a wrong address is the one of this site, also when it stands in a folder of another."""
    write(tmp_path, "index.html")
    write_hosting(tmp_path, "https://gemeente.be/wegwijzer/", "ErrorDocument 404 {base}404.html\n")
    assert (tmp_path / ".htaccess").read_text(encoding="utf-8") == "ErrorDocument 404 /wegwijzer/404.html\n"


def test_the_runtime_is_named_by_what_is_in_it(tmp_path):
    """One other byte, also of the script that starts it, gives another folder; the scripts ask the folder that is there."""
    names = []
    for content, boot in (("a", ""), ("b", ""), ("a", "// other"), ("a", "")):
        site = tmp_path / str(len(names))
        write(site, "assets/runtime/python.zip")
        (site / "assets/runtime/python.zip").write_text(content)
        (site / "assets/worker.js").write_text(f'import("./runtime/x"); fetch("./runtime/"){boot}')
        (site / "assets/engine.js").write_text('new Worker("./worker.js")')
        (site / "assets/take.js").write_text('fetch("./runtime/x")')
        names.append(name_runtime(site))
        folder = names[-1].removeprefix("assets/")
        assert (site / names[-1] / "python.zip").read_text() == content
        assert (site / names[-1] / "worker.js").read_text() == f'import("./x"); fetch("./"){boot}'
        assert not (site / "assets/worker.js").exists()
        assert (site / "assets/engine.js").read_text() == f'new Worker("./{folder}/worker.js")'
        assert (site / "assets/take.js").read_text() == f'fetch("./{folder}/x")'
    assert names[0] == names[3]
    assert len(set(names)) == 3
