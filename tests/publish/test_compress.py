"""Compressed files beside those of a site: only where they help, made once, and the same every time."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import brotli
import pytest

from wegwijzer.publish import compress as module
from wegwijzer.publish.compress import QUICK, compress

NOISE = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(150))


@pytest.fixture
def site(tmp_path):
    """A site with a text, the same text elsewhere, something that does not get smaller, and kinds that are left alone."""
    folder = tmp_path / "site"
    (folder / "ook").mkdir(parents=True)
    for name, content in {
        "index.html": b"tekst " * 500,
        "ook/index.html": b"tekst " * 500,
        "ruis.json": NOISE,
        "python.zip": b"los " * 500,
        "alles.zip": b"los " * 500,
        "foto.png": b"beeld " * 500,
    }.items():
        (folder / name).write_bytes(content)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Every file with its content."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_text_gets_both_and_only_where_smaller(site, tmp_path):
    """Text and loose archives get two smaller files that unpack to the same bytes; noise, pictures and archives none."""
    before = files(site)
    assert compress(site, tmp_path / "kept") == 6
    added = {name: content for name, content in files(site).items() if name not in before}
    assert {name[:-3] for name in added} == {"index.html", "ook/index.html", "python.zip"}
    for name, content in added.items():
        unpack = brotli.decompress if name.endswith(".br") else gzip.decompress
        assert unpack(content) == before[name[:-3]]
        assert len(content) < len(before[name[:-3]])


def test_no_name_and_no_time_in_the_bytes(site, tmp_path):
    """A gzip file holds no name and no time, so the same content gives the same file on any day."""
    compress(site, tmp_path / "kept")
    packed = (site / "index.html.gz").read_bytes()
    assert packed[3] == 0  # no name, no comment
    assert packed[4:8] == bytes(4)  # no time
    assert packed == (site / "ook/index.html.gz").read_bytes()


def test_what_did_not_change_is_not_compressed_again(site, tmp_path, monkeypatch):
    """A second build compresses only what changed, and forgets results that no file asks for any more."""
    kept = tmp_path / "kept"
    compress(site, kept, QUICK)
    (site / "ruis.json").unlink()
    (site / "index.html").write_bytes(b"nieuw " * 500)
    worked = []
    real = brotli.compress
    monkeypatch.setattr(
        module.brotli, "compress", lambda content, **how: worked.append(content) or real(content, **how)
    )
    compress(site, kept, QUICK)
    assert worked == [b"nieuw " * 500]
    assert len(list(kept.iterdir())) == 2 * 3  # the new text, the old one (still on the other page), the loose archive
    assert brotli.decompress((site / "index.html.br").read_bytes()) == b"nieuw " * 500


def test_a_build_that_was_killed_leaves_no_half_file(site, tmp_path, monkeypatch):
    """When compressing breaks off, nothing wrong is kept: the next build makes the right file."""
    kept = tmp_path / "kept"
    with monkeypatch.context() as patch:
        patch.setattr(module.brotli, "compress", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            compress(site, kept)
    compress(site, kept)
    assert brotli.decompress((site / "index.html.br").read_bytes()) == b"tekst " * 500
