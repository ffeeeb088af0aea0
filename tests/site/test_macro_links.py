"""Links of macros hold with both generators: what Zensical puts before them is left out before."""

from __future__ import annotations

import posixpath

import pytest

from wegwijzer.pages.links import from_file


@pytest.mark.parametrize("path", ["gids/melden.md", "begrippen.md", "keuzehulp/reactie.md"])
@pytest.mark.parametrize("href", ["../../begrippen/#frame", "../", "reactie/", "../../assets/a.txt", "../.."])
def test_a_link_leads_to_the_same_place_once_zensical_moved_it(path, href):
    """Zensical reads a link from the file and writes it for the address, one folder deeper."""
    html = from_file(f'<a class="x" href="{href}">x</a>', path)
    moved = "../" + html.split('"')[3]
    place = path.removesuffix(".md")
    assert posixpath.normpath(f"{place}/{href}") == posixpath.normpath(f"{place}/{moved}")


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#frame">x</a>',
        '<a href="https://voorbeeld.be/">x</a>',
        '<a href="mailto:team@voorbeeld.be">x</a>',
        '<a href="/gids/">x</a>',
        '<p data-src="../x.json">href="../x"</p>',
    ],
)
def test_other_addresses_stay(html):
    """What Zensical leaves alone, stays as it is; so does what only looks like a link."""
    assert html == from_file(html, "gids/melden.md")


def test_the_page_of_a_folder_stays_as_it_is():
    """Its file stands where its address is."""
    assert from_file('<a href="../gids/">x</a>', "keuzehulp/index.md") == '<a href="../gids/">x</a>'
