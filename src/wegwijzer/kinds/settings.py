"""Where a project stands, and what it says of itself in `wegwijzer.toml` at its root: packages and settings of rules."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from wegwijzer.kinds.extensions import ExtensionError, use
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.own import TREES
from wegwijzer.locale import DANGER, language, say, say_instead, speak
from wegwijzer.locale.catalogue import languages
from wegwijzer.locale.default import LANGUAGE
from wegwijzer.model.fields import COLOUR, MAIL
from wegwijzer.workplace import MAIN, SECOND, assumed, paint_in, publish_at, shown_as

SETTINGS = "wegwijzer.toml"
PERSON = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where an environment says which language a person speaks, the first one that is there."""
TOLD = re.compile(r"line (\d+), column (\d+)")
ASKED = re.compile(r"""^language\s*=\s*["']?(\w+)""", re.MULTILINE)
"""The language in a file that is no TOML: what is wrong with the file is told in it all the same."""


class SettingsError(Exception):
    """The settings cannot be followed; the message says where and why."""


def find_root(path: Path) -> Path | None:
    """The project folder that holds `path`: the nearest one with trees/ and data/, else the one whose trees/ it is in."""
    start = path.resolve()
    folders = (start, *start.parents)
    for folder in folders:
        if (folder / "trees").is_dir() and (folder / "data").is_dir():
            return folder
    for folder in folders:
        trees = folder / "trees"
        if trees.is_dir() and (folder == start or trees in folders):
            return folder
    return None


