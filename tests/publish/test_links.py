"""Links to another site, as `guard_links` leaves them."""

from __future__ import annotations

import pytest

from wegwijzer.publish.links import guard_links

OWN = "https://wegwijzer.voorbeeld.be/"


@pytest.mark.parametrize(
    ("link", "guarded"),
    [
        ('<a href="https://unia.be/">', '<a rel="noopener noreferrer" href="https://unia.be/">'),
        ("<a class=x href=//unia.be>", '<a rel="noopener noreferrer" class=x href=//unia.be>'),
        ("<A HREF='HTTP://unia.be'>", "<A rel=\"noopener noreferrer\" HREF='HTTP://unia.be'>"),
        (
            '<a title="a > b" href="https://unia.be" rel="edit">',
            '<a title="a > b" href="https://unia.be" rel="edit noopener noreferrer">',
        ),
        (
            '<a href="https://unia.be" rel="noreferrer">',
            '<a href="https://unia.be" rel="noreferrer noopener">',
        ),
    ],
)
def test_a_link_outside_tells_nothing(link, guarded):
    """However it is written, a link to another site gets both words, keeps its own, and is not changed twice."""
    assert guarded == guard_links(link, OWN)
    assert guarded == guard_links(guarded, OWN)


@pytest.mark.parametrize(
    "text",
    [
        f'<a href="{OWN}gids/">',
        '<a href="../gids/">',
        '<a href="mailto:iemand@voorbeeld.be">',
        '<a id="hier">',
        '<abbr title="https://unia.be">',
        '<a data-href="https://unia.be" href="#x">',
        '<link rel="canonical" href="https://unia.be/">',
        "&lt;a href=https://unia.be&gt;",
    ],
)
def test_anything_else_stays_as_it_is(text):
    """Links inside the site, other elements and text are not touched."""
    assert text == guard_links(text, OWN)
