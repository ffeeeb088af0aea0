"""A finished folder takes the place of the one that readers see: whole, and without a moment in between."""

from __future__ import annotations

import threading
from contextlib import suppress

import pytest

from wegwijzer.build import publish, replace_folder

WAYS = pytest.mark.parametrize("exchange", [True, False], ids=["renameat2", "zonder"])


@pytest.fixture
def able(tmp_path, monkeypatch):
    """Set whether the system can let two folders change places; skips where this one cannot."""

    def choose(exchange):
        if not exchange:
            monkeypatch.setattr(publish, "EXCHANGE", 1 << 30)  # a flag that no system knows
        (tmp_path / "proef/a").mkdir(parents=True)
        (tmp_path / "proef/b").mkdir()
        can = publish._exchange(tmp_path / "proef/a", tmp_path / "proef/b")  # noqa: SLF001 - which way is tried
        if exchange and not can:
            pytest.skip("dit systeem kan geen mappen verwisselen")
        assert can == exchange

    return choose


def folder(place, number):
    """A folder of files that all say the same number."""
    for name in ("index.html", "a/index.html", "a/b/c.txt"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(str(number))
    return place


def seen(place):
    """What the files in a folder say."""
    return {file.read_text() for file in place.rglob("*") if file.is_file()}


@WAYS
def test_the_new_folder_stands_there_and_nothing_is_left(tmp_path, able, exchange):
    """Also the first time, also what only the old one had, and also beside what a killed build left."""
    able(exchange)
    site, new = tmp_path / "site", tmp_path / "bouw/site.new"
    folder(tmp_path / "bouw/site.new.old", "rest")
    for number in range(3):
        folder(new, number)
        (new / f"alleen{number}.txt").write_text(str(number))
        replace_folder(new, site)
        assert seen(site) == {str(number)}
        assert not (site / f"alleen{number - 1}.txt").exists()
        assert not new.exists()
    assert exchange or [] == list((tmp_path / "bouw").iterdir())


def looking(site, done, found):
    """Look for the site all the time; write down what a file in it says, or that there was no site."""
    while not done.is_set():
        found.append("een site" if site.is_dir() else "niets")
        with suppress(FileNotFoundError):  # of a file in the old folder, which is being removed
            found.append((site / "a/b/c.txt").read_text())


def test_no_moment_without_a_folder(tmp_path, able):
    """Who looks all the time always finds a site, first the old one and then the new one."""
    able(exchange=True)
    site = folder(tmp_path / "site", 0)
    done, found = threading.Event(), []
    reader = threading.Thread(target=looking, args=(site, done, found))
    reader.start()
    try:
        for number in range(1, 200):
            replace_folder(folder(tmp_path / "nieuw", number), site)
    finally:
        done.set()
        reader.join()
    numbers = [int(text) for text in found if text.isdigit()]
    assert "niets" not in found
    assert len(set(numbers)) > 5
    assert numbers == sorted(numbers)
