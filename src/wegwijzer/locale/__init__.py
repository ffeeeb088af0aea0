"""Every word that people read, by key: `say` finds it in the language of the project.

A language is a folder here (`nl/`) with two catalogues of gettext. `interface.po` has what a reader sees, in every form;
`messages.po` what somebody who writes content sees: the command line, the checker, the page with all keys. `rules/` beside
them explains the codes of the checker. An extension brings the same folder for words of its own.

A wheel holds each catalogue as a module (`pyproject.toml` names what makes them), so that walking needs no library and the
browser no file. Where that module is not there, as in a checkout, `catalogue` reads the `.po` file itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from wegwijzer.locale.default import LANGUAGE

KIT = "wegwijzer"
DOMAINS = ("interface", "messages")
"""The catalogues of a language, in the order in which a key is looked up."""
DANGER = "site.danger"
"""Under which key a project says whom to call when someone is in danger: a sentence with links to numbers."""
_packages = [KIT]
_instead: dict[str, str] = {}
_languages = [LANGUAGE]


def say(key: str, /, **values: object) -> str:
    """The text under `key`, with its values filled in. Raises KeyError for an unknown key."""
    return _text(key).format(**values)


def figure(value: float, digits: int = 0) -> str:
    """A number with so many decimals, as people write it: `1.234,5`."""
    return _written(f"{value:,.{digits}f}")


def number(value: float) -> str:
    """A number with the decimals that it has, as people write it."""
    return figure(value) if value == int(value) else _written(f"{value:,}")


def _written(digits: str) -> str:
    marks = {",": say("number.thousands"), ".": say("number.decimal")}
    return "".join(marks.get(letter, letter) for letter in digits)


def date(day: str) -> str:
    """A day of the calendar, `2027-11-01`, as people write it."""
    year, month, number = day.split("-")
    return say("date.written", year=year, month=say(f"month.{int(month)}"), day=int(number))


def language() -> str:
    """The code of the language in which everything is said: `nl`."""
    return _languages[0]


def speak(code: str) -> None:
    """Say everything in another language from now on; a process works for one project."""
    if code != language():
        _languages[:] = [code]
        _text.cache_clear()


def say_instead(words: Mapping[str, str]) -> None:
    """Take what a project says of itself, by key: its name, and whom to call. It goes before the words of the kit."""
    if dict(words) != _instead:
        _instead.clear()
        _instead.update(words)
        _text.cache_clear()


def said_instead() -> dict[str, str]:
    """What the project says of itself, by key."""
    return dict(_instead)


def use_words_of(package: str) -> None:
    """Let the words of an extension count. Those of the kit stay as they are."""
    if package not in _packages:
        _packages.append(package)
        _text.cache_clear()


def words_of(package: str, code: str, domain: str) -> dict[str, str]:
    """One catalogue: key → text. Empty when the package has none in this language."""
    words: dict[str, str]
    try:
        words = import_module(f"{package}.locale.{code}.{domain}").WORDS
    except ModuleNotFoundError:
        words = import_module("wegwijzer.locale.catalogue").read(package, code, domain)
    return words


@cache
def _text(key: str) -> str:
    if key in _instead:  # no braces in it stand for a value
        return _instead[key].replace("{", "{{").replace("}", "}}")
    for domain in DOMAINS:
        for package in _packages:
            words = _words(package, language(), domain)
            if key in words:
                return words[key]
    raise KeyError(key)


_words = cache(words_of)
