"""What goes along to a page for a format of an extension: what it imports, and no more; what a page cannot have is told."""

from __future__ import annotations

import io
import zipfile

import pytest

from wegwijzer.site.more import Packing, Runtime, zipped

LIBRARY = {
    "csv": ("csv.py", "import re\nfrom _csv import reader\nimport types\ndef late():\n    import heavy\n"),
    "types": ("types.py", "try:\n    import nowhere\nexcept ImportError:\n    pass\n"),
    "heavy": ("heavy.py", ""),
    "xml": ("xml/__init__.py", ""),
    "xml.etree": ("xml/etree/__init__.py", "from . import tree\n"),
    "xml.etree.tree": ("xml/etree/tree.py", ""),
    "encodings.utf_8_sig": ("encodings/utf_8_sig.py", ""),
}
THERE = frozenset({"re", "_csv", "wegwijzer", "wegwijzer.locale", "encodings"})


@pytest.fixture
def packing(tmp_path):
    """Packs modules of a package that was written as texts; `packing.write` adds one."""
    home = tmp_path / "pak"
    found = Packing({"pak": home}, Runtime(THERE, LIBRARY))

    def write(name, text=""):
        place = home / f"{name}.py"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    found.write = write
    write("__init__")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import re\nfrom wegwijzer.locale import say", set()),
        ("import csv", {"csv.py", "types.py"}),
        ("def f():\n    import heavy", {"heavy.py"}),
        ("import xml.etree as tree", {"xml/__init__.py", "xml/etree/__init__.py", "xml/etree/tree.py"}),
        ("from pak.diep import onder", {"pak/diep/__init__.py", "pak/diep/onder.py", "pak/naast.py"}),
        ("from .diep import naam", {"pak/diep/__init__.py"}),
        ("'x'.encode('UTF-8-sig')", {"encodings/utf_8_sig.py"}),
        ("if TYPE_CHECKING:\n    import yaml\nelse:\n    import types", {"types.py"}),
        ("try:\n    import yaml\nexcept (ImportError, OSError):\n    import heavy", {"heavy.py"}),
    ],
)
def test_what_is_imported_goes_along(packing, text, expected):
    """Through the package, relative or not, and Python's own library; what the page has stays, and so does what nobody imports."""
    packing.write("diep/__init__", "naam = 1\n")
    packing.write("diep/onder", "from .. import naast\n")
    packing.write("naast", "import pak.maker\n")
    packing.write("ongebruikt", "import csv\n")
    packing.write("maker", text)
    packing.take(["pak.maker"])
    assert set() == packing.refused
    assert {"pak/__init__.py", "pak/maker.py", *expected} == set(packing.files)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("import yaml", ["1:1: ‘yaml’"]),
        ("x = 1\ndef f():\n    from a.b import c\n    import yaml, re", ["3:5: ‘a.b’", "4:5: ‘yaml’"]),
        ("import wegwijzer.load", ["1:1: ‘wegwijzer.load’"]),
        ("from .weg import iets", ["1:1: ‘pak.weg’"]),
        ("try:\n    import yaml\nexcept OSError:\n    pass", ["2:5: ‘yaml’"]),
        ("try:\n    import re\nexcept ImportError:\n    import yaml", ["4:5: ‘yaml’"]),
    ],
)
def test_what_a_page_cannot_have_is_told_with_its_place(packing, text, places):
    """Every one at once: another package, a room of the kit that stays at home, a module that is no Python file."""
    packing.write("maker", text)
    packing.take(["pak.maker"])
    assert places == [
        line.removeprefix("pak/maker.py:").partition(" is er niet")[0] for line in sorted(packing.refused)
    ]


def test_archive_has_the_same_bytes_each_time():
    """In whatever order the files came; nothing is compressed, as the server does that."""
    first, second = zipped({"a.py": "een\n" * 99, "b.py": ""}), zipped({"b.py": "", "a.py": "een\n" * 99})
    assert first == second
    assert [zipfile.ZIP_STORED] * 2 == [file.compress_type for file in zipfile.ZipFile(io.BytesIO(first)).filelist]