@dataclass(frozen=True)
class SettingsFile:
    """The text of the settings, empty when there is no such file, and the path that messages show."""

    text: str = ""
    shown: str = SETTINGS

    def values(self) -> dict[str, Any]:
        """What the file says. Raises tomllib.TOMLDecodeError."""
        return tomllib.loads(self.text)

    def place(self, *keys: str, at_key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of the value, or with `at_key` of its key, at a path of keys.

        The parser tells no places. But the first lines of the file that together have the key end with its value, and
        all of them but those of the value can be read without it.
        """
        lines, start = self.text.split("\n"), 0
        for end in range(1, len(lines) + 1):
            try:
                found = tomllib.loads("\n".join(lines[:end]))
            except tomllib.TOMLDecodeError:
                continue
            if _has(found, keys):
                return start + 1, _column(lines[start], keys[-1], at_key=at_key)
            start = end
        return 1, 1


def _has(found: Any, keys: Sequence[str]) -> bool:
    for key in keys:
        if not isinstance(found, dict) or key not in found:
            return False
        found = found[key]
    return True


def _column(line: str, key: str, *, at_key: bool) -> int:
    named = re.search(rf"(?<![\w-])(['\"]?){re.escape(key)}\1(?![\w-])\s*(=\s*)?", line)
    if named is None:
        return 1
    return (named.start() if at_key or not named.group(2) else named.end()) + 1


def read_settings_file(root: Path | None) -> SettingsFile:
    """The settings of the project in a folder. Raises SettingsError, in their language, when nobody can read them."""
    place = root / SETTINGS if root else None
    if place is None or not place.is_file():
        return SettingsFile()
    try:
        file = SettingsFile(place.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
        file.values()
    except UnicodeDecodeError:
        _speak_as_asked(place.read_bytes().decode("latin-1"))
        raise SettingsError(say("settings.unreadable", file=SETTINGS)) from None
    except tomllib.TOMLDecodeError as error:
        _speak_as_asked(file.text)
        line, column = told.groups() if (told := TOLD.search(str(error))) else (file.text.count("\n") + 1, 1)
        raise SettingsError(say("settings.no_toml", file=SETTINGS, line=line, column=column)) from None
    return file


def speak_as(root: Path | None) -> None:
    """Speak the language of the project in a folder, as far as its settings can be read: what is wrong is told later.

    Where no project is, that of the person counts: what the environment says, as for any program.
    """
    if root is None:
        asked = next((os.environ[name] for name in PERSON if os.environ.get(name)), "")
        speak_like(asked[:2])
        return
    with suppress(SettingsError):
        _speak(read_settings_file(root))


def _speak(file: SettingsFile) -> None:
    code = file.values().get("language", assumed("language") or LANGUAGE)
    if code not in languages():
        speak_like(str(code))
        line, column = file.place("language")
        names = ", ".join(f'"{name}"' for name in languages())
        raise SettingsError(say("settings.no_language", file=SETTINGS, line=line, column=column, languages=names))
    speak_like(code)


def _speak_as_asked(text: str) -> None:
    """Speak the language that stands in settings which nobody can read as a whole."""
    if asked := ASKED.search(text):
        speak_like(asked[1])


def speak_like(code: str) -> None:
    """Speak a language, also for who called it `en-GB` or `English`; nothing changes when there is none like it."""
    found = code if code in languages() else code[:2].lower()
    if found in languages() and found != language():
        speak(found)
        KINDS.show({TREES.name: say("address.tree")})


@dataclass(frozen=True)
class ProjectSettings:
    """What a project says of itself and its site, as far as that is possible; what is wrong, the checker tells (W016)."""

    name: str = ""
    danger: str = ""
    disclaimer: str = ""
    address: str = ""
    source: str = ""
    contact: str = ""
    wizards: str = ""
    embedding: str = ""
    workbench: str = ""
    offline: bool = True
    keep: tuple[str, ...] = ()
    main: str = MAIN
    second: str = SECOND


WORDS = re.compile(r"\S[^\n]*")
ADDRESS = re.compile(r"https://[^\s\"'<>]+")
FOLDER = re.compile(r"(?:[a-z0-9-]+/)+")
DAY = re.compile(r"2\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
STATEMENT = "accessibility"
"""The block of the accessibility statement (see `wegwijzer.kinds.statement`)."""


@dataclass(frozen=True)
class SiteKey:
    """What the text of a key must look like, and the name in the catalogue of the words that say so.

    `holds` is `list` for several such texts, and `bool` for a switch, which is no text.
    """

    looks: re.Pattern[str]
    words: str
    holds: type[str | list[str] | bool] = str

    def fits(self, value: Any) -> bool:
        """Whether this may stand there."""
        if type(value) is not self.holds:
            return False
        texts: Any = [] if self.holds is bool else [value] if self.holds is str else value
        return all(isinstance(text, str) and self.looks.fullmatch(text) for text in texts)

    def write(self, key: str) -> str:
        """What to write at this key, with an example."""
        return say(f"settings.{self.words}", key=key)


SITE_KEYS: dict[tuple[str, str], SiteKey] = {
    ("", "name"): SiteKey(re.compile(r"\S(?:.{0,58}\S)?"), "name"),
    ("", "danger"): SiteKey(
        re.compile(r"(?:[^\[\]\n]|\[[^\]\[\n]+\]\((?:tel:\+?[0-9]+|/(?:[a-z0-9-]+/)*)\))*"), "danger"
    ),
    ("", "disclaimer"): SiteKey(WORDS, "disclaimer"),
    ("site", "address"): SiteKey(ADDRESS, "address"),
    ("site", "source"): SiteKey(re.compile(r"https://[^\s\"'<>]*\{file\}[^\s\"'<>]*"), "source"),
    ("site", "contact"): SiteKey(MAIL, "contact"),
    ("site", "wizards"): SiteKey(re.compile(r"(?:[a-z0-9-]+/)*\{0\}/"), "wizards"),
    ("site", "embedding"): SiteKey(FOLDER, "embedding"),
    ("site", "workbench"): SiteKey(FOLDER, "workbench"),
    ("site", "offline"): SiteKey(re.compile(""), "offline", bool),
    ("site", "keep"): SiteKey(FOLDER, "keep", list),
    ("colours", "main"): SiteKey(COLOUR, "colour"),
    ("colours", "second"): SiteKey(COLOUR, "colour"),
    (STATEMENT, "page"): SiteKey(FOLDER, "page"),
    (STATEMENT, "publisher"): SiteKey(WORDS, "publisher"),
    (STATEMENT, "law"): SiteKey(WORDS, "law"),
    (STATEMENT, "standard"): SiteKey(WORDS, "standard"),
    (STATEMENT, "status"): SiteKey(re.compile("full|partial|none"), "status"),
    (STATEMENT, "confirmed"): SiteKey(DAY, "day"),
    (STATEMENT, "method"): SiteKey(re.compile("self|third-party"), "method"),
    (STATEMENT, "prepared"): SiteKey(DAY, "day"),
    (STATEMENT, "reviewed"): SiteKey(DAY, "day"),
    (STATEMENT, "mail"): SiteKey(MAIL, "mail"),
    (STATEMENT, "form"): SiteKey(ADDRESS, "link"),
    (STATEMENT, "phone"): SiteKey(re.compile(r"\+?[0-9][0-9 ./]{4,20}"), "phone"),
    (STATEMENT, "enforcement"): SiteKey(WORDS, "enforcement"),
    (STATEMENT, "enforcement_link"): SiteKey(ADDRESS, "link"),
}
"""Block and key → what may stand there."""


def project_settings(file: SettingsFile) -> ProjectSettings:
    """What a file says of the project. SOURCE_URL and CONTACT in the environment go before it."""
    found: dict[str, Any] = {key: value for (block, key), value in fitting(file).items() if block != STATEMENT}
    found["keep"] = tuple(found.get("keep", ()))
    for key in ("main", "second"):
        if key in found:
            found[key] = found[key].lstrip("#").upper()
    found |= {
        key: os.environ[name] for key, name in (("source", "SOURCE_URL"), ("contact", "CONTACT")) if name in os.environ
    }
    return ProjectSettings(**found)


def fitting(file: SettingsFile) -> dict[tuple[str, str], Any]:
    """What a file gives to keys of `SITE_KEYS`, as far as it can stand there."""
    values = file.values()
    blocks: dict[str, Any] = {block: values if not block else values.get(block) for block, _ in SITE_KEYS}
    found = {
        (block, key): written(blocks[block][key])
        for block, key in SITE_KEYS
        if isinstance(blocks[block], dict) and key in blocks[block]
    }
    return {place: value for place, value in found.items() if SITE_KEYS[place].fits(value)}


def written(value: Any) -> Any:
    """A value as text, when it is a day of TOML without quotes; anything else as it is."""
    return value.isoformat() if type(value) is date else value


def follow(root: Path | None) -> SettingsFile:
    """Follow all that the project in a folder asks for, also for its site. Gives its settings. Raises SettingsError."""
    file = use_extensions(root)
    settings = project_settings(file)
    publish_at(settings.address or assumed("address"))
    paint_in(shown_as("main") or settings.main, shown_as("second") or settings.second)
    return file


def use_extensions(root: Path | None) -> SettingsFile:
    """Follow what the project in a folder asks for: its language, its extensions and its words. Gives its settings.

    Raises SettingsError.
    """
    if root is None:  # a file on its own says nothing of a project: what counts, goes on counting
        return SettingsFile()
    file = read_settings_file(root)
    _speak(file)
    names = file.values().get("extensions", [])
    line, column = file.place("extensions")
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        where = {"file": SETTINGS, "line": line, "column": column}
        raise SettingsError(say("settings.no_names", **where, hint=say("settings.extensions")))
    try:
        for name in names:
            use(name)
    except ExtensionError as error:
        raise SettingsError(say("settings.package", file=SETTINGS, line=line, column=column, why=error)) from None
    settings = project_settings(file)
    words = {
        "site.name": shown_as("name") or settings.name or assumed("name"),
        DANGER: settings.danger,
        "tree.disclaimer": settings.disclaimer,
    }
    say_instead({key: text for key, text in words.items() if text})
    KINDS.show({TREES.name: settings.wizards or say("address.tree")})
    return file
