"""What a reader downloads for a wizard before a result."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

from bench import compressed
from wegwijzer.publish.needs import needs

SITE = Path(__file__).resolve().parents[2] / "site"
EARLY = ("early.js", "wegwijzer.css")
BUDGET = 22 * 1024 + 640
"""Two and a half for the drawings of icons; what scripts say to who writes them stays behind (see lean.py). The names of folders by
content make a few bytes more or less.
"""
LETTER = 28 * 1024
PAGE, PAGE_COMPRESSED = 220 * 1024, 32 * 1024
FIRST_VISIT = 4_500_000


def imported(name: str) -> set[str]:
    """A script and all that it imports at once."""
    found = re.findall(
        r'^import .* from "\./([a-z]+\.js)"', (SITE / "assets" / name).read_text(encoding="utf-8"), re.MULTILINE
    )
    return {name}.union(*map(imported, found))


def test_wizard_weighs_little():
    """Scripts and style of a wizard, without the theme and without Python, stay within 22.7 KB with brotli."""
    assert compressed([SITE / "assets" / name for name in sorted(imported("wizard.js") | {*EARLY})]) <= BUDGET


def test_the_letter_weighs_little():
    """The style sheet and the one file that every page asks for; italics and other languages come where they stand."""
    fonts = SITE / "assets/fonts"
    assert compressed([SITE / "assets/letters.css", fonts / "public-sans-latin-wght-normal.woff2"]) <= LETTER
    assert max(file.stat().st_size for file in fonts.glob("*.woff2")) <= LETTER


def test_documents_are_packed_apart():
    """The part of the engine that makes documents is no part of what loads at once, and needs only what is there."""
    names = (SITE.parent / "build/runtime/modules.txt").read_text().split()
    assert [name for name in names if "/take/" in name] == []
    (archive,) = SITE.glob("assets/runtime/*/take.zip")
    assert {"wegwijzer/render/documents/docx.pyc", "zipfile/__init__.pyc"} <= set(ZipFile(archive).namelist())
    assert archive.stat().st_size < 600_000


def test_what_reads_a_file_is_packed_apart():
    """The loader and the parser of YAML come with a file alone, without what only a whole project needs."""
    names = (SITE.parent / "build/runtime/modules.txt").read_text().split()
    assert [name for name in names if name.startswith(("yaml/", "wegwijzer/load/"))] == []
    (archive,) = SITE.glob("assets/runtime/*/yaml.zip")
    packed = set(ZipFile(archive).namelist())
    assert {"yaml/parser.pyc", "wegwijzer/load/build.pyc", "wegwijzer/check/local_file.pyc"} <= packed
    assert [
        name for name in packed if name.startswith(("markdown/", "wegwijzer/load/project", "wegwijzer/check/rules"))
    ] == []
    assert archive.stat().st_size < 900_000


def test_what_changes_texts_is_packed_apart():
    """What reads and judges a whole project comes with who changes texts alone."""
    names = (SITE.parent / "build/runtime/modules.txt").read_text().split()
    assert [name for name in names if "/rules/" in name or name.startswith(("wegwijzer/workbench/", "pyphen/"))] == []
    (archive,) = SITE.glob("assets/runtime/*/work.zip")
    packed = set(ZipFile(archive).namelist())
    assert {
        "wegwijzer/workbench/prove.pyc",
        "wegwijzer/check/rules/structure/dead_end.pyc",
        "markdown/core.pyc",
    } <= packed
    assert not [name for name in packed if name.startswith(("email/", "http/", "ssl", "socket"))]
    assert on_the_wire(archive.relative_to(SITE).as_posix()) < 1_200_000


def test_page_of_a_wizard_weighs_little():
    """The page of a tree, plain and with brotli: what its actions say and its drawings stand elsewhere."""
    for page in SITE.glob("keuzehulp/*/index.html"):
        assert page.stat().st_size <= PAGE, page
        assert compressed([page]) <= PAGE_COMPRESSED, page
        assert (
            "<svg" not in page.read_text(encoding="utf-8").partition("<wegwijzer-wizard")[2].partition("</article>")[0]
        )


def on_the_wire(name: str) -> int:
    """Bytes of a file from a host that hands out what lies ready."""
    ready = SITE / f"{name}.br"
    return (ready if ready.is_file() else SITE / name).stat().st_size


def test_first_visit_with_python_weighs_little():
    """The heaviest wizard until Python leads, with the letters, what a browser keeps unasked, and what it is searched in."""
    (runtime,) = (place.relative_to(SITE).as_posix() for place in SITE.glob("assets/runtime/*"))
    started = ("worker.js", "pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python.zip", "lock.json")
    visits = []
    for page in SITE.glob("keuzehulp/*/index.html"):
        tree = f"assets/trees/{page.parent.name}.json"
        if (SITE / tree).is_file():
            visits.append(
                needs(SITE, [page.relative_to(SITE).as_posix(), "offline.html", "noodkaart/index.html"])
                | {tree, f"tekst/{page.parent.name}/index.html"}
            )
    always = {"sw.js", "search/search_index.json", *(f"{runtime}/{name}" for name in started)}
    assert max(sum(map(on_the_wire, visit | always)) for visit in visits) <= FIRST_VISIT
