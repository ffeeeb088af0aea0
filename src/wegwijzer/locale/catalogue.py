"""What stands in the folder of a language, as translators edit it: catalogues of gettext (`.po`), and longer texts.

The keys of a catalogue are names such as `node.goto`, not texts.
"""

from __future__ import annotations

from importlib.resources import as_file, files

from wegwijzer.locale import KIT, language


def read(package: str, code: str, domain: str) -> dict[str, str]:
    """The texts of one catalogue by key; empty when there is no such file."""
    place = files(package) / "locale" / code / f"{domain}.po"
    if not place.is_file():
        return {}
    with as_file(place) as file:
        return texts(file.read_text(encoding="utf-8"))


def languages(package: str = KIT) -> list[str]:
    """The codes of the languages that a package speaks: the folders with its words. Empty when it has no words at all."""
    place = files(package) / "locale"
    if not place.is_dir():
        return []
    return sorted(folder.name for folder in place.iterdir() if folder.is_dir() and folder.name[0] != "_")


def document(name: str, package: str = KIT) -> str:
    """A text that stands in a file of its own in the folder of the language: a page on a code, an example of a tree."""
    return (files(package) / "locale" / language() / name).read_text(encoding="utf-8")


def texts(text: str) -> dict[str, str]:
    """The texts of a catalogue by key, without those that wait for a translation."""
    import polib  # noqa: PLC0415 - a wheel does without

    return {entry.msgid: entry.msgstr for entry in polib.pofile(text) if entry.translated() and not entry.obsolete}
