"""Kinds of content are data: one entry is enough, and nobody writes the list of kinds a second time."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import NewType

import pytest

from helpers import ROOT, TODAY
from wegwijzer.browser import handle
from wegwijzer.check.checker import check
from wegwijzer.check.coverage import coverage
from wegwijzer.compare.diff import compare
from wegwijzer.compare.report import as_text
from wegwijzer.compile.codec import encode
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.kinds import KINDS
from wegwijzer.kinds.kind import YAML, Kind, Register, record_text
from wegwijzer.kinds.markdown import read_page
from wegwijzer.kinds.schema import schemas
from wegwijzer.load import load_paths
from wegwijzer.locale import use_words_of
from wegwijzer.model import Id, SourceRef, Tree, doc
from wegwijzer.model.text import INNER_PLACES, address, allowed
from wegwijzer.render.keys import keys_markdown

FountainId = NewType("FountainId", str)
BenchId = NewType("BenchId", str)


@dataclass(frozen=True, kw_only=True)
class Fountain:
    name: str = doc(required=True)
    near: tuple[FountainId, ...] = doc(default=())
    sources: tuple[SourceRef, ...] = doc(default=())


@dataclass(frozen=True, kw_only=True)
class Bench:
    title: str = doc(required=True)
    fountain: FountainId | None = doc()
    sources: tuple[SourceRef, ...] = doc(default=())


@dataclass(frozen=True, kw_only=True)
class BenchesFile:
    benches: dict[Id, Bench] = doc(required=True)


FOUNTAINS = Kind(
    name="fountain",
    record=Fountain,
    folder="fountains",
    registers=(
        Register(
            key="fountains",
            record=Fountain,
            called="name",
            id=FountainId,
            thing="fountain",
            scheme="fontein",
            address="fonteinen/{0}/",
            link="fontein",
        ),
    ),
    records=(Fountain,),
    page="fonteinen/{0}/",
)
BENCHES = Kind(
    name="benches",
    record=BenchesFile,
    registers=(Register(key="benches", record=Bench, id=BenchId, thing="bench", needed=True),),
    records=(BenchesFile, Bench),
    page="banken/",
    blocks=("lijst_banken",),
)


@pytest.fixture(autouse=True)
def invented():
    """Two kinds that no project has: with a file for each record, and with one file for all."""
    use_words_of("plaza")
    with KINDS.with_also(FOUNTAINS, BENCHES):
        yield


@pytest.fixture
def project(tmp_path):
    """A function that writes a project with fountains and benches, and loads it."""

    def write(name="Oude fontein", title="Op het plein", near="nieuw", text="[de fontein](fontein:oud)"):
        files = {
            "trees/boom.yml": f"title: B\nstart: a\nactions: {{a: {{title: A, steps: ['Lees {text}.']}}}}\n",
            "data/sources.yml": "sources: {gids: {title: Gids}}\n",
            "data/benches.yml": f"benches: {{plein: {{title: {title}, fountain: oud, sources: [gids]}}}}\n",
            "fountains/oud.yml": f"name: {name}\nnear: [{near}]\nsources: [gids]\n",
            "fountains/nieuw.yml": "name: Nieuwe fontein\n",
            "docs/index.md": '# Start\n\n{{ fontein("oud") }}\n',
        }
        for place, content in files.items():
            (tmp_path / place).parent.mkdir(exist_ok=True)
            (tmp_path / place).write_text(content, encoding="utf-8")
        return load_paths([tmp_path], cwd=tmp_path, whole=True)

    return write


def told(loaded, code):
    return [problem.message for problem in check(loaded, today=TODAY) if problem.code == code]


def test_kind_is_loaded_and_found(project):
    """Its files are read, and the library has its records by name."""
    loaded = project()
    assert not [problem for problem in check(loaded, today=TODAY) if problem.code.startswith("W0")]
    assert {"oud", "nieuw"} == set(loaded.library.of(Fountain))
    assert "Op het plein" == loaded.library.of(Bench)["plein"].title
    assert {"fountains/oud.yml", "data/benches.yml"} <= {file.shown for file in loaded.files}


def test_references_to_a_kind_are_looked_up(project):
    """A field with its type of name, a link in a text and a macro on a page refer to it; one that is wrong is told."""
    assert [] == told(project(), "W119")
    assert ["De fontein ‘weg’ staat niet in fountains/"] == told(project(near="weg"), "W119")
    assert ["De fontein ‘weg’ staat niet in fountains/"] == told(project(text="[x](fontein:weg)"), "W119")
    (reference,) = read_page('{{ fontein("oud") }}')[0].references
    assert (FountainId, "oud") == (reference.kind, reference.name)


def test_entry_that_nothing_refers_to_is_told(project):
    """The entry says whether the checker asks for a reference to it."""
    assert ["De bank ‘plein’ komt in geen enkele tekst voor"] == told(project(), "W118")


def test_link_to_a_kind_leads_to_its_page():
    """The scheme and the address of the entry count in every text, for as long as there is such a kind."""
    assert allowed("fontein:oud")
    assert not allowed("put:oud")
    assert "../../fonteinen/oud/" == address("fontein:oud", "../../")


def test_page_knows_where_links_lead_without_any_kind(project, monkeypatch):
    """A compiled tree brings along the places of trees and those that its texts ask for, and no others: a reader's browser has no kinds."""
    compiled = compile_tree("boom", project().library)
    trees = KINDS.listed[Tree]
    assert {"fontein": "fonteinen/{0}/", "boom": trees.address, "boom/": trees.inside} == compiled.links
    for scheme in list(INNER_PLACES):
        monkeypatch.delitem(INNER_PLACES, scheme)
    handle(json.dumps({"do": "load", "tree": encode(compiled)}))
    reply = json.loads(handle(json.dumps({"do": "open", "tree": "boom", "fragment": ""})))
    assert 'href="../../fonteinen/oud/"' in reply["html"]


