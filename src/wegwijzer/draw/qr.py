"""QR codes that open the wizard, at a very step. The project says where its site will stand."""

from __future__ import annotations

import io

import segno

from wegwijzer.render.addresses import tree_page
from wegwijzer.workplace import site_url


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


def qr_rows(url: str) -> list[list[bool]]:
    """A QR code as rows of dark and light modules, without a border."""
    return [[bool(module) for module in row] for row in segno.make(url, error="m", micro=False).matrix]
