"""The letters of the project: Public Sans, from the package that package-lock.json pins.

`web/` goes to the site as it is: letters for pages, with their licence. `draw/` holds the same letters in still files
for who cannot read those: Graphviz measures with them, paper and pictures are set in them. `draw/fonts.conf` shows
Graphviz these letters and nothing of the machine.
"""

from __future__ import annotations

import logging
from io import BytesIO
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from wegwijzer.supplies import CHECKOUT

PACKAGE = CHECKOUT / "node_modules/@fontsource-variable/public-sans"
PARTS = ("latin", "latin-ext")
"""The package holds a file for each group of letters; together they spell every name in Europe that uses our letters."""
STYLES = {"Regular": ("normal", 400), "Bold": ("normal", 700), "Italic": ("italic", 400)}
SHAPING = ["GDEF", "GPOS", "GSUB"]
CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<!-- Only the letters beside this file; the folder for a cache is set by who uses it. -->
<fontconfig>
  <dir prefix="relative">.</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""


def fonts() -> dict[str, bytes]:
    """Letters for pages with their licence, and still ones to draw with, as files."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    names = [file_name(part, slope) for part in PARTS for slope in ("normal", "italic")]
    files = {f"fonts/web/{name}": (PACKAGE / "files" / name).read_bytes() for name in names}
    files["fonts/web/OFL.txt"] = (PACKAGE / "LICENSE").read_bytes()
    for style, (slope, weight) in STYLES.items():
        stream = BytesIO()
        still_font(PACKAGE, style, slope, weight).save(stream)
        files[f"fonts/draw/PublicSans-{style}.ttf"] = stream.getvalue()
    files["fonts/draw/fonts.conf"] = CONFIGURATION.encode()
    return files


def still_font(package: Path, style: str, slope: str, weight: int) -> TTFont:
    """One weight of a variable letter, its parts in one file.

    Kerning is left out: reportlab does not know it, and then all that is drawn is as wide as Graphviz measured it.
    """
    known: set[int] = set()
    parts = []
    for part in PARTS:
        font = TTFont(package / "files" / file_name(part, slope), recalcTimestamp=False)
        own = set(font.getBestCmap()) - known
        known |= own
        created, modified = font["head"].created, font["head"].modified
        parts.append(saved(only(instantiateVariableFont(font, {"wght": weight}), own)))
    merged = Merger().merge(parts)
    merged.recalcTimestamp = False
    merged["head"].created, merged["head"].modified = created, modified
    for key, name in {1: "Public Sans", 2: style, 4: f"Public Sans {style}", 6: f"PublicSans-{style}"}.items():
        merged["name"].setName(name, key, 3, 1, 0x409)
    merged["name"].removeNames(nameID=3)
    return merged


def only(font: TTFont, codepoints: set[int]) -> TTFont:
    """The font with no other characters than these, and without kerning."""
    options = Options(name_IDs=[0, 1, 2, 4, 5, 6, 13, 14], notdef_outline=True, glyph_names=True)
    options.drop_tables += SHAPING
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codepoints)
    subsetter.subset(font)
    return font


def saved(font: TTFont) -> BytesIO:
    font.flavor = None
    stream = BytesIO()
    font.save(stream)
    stream.seek(0)
    return stream


def file_name(part: str, slope: str) -> str:
    return f"public-sans-{part}-wght-{slope}.woff2"
