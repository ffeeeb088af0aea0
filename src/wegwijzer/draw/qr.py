"""QR codes that open the wizard, at a very step. The project says where its site will stand."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable

import segno

from wegwijzer.render.addresses import tree_page
from wegwijzer.workplace import built, site_url

CODES = "codes/{}.json"


def step_url(tree: str, node: str = "") -> str:
    """The address of a wizard, at a step."""
    return site_url() + tree_page(tree, node)


def qr_png(url: str) -> bytes:
    """A QR code as a small black and white picture, with the quiet border that scanners need."""
    buffer = io.BytesIO()
    segno.make(url, error="m", micro=False).save(buffer, kind="png", scale=4, border=4)
    return buffer.getvalue()


def qr_svg(url: str) -> str:
    """A QR code as lines of an SVG, without a border."""
    buffer = io.BytesIO()
    segno.make(url, error="m", micro=False).save(
        buffer, kind="svg", border=0, xmldecl=False, svgclass=None, lineclass=None
    )
    return buffer.getvalue().decode()


def codes_of(tree: str, nodes: Iterable[str], _outside: tuple[str, ...]) -> dict[str, bytes]:
    """The codes of the nodes of a tree, as a file of the build: they stay what they are while its texts change."""
    codes = {url: qr_svg(url) for url in (step_url(tree, node) for node in nodes)}
    return {CODES.format(tree): json.dumps(codes).encode()}


def known_codes(tree: str) -> dict[str, str]:
    """Those codes, by address, when the build made them; nothing when it did not."""
    place = built() / CODES.format(tree)
    return json.loads(place.read_text(encoding="utf-8")) if place.is_file() else {}


def qr_rows(url: str) -> list[list[bool]]:
    """A QR code as rows of dark and light modules, without a border."""
    return [[bool(module) for module in row] for row in segno.make(url, error="m", micro=False).matrix]
