"""The JSON Schemas for editors: made from the model, and of one mind with the loader."""

from __future__ import annotations

import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from helpers import FIXTURES, ROOT, mostly_slow
from wegwijzer.check.checker import check
from wegwijzer.kinds.schema import schemas
from wegwijzer.load import load_paths

TREE = Draft202012Validator(schemas()["tree"])
SHAPES = [
    "tekst-in-plaats-van-boom",
    "onbekende-sleutel",
    "ontbrekende-sleutel",
    "lege-voorwaarde",
    "getal-als-tekst",
    "verkeerd-type",
    "verkeerde-keuze",
    "foute-termijn",
    "actie-zonder-titel",
    "merkteken-zonder-tekst",
    "fout-feit",
]
"""Broken trees of which the shape is wrong, not the meaning."""


def files(pattern):
    """Fixtures and own files that match a pattern, as parameters."""
    found = [*FIXTURES.glob(pattern.replace("trees", "valid")), *ROOT.glob(pattern)]
    return pytest.mark.parametrize("place", found, ids=[place.stem for place in found])


class Plain(yaml.CSafeLoader):
    """YAML as an editor reads it for a schema: dates are texts."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(place):
    return yaml.load(place.read_text(encoding="utf-8"), Plain)  # noqa: S506 - a SafeLoader


@pytest.mark.parametrize("name", schemas())
def test_committed_schema_is_up_to_date(name):
    """The schema under schema/ is what the model gives: `make schema` has been run."""
    expected = json.dumps(schemas()[name], ensure_ascii=False, indent=2) + "\n"
    assert expected == (ROOT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("schema", schemas().values(), ids=schemas())
def test_schema_is_itself_valid(schema):
    """Every schema is a valid JSON Schema, and every key in it has a description."""
    Draft202012Validator.check_schema(schema)
    for definition in schema["$defs"].values():
        record = definition["anyOf"][1] if "anyOf" in definition else definition
        assert all(item["description"].endswith((".", "?")) for item in record["properties"].values())


@files("trees/*.yml")
def test_right_tree_fits_the_schema(place):
    """What the loader accepts, an editor accepts too."""
    assert [] == [error.message for error in TREE.iter_errors(read(place))]


@files("data/*.yml")
def test_right_data_fits_its_schema(place):
    """The same for the files under data/."""
    assert [] == [error.message for error in Draft202012Validator(schemas()[place.stem]).iter_errors(read(place))]


@pytest.mark.parametrize("name", mostly_slow(SHAPES, quick=[*SHAPES][::4]))
def test_tree_of_the_wrong_shape_does_not_fit_the_schema(name):
    """What the loader refuses for its shape, an editor underlines as well."""
    place = FIXTURES / "invalid" / f"{name}.yml"
    assert check(load_paths([place]))
    assert list(TREE.iter_errors(read(place)))


@pytest.mark.parametrize(
    "address",
    [
        "https://a.be",
        "/hulp/",
        "mailto:a@b.be",
        "ftp://a.be",
        "//a.be",
    ],
)
def test_schema_and_loader_agree_on_addresses(address, tmp_path):
    """An address is allowed by both or by neither."""
    (tmp_path / "data").mkdir()
    place = tmp_path / "data" / "sources.yml"
    place.write_text(f"sources: {{gids: {{title: Gids, url: '{address}'}}}}\n", encoding="utf-8")
    loads = not check(load_paths([place]))
    assert loads is Draft202012Validator(schemas()["sources"]).is_valid(read(place))


@pytest.mark.parametrize("place", sorted([*ROOT.glob("trees/*.yml"), *ROOT.glob("data/*.yml")]), ids=lambda p: p.stem)
def test_file_tells_editors_its_schema(place):
    """The first line of every file names its schema, so that an editor can help without being set up."""
    name = "tree" if place.parent.name == "trees" else place.stem
    first = place.read_text(encoding="utf-8").splitlines()[0]
    assert f"# yaml-language-server: $schema=../schema/{name}.schema.json" == first
