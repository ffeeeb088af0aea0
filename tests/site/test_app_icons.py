"""The icons of who installs the site: their sizes, and the colour of the project."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from wegwijzer import workplace
from wegwijzer.draw.app import SIZES, icons
from wegwijzer.publish.offline import ICONS


@pytest.fixture
def red():
    """A project with a colour of its own."""
    before = workplace.colours()
    workplace.paint_in("AA0011", before[1])
    yield (0xAA, 0x00, 0x11)
    workplace.paint_in(*before)


def test_icons_have_the_sizes_and_the_colour(red):
    """Those that the manifest names, and no others; the sign is white, the corners are clear, or of the ground for a mask."""
    made = {
        name.removeprefix("app/").removesuffix(".png"): content for name, content in icons(workplace.colours()).items()
    }
    assert set(made) == {name for name, _, _ in ICONS} == set(SIZES)
    for name, size, purpose in ICONS:
        image = Image.open(io.BytesIO(made[name])).convert("RGBA")
        assert image.size == (size, size)
        assert image.getpixel((size // 2, size // 3)) == (255, 255, 255, 255)
        assert image.getpixel((size // 5, size // 2)) == (*red, 255)
        corner = image.getpixel((0, 0))
        assert corner == (*red, 255) if purpose == "maskable" else corner[3] == 0


def test_icons_are_the_same_each_time():
    """No time and no machine shows in them."""
    assert icons(workplace.colours()) == icons(workplace.colours())
