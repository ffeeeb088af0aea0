"""The list of what a browser keeps: made from what stands in the site, and another one whenever a byte of that is."""

from __future__ import annotations

import hashlib
import json

import pytest

from helpers import ROOT
from wegwijzer.publish.needs import imports, needs
from wegwijzer.publish.offline import DIGITS, ICONS, Offline, is_kept, manifest, problems_with, write_app, write_worker

SITE = ROOT / "site"
TOLD = Offline("Hulp & co", "0B5563", ("kaart/",), "2026-01-15")


@pytest.fixture
def site(tmp_path):
    """A small site: a page with a style sheet that has letters, and a script that imports another."""
    files = {
        "index.html": '<head><meta charset="utf-8"></head><h1>Start<a href="#x">¶</a></h1>',
        "kaart/index.html": '<link rel="stylesheet" href="../assets/a.css"><link rel="next" href="../ver/"><script src="../assets/a.js" '
        'type="module"></script><a href="../ver/">ver</a><h1>De <em>kaart</em></h1>',
        "ver/index.html": '<img src="../assets/ver.svg">',
        "assets/a.css": '@font-face { src: url("fonts/a.woff2") } b { background: url(data:image/png;base64,x) }',
        "assets/a.js": 'import { b } from "./b.js";\nexport const late = () => import("./late.js");\n',
        "assets/b.js": 'export { c } from "./c.js";\n',
        "assets/c.js": "",
        "assets/late.js": "",
        "assets/fonts/a.woff2": "w",
        "assets/ver.svg": "v",
        "assets/slides/a.png": "s",
        "assets/runtime/0a/python.zip": "p",
        "assets/alles.zip": "z",
        "404.html": "",
        "sitemap.xml": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def listed(site):
    """What the worker of a site knows."""
    first, _, code = (site / "sw.js").read_text(encoding="utf-8").partition("\n")
    assert "addEventListener" in code
    return json.loads(first.removeprefix("const BUILD = ").removesuffix(";"))


def test_a_page_needs_what_it_loads(site):
    """Style sheets with their letters, and scripts with what they import at once; a link to a page is no need."""
    card = {"kaart/index.html", "assets/a.css", "assets/fonts/a.woff2", "assets/a.js", "assets/b.js", "assets/c.js"}
    assert card == needs(site, ["kaart/index.html"])
    assert {"ver/index.html", "assets/ver.svg"} == needs(site, ["ver/index.html", "weg/index.html"])
    assert ["assets/b.js", "assets/c.js"] == imports(site, "assets/a.js")


def test_list_has_each_file_with_its_digest(site):
    """All that a reader can keep, and no downloads; of the pages that are always there also what those need."""
    write_app(site, TOLD)
    write_worker(site, TOLD)
    build = listed(site)
    assert build["all"] == sorted(build["files"], key=lambda name: (not name.startswith("assets/"), name))
    left = {"assets/slides/a.png", "assets/alles.zip", "sitemap.xml", "sw.js"}
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert there - left == set(build["files"])
    for name, (digest, size) in build["files"].items():
        content = (site / name).read_bytes()
        assert (digest, size) == (hashlib.sha256(content).hexdigest()[:DIGITS], len(content))
    assert {"index.html", "offline.html", "kaart/index.html", "assets/fonts/a.woff2"} <= set(build["always"])
    assert not {"ver/index.html", "assets/runtime/0a/python.zip"} & set(build["always"])
    assert build["checked"] == "2026-01-15"
    assert (
        0 < build["sizes"]["wire"] <= build["sizes"]["place"] + 11 * len(build["files"])
    )  # what packs to more is tiny


def test_version_follows_every_byte(site):
    """The same site gives the same worker; one other byte, anywhere, another version."""
    write_worker(site, TOLD)
    first = (site / "sw.js").read_text(encoding="utf-8")
    write_worker(site, TOLD)
    assert first == (site / "sw.js").read_text(encoding="utf-8")
    versions = {listed(site)["version"]}
    for change in ("ver/index.html", "assets/late.js", "assets/runtime/0a/python.zip"):
        (site / change).write_text("anders", encoding="utf-8")
        write_worker(site, TOLD)
        versions.add(listed(site)["version"])
    assert 4 == len(versions)


def test_page_in_the_place_of_one_that_was_not_kept(site):
    """Its links are to the pages that are always kept, by their own headings, and count from the root of the site."""
    write_app(site, TOLD)
    html = (site / "offline.html").read_text(encoding="utf-8")
    assert '<base href="./">' in html
    assert '<a href="./">Start</a>' in html
    assert '<a href="kaart/">De kaart</a>' in html


def test_page_to_keep_must_be_there(site):
    """A page that is not in the site is named."""
    assert [] == problems_with(site, ["kaart/"])
    (problem,) = problems_with(site, ["kaart/", "weg/"])
    assert "weg/" in problem


def test_manifest_counts_from_where_it_stands():
    """So the site can stand in any folder of a host; the name is letter for letter that of the project."""
    told = json.loads(manifest(TOLD))
    assert (told["name"], told["theme_color"]) == ("Hulp & co", "#0b5563")
    assert (told["start_url"], told["scope"]) == ("./", "./")
    assert all(not icon["src"].startswith("/") for icon in told["icons"])
    assert {"any", "maskable"} == {icon["purpose"] for icon in told["icons"]}


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("keuzehulp/x/index.html", True),
        ("assets/runtime/0a1b/take.zip", True),
        ("assets/trees/x.json", True),
        ("assets/trees/x.txt", False),
        ("assets/offline/x.html", False),
        ("assets/pictures/x.svg", False),
        ("schema/x.schema.json", False),
        ("search/search_index.json", True),
        ("_headers", False),
    ],
)
def test_what_is_kept(name, kept):
    """What pages show, and not what is downloaded or for hosts."""
    assert kept == is_kept(name)


def test_this_site_keeps_its_card_and_more_when_asked():
    """The emergency card with its looks always; every wizard, embedded one and frame, and Python, when asked."""
    build = listed(SITE)
    assert {"noodkaart/index.html", "assets/wegwijzer.css", "assets/letters.css"} <= set(build["always"])
    assert sum(build["files"][name][1] for name in build["always"]) < 1_500_000
    pages = {page.relative_to(SITE).as_posix() for page in SITE.rglob("*.html")}
    assert {page for page in pages if not page.startswith("assets/")} <= set(build["all"])
    assert {"python.zip", "take.zip", "pyodide.asm.wasm"} <= {name.rpartition("/")[2] for name in build["all"]}
    assert build["checked"]
    for name, _, _ in ICONS:
        assert (SITE / f"assets/icons/{name}.png").is_file()
    html = (SITE / "noodkaart/index.html").read_text(encoding="utf-8")
    assert '<link rel="manifest" href="../manifest.json">' in html
    assert "offline.js" not in (SITE / f"embed/{min(p.name for p in SITE.glob('embed/*'))}/index.html").read_text()