def test_kind_has_a_schema_and_stands_on_the_page_of_keys():
    """Editors and contributors get it with the others."""
    assert {"fountain", "benches"} <= set(schemas())
    assert FountainId.__name__ not in str(schemas()["benches"])
    keys = keys_markdown()
    assert "## Een fontein\n\nStaat in `fountains/`, één bestand per fontein." in keys
    assert "## Het bestand met banken\n\nStaat in `data/benches.yml`." in keys
    assert "| `fountain` | de fontein uit fountains/, bij naam |" in keys


def test_comparison_and_coverage_know_the_kind(project):
    """A change in it is told by the words of the entry, and its page counts for the sources it names."""
    old, new = project(), project(name="Andere fontein", title="Aan de kerk")
    words = as_text(compare(old.library, new.library))
    assert "fontein" in words
    assert "Andere fontein" in words
    assert "bank ‘plein’" in words
    assert ["banken/", "fonteinen/oud/"] == coverage(new.files)["gids"]


def test_kind_that_is_gone_leaves_nothing():
    """The tables are made from the list alone."""
    well = Register(key="wells", record=Bench, id=BenchId, thing="well", scheme="put")
    with KINDS.with_also(replace(BENCHES, name="wells", record=Fountain, registers=(well,))):
        assert "wells" in schemas()
        assert "put" in KINDS.schemes
    assert "wells" not in schemas()
    assert "put" not in KINDS.schemes


def test_hook_before_a_commit_looks_at_every_folder_with_yaml():
    """The pattern in .pre-commit-config.yaml names the folders of the kinds that this project has."""
    (pattern,) = re.findall(r"files: \^\(([^)]*)\)/", (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    own = {kind.folder for kind in KINDS.in_yaml() if not kind.loose} - {FOUNTAINS.folder}
    assert own == set(pattern.split("|"))


def test_every_kind_and_register_says_what_people_call_it():
    """No entry leaves out the words that a page or a message needs."""
    for kind in KINDS.kinds:
        assert kind.endings != YAML or (kind.record in kind.records and all(map(record_text, kind.records)))
        for register in kind.registers:
            assert register.thing
            assert register.noun


def test_list_of_kinds_is_written_once():
    """No module but those that enter kinds names the folder or the file of three kinds or more."""
    names = {kind.folder for kind in KINDS.kinds} | {each.key for each in KINDS.listed.values()} | set(KINDS.data)
    entries = {"wegwijzer/kinds/own.py", "municipal/kinds.py"}
    files = {*ROOT.glob("src/**/*.py"), *ROOT.glob("scripts/**/*.py")} - {ROOT / "src" / entry for entry in entries}
    for file in files:
        text = file.read_text(encoding="utf-8")
        for found in re.findall(
            r"[\[({](?:\s*\"[\w-]+\"(?:: [^,\n]+)?,)+\s*(?:\"[\w-]+\"(?:: [^,\n]+)?)?\s*[\])}]", text
        ):
            named = set(re.findall(r'"([\w-]+)"', found)) & names
            assert len(named - {"steps", "sources", "contacts", "parts", "trees"}) < 2, (file, found)
