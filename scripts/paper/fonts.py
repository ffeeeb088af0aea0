"""The type on paper: Liberation Sans, embedded. It has the widths of the Helvetica that diagrams are laid out with."""

from __future__ import annotations

import subprocess
from functools import cache

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD, ITALIC = "Liberation", "Liberation-Bold", "Liberation-Italic"
STYLES = {REGULAR: "Regular", BOLD: "Bold", ITALIC: "Italic"}


@cache
def ready() -> None:
    """Register the fonts. Stops when the machine lacks them: another font would not fit in the boxes."""
    for name, style in STYLES.items():
        found = subprocess.run(
            ["fc-match", "-f", "%{file}", f"Liberation Sans:style={style}"], check=True, capture_output=True, text=True
        ).stdout
        if "LiberationSans" not in found:
            raise SystemExit(
                "Het lettertype Liberation Sans ontbreekt (op Debian: sudo apt-get install fonts-liberation)"
            )
        registerFont(TTFont(name, found))
