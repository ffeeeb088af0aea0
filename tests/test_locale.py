"""The words of the interface: none missing, none left over."""

from __future__ import annotations

import ast
import re
from string import Formatter

import pytest

from helpers import ROOT
from wegwijzer.locale import say
from wegwijzer.locale.nl import WORDS

SOURCES = sorted(
    path for folder in ("src", "scripts") for path in (ROOT / folder).rglob("*.py") if "locale" not in path.parts
)
SCRIPTS = sorted(path for folder in ("scripts", "docs/assets") for path in (ROOT / folder).rglob("*.*js"))
SAYING = {"say", "_say", "words"}


def calls(path):
    """Every call of say() in a file: its first argument and its keyword names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
            yield node.args[0], {keyword.arg for keyword in node.keywords}


def keys_of(argument):
    """The keys that an argument of say() may be: (whole keys, beginnings of keys)."""
    if isinstance(argument, ast.Constant):
        return {argument.value}, set()
    if isinstance(argument, ast.IfExp):
        return keys_of(argument.body)[0] | keys_of(argument.orelse)[0], set()
    start = argument.values[0] if isinstance(argument, ast.JoinedStr) else getattr(argument, "left", None)
    return set(), {start.value} if isinstance(start, ast.Constant) else set()


def said():
    """All keys and beginnings of keys that the Python sources say."""
    whole, begun = set(), set()
    for path in SOURCES:
        for argument, _ in calls(path):
            found = keys_of(argument)
            whole |= found[0]
            begun |= found[1]
    return whole, begun


def test_every_key_that_is_said_exists():
    """No source asks for a word that is not there, nor for a group of words that has none."""
    whole, begun = said()
    assert set() == whole - set(WORDS)
    assert set() == {start for start in begun if not any(key.startswith(start) for key in WORDS)}


def test_every_word_is_used():
    """No word is left over: each key stands in a source, or begins as one that a source builds."""
    _, begun = said()
    texts = "\n".join(path.read_text(encoding="utf-8") for path in (*SOURCES, *SCRIPTS))
    mentioned = set(re.findall(r"""["'`]([a-z]+\.[a-z_]+)["'`]""", texts))
    assert [] == [key for key in WORDS if key not in mentioned and not any(key.startswith(start) for start in begun)]


def test_words_get_the_values_they_need():
    """Where a key is said by name, the values in its braces are given there, none missing and none extra."""
    for path in SOURCES:
        for argument, given in calls(path):
            for key in keys_of(argument)[0]:
                fields = {name for _, name, _, _ in Formatter().parse(WORDS[key]) if name}
                assert given - {None} == fields or None in given, f"{path.name}: {key}"


def test_unknown_key_is_refused():
    """A key that is not there raises KeyError: a reader never sees a bare key."""
    with pytest.raises(KeyError):
        say("bestaat.niet")


@pytest.mark.parametrize("key", WORDS)
def test_keys_have_a_group_and_a_name(key):
    """A key is a group and a name, and its text is not empty."""
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", key)
    assert WORDS[key].strip()
