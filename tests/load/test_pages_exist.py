"""A reference to a page of the site leads to a page that is there."""

from __future__ import annotations

import pytest

from helpers import TODAY
from wegwijzer.check.checker import check
from wegwijzer.load import load_paths

BOOM = "title: B\nstart: a\nactions:\n  a: {title: A, steps: ['Lees [dit](%s).'], see: ['%s']}\n"


@pytest.fixture
def codes(tmp_path):
    """The errors of a tree in a project with the pages / and /gids/ and /gids/team/."""
    for folder in ("trees", "data", "docs/gids"):
        (tmp_path / folder).mkdir(parents=True)
    for page in ("index", "gids/index", "gids/team"):
        (tmp_path / "docs" / f"{page}.md").write_text("# Pagina\n", encoding="utf-8")

    def run(link, see, named="trees/boom.yml"):
        (tmp_path / "trees" / "boom.yml").write_text(BOOM % (link, see), encoding="utf-8")
        found = check(load_paths([tmp_path / named], cwd=tmp_path, whole=True), today=TODAY)
        return [problem.code for problem in found if problem.level == "error"]

    return run


@pytest.mark.parametrize("page", ["/", "/gids/", "/gids/team/", "/gids/team/#kop"])
def test_page_that_exists_is_right(codes, page):
    assert [] == codes(page, page)
    assert [] == codes(page, page, ".")


@pytest.mark.parametrize("page", ["/gids/weg/", "/weg/", "/gids/team/weg/", "/Gids/", "/index/"])
def test_page_that_does_not_exist_is_told(codes, page):
    assert ["W107"] == codes("/", page)
    assert ["W401"] == codes(page, "/")
