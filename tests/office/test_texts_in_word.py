"""The texts of three invented municipalities as Word files: valid, and as LibreOffice shows them.

Part of `make test-all`, which installs LibreOffice where that may.
"""

from __future__ import annotations

import subprocess

import pypdfium2
import pytest

from helpers import ROOT, own_project, own_tree, tree_files
from wegwijzer.check.rules.own import Own
from wegwijzer.load.project import load_local
from wegwijzer.render.documents import Made, checklist, docx, text
from wegwijzer.walk.walker import Walker

audit = pytest.importorskip("openxml_audit")

pytestmark = pytest.mark.slow
MADE = Made(now=1_795_244_400)
TEXTS = [
    (file.stem, step)
    for file in tree_files()
    for step, action in own_tree(file.stem).tree.actions.items()
    if action.document
]
PLACES = sorted(ROOT.glob("examples/gemeenten/*/local.yml"))


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Every text of every municipality, and the sheet beside it, by name."""
    folder = tmp_path_factory.mktemp("teksten")
    made = {}
    for place in PLACES:
        own = Own(load_local(place, ROOT).record, place.parent, own_project())
        for tree, step in TEXTS:
            walker = Walker(own_tree(tree), own.decided, start=step)
            for kind, blocks in (
                ("tekst", text(walker, Made(now=MADE.now, name=own.record.name))),
                ("blad", checklist(walker, MADE)),
            ):
                file = folder / f"{place.parent.name}-{tree}-{step}-{kind}.docx"
                file.write_bytes(docx(blocks))
                made[file.stem] = (file, blocks)
    return made


@pytest.fixture(scope="module")
def pages(files, tmp_path_factory):
    """The same as LibreOffice lays them out: by name, the words of each page."""
    folder = tmp_path_factory.mktemp("pdf")
    profile = f"-env:UserInstallation=file://{folder}/profiel"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*command, *(file for file, _ in files.values())], check=True, capture_output=True, timeout=600)
    found = {}
    for name in files:
        document = pypdfium2.PdfDocument(folder / f"{name}.pdf")
        found[name] = [page.get_textpage().get_text_range() for page in document]
    return found


def test_every_text_is_valid(files):
    """Each part beside the schemas of Open XML."""
    validator = audit.OpenXmlValidator(max_errors=20, semantic_validation=False)
    for name, (file, _) in files.items():
        assert [f"{each.part_uri} {each.description}" for each in validator.validate(str(file)).errors] == [], name


def test_every_page_says_whose_it_is_and_which_version(files, pages):
    """Name and version on each page of a text, with its number; the title on top from the second one on."""
    for name, words in pages.items():
        title = next(block.text for block in files[name][1] if block.kind == "title")
        for number, page in enumerate(words, 1):
            assert f"Bladzijde {number} van {len(words)}" in page, name
            if name.endswith("-tekst"):
                assert "Versie" in page, name
                assert name.partition("-")[0].casefold() in page.partition("\n")[0].casefold(), name
                assert title[:30] in page or number > 1, name


def test_an_annex_begins_a_page(files, pages):
    """Whoever hands out the annex alone hands out whole sheets."""
    seen = 0
    for name, (_, blocks) in files.items():
        for annex in (block.text for block in blocks if block.kind == "annex" and name.endswith("-tekst")):
            assert any(annex[:30] in "\n".join(page.splitlines()[:3]) for page in pages[name][1:]), (name, annex)
            seen += 1
    assert seen > len(PLACES)
