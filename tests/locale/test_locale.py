"""The words of people: none missing, none left over, in every language the same keys with the same values."""

from __future__ import annotations

import ast
import re
from dataclasses import fields, is_dataclass
from string import Formatter

import pytest

from helpers import ROOT, speaking
from municipal import records
from wegwijzer import model
from wegwijzer.check.rules import rules
from wegwijzer.kinds import KINDS
from wegwijzer.locale import DOMAINS, date, figure, said_instead, say, say_instead, words_of
from wegwijzer.locale.catalogue import languages
from wegwijzer.model import Target, local, safety, search

PACKAGES = ("wegwijzer", "municipal")
FIRST = "nl"
SPOKEN = [(package, code) for package in PACKAGES for code in languages(package)]
"""Each package with each of its languages: an extension need not speak all those of the kit."""
OTHERS = [(package, code) for package, code in SPOKEN if code != FIRST]
WORDS = {
    key: text for package in PACKAGES for domain in DOMAINS for key, text in words_of(package, FIRST, domain).items()
}
SOURCES = sorted(path for folder in ("src", "scripts") for path in (ROOT / folder).rglob("*.py"))
SCRIPTS = sorted(path for folder in ("src",) for path in (ROOT / folder).rglob("*.*js"))
SAYING = {"say", "_say", "words"}
PER_RECORD = ("field.", "example.", "record.", "register.")
"""Keys that follow from the records and kinds of content: tested as a whole."""


def calls(path):
    """Every call of say() in a file: its first argument and its keyword names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING and node.args:
            yield node.args[0], {keyword.arg for keyword in node.keywords}


def keys_of(argument):
    """The keys that an argument of say() may be: (whole keys, beginnings of keys)."""
    if isinstance(argument, ast.Constant):
        return {argument.value}, set()
    if isinstance(argument, ast.IfExp):
        (one, begun), (other, too) = keys_of(argument.body), keys_of(argument.orelse)
        return one | other, begun | too
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


def values_in(text):
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_key_that_is_said_exists():
    """No source asks for a word that is not there, nor for a group of words that has none."""
    whole, begun = said()
    assert len(whole) > 400
    assert set() == whole - set(WORDS)
    assert set() == {start for start in begun if not any(key.startswith(start) for key in WORDS)}


def test_every_word_is_used():
    """No word is left over: each key stands in a source, or begins as one that a source builds."""
    _, begun = said()
    texts = "\n".join(path.read_text(encoding="utf-8") for path in (*SOURCES, *SCRIPTS))
    mentioned = set(re.findall(r"""["'`]([A-Za-z][\w]*\.[a-z_0-9]+)["'`]""", texts))
    begun -= set(PER_RECORD)
    mentioned |= {
        f"{rule.code}.{bound.name}{end}" for rule in rules() for bound in rule.bounds for end in ("", "_unit")
    }
    left = [key for key in WORDS if key not in mentioned and not any(key.startswith(start) for start in begun)]
    assert [] == [key for key in left if not key.startswith(PER_RECORD)]


def test_every_record_and_field_has_words_and_no_other_has():
    """What a contributor may write is called and told of, field by field; so is each register."""
    modules = (model, local, safety, search, records)
    found = {
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and is_dataclass(kind) and kind is not Target
    }
    written = {
        f"field.{kind.__name__}.{item.name}" for kind in found for item in fields(kind) if not item.metadata["open"]
    }
    written |= {
        f"example.{kind.__name__}.{item.name}" for kind in found for item in fields(kind) if item.metadata["example"]
    }
    named = {f"record.{record.__name__}" for kind in KINDS.kinds for record in kind.records}
    listed = {f"register.{each.key}.noun" for each in KINDS.listed.values()}
    listed |= {f"register.{each.key}.word" for each in KINDS.registers.values()}
    listed |= {
        f"register.{each.key}.{word}" for each in KINDS.in_actions.values() for word in ("in_actions", "heading")
    }
    assert written | named | listed == {key for key in WORDS if key.startswith(PER_RECORD)}


def test_words_get_the_values_they_need():
    """Where a key is said by name, the values in its braces are given there, none missing and none extra."""
    for path in SOURCES:
        for argument, given in calls(path):
            for key in keys_of(argument)[0]:
                assert given - {None} == values_in(WORDS[key]) or None in given, f"{path.name}: {key}"


def test_unknown_key_is_refused():
    """A key that is not there raises KeyError: a reader never sees a bare key."""
    with pytest.raises(KeyError):
        say("bestaat.niet")


def test_no_key_stands_in_two_catalogues():
    """One key is one text, whichever package and whichever of the two catalogues has it."""
    keys = [key for package in PACKAGES for domain in DOMAINS for key in words_of(package, FIRST, domain)]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize(("package", "code"), SPOKEN)
def test_catalogue_is_whole(package, code, domain):
    """Each text has a key with a group and a name, is not empty, stands where the Dutch one does, and takes what it takes."""
    words, first = words_of(package, code, domain), words_of(package, FIRST, domain)
    assert words
    assert list(first) == list(words)
    for key, text in words.items():
        assert re.fullmatch(r"[A-Za-z]\w*(\.[\w-]+){1,2}", key)
        assert text.strip()
        assert values_in(first[key]) == values_in(text), key


SAME = {
    "en": frozenset(
        """
        command.code compare.was dossier.route offline.stop site.name example.Task.who example.Task.within explain.settings pack.png
        command.pdf example.Choice.as_ example.Colours.main example.Colours.second example.LocalFile.logo W604.when map.png map.svg pack.poster pack.svg paper.poster part.argument part.document proposal.file_changed register.contacts.noun urgency.later workbench.yaml
        """.split()  # noqa: SIM905 - one long list reads better as text
    )
}
"""Texts that are the same in another language as in Dutch, because the words are."""


@pytest.mark.parametrize(("package", "code"), OTHERS)
def test_every_text_is_translated(package, code):
    """No text is the Dutch one still, but for words that both languages have; none of those is in the list for nothing."""
    pairs = [
        (key, text, first[key])
        for domain in DOMAINS
        for first in [
            words_of(package, FIRST, domain)
        ]  # read once a catalogue: reading takes far longer than comparing
        for key, text in words_of(package, code, domain).items()
    ]
    assert SAME[code] == {key for key, text, dutch in pairs if text == dutch and re.search(r"[^\W\d_]", bare(text))}
    assert [] == [(key, text) for key, text, _ in pairs if is_dutch(text)]


def bare(text):
    """A text without the names in braces."""
    return re.sub(r"\{[^{}]*\}", "", text)


@pytest.mark.parametrize(("package", "code"), OTHERS)
def test_every_longer_text_is_there(package, code):
    """The texts with a file of their own are those of the Dutch folder, and each is another text."""
    first, other = (ROOT / "src" / package / "locale" / name for name in (FIRST, code))
    names = {file.name for file in first.iterdir() if file.is_file() and file.suffix != ".po"}
    assert names == {file.name for file in other.iterdir() if file.is_file() and file.suffix != ".po"}
    for name in names:
        text = (other / name).read_text(encoding="utf-8")
        assert text != (first / name).read_text(encoding="utf-8")
        assert values_in(text) == values_in((first / name).read_text(encoding="utf-8"))
        assert [] == [line for line in text.splitlines() if is_dutch(line)]


DUTCH = frozenset(
    """
aan als bij dan dat de deze dit door een eens geen haal het hier hoe je jouw jullie kan kies kunnen maar met moet
naar niet nog om ook schrijf staat te tot uit van voor waar wat welke werd wij worden wordt zet zich zijn zo zonder
""".split()  # noqa: SIM905 - one long list reads better as text
)
"""Common words that are no words of English too."""
CONTENT = {"scripts/bench.py": "the tree that is measured"}
"""Where Dutch in the code is content."""
NOT_CODE = ("locale", "nl")
"""Folders that are there for the words of one language."""


def is_dutch(text):
    """Whether a text has two words or more, and one of them is Dutch beyond doubt."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return " " in text and len(words) > 1 and not DUTCH.isdisjoint(words)


def texts_in(file):
    """The texts in a module that are no docstrings, with those of an f-string as one."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    bodies = [node.body for node in ast.walk(tree) if isinstance(getattr(node, "body", None), list)]
    passed = {id(line.value) for body in bodies for line in body if isinstance(line, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            passed |= {id(part) for part in node.values}
            yield "…".join(part.value for part in node.values if isinstance(part, ast.Constant))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield node.value


def test_no_dutch_stands_in_the_code():
    """What people read stands in a catalogue: no text in a module is Dutch, outside the folders of that language."""
    files = [file for file in SOURCES if not set(NOT_CODE) & set(file.parts)]
    assert len(files) > 200
    found = [(file.relative_to(ROOT).as_posix(), text) for file in files for text in texts_in(file) if is_dutch(text)]
    assert [] == [(file, text) for file, text in found if file not in CONTENT]
    assert set(CONTENT) == {file for file, _ in found}


def test_no_dutch_stands_in_the_scripts_of_a_page():
    """The scripts in a page say what the page tells them."""
    quoted = re.compile(r"""([\"'`])((?:(?!\1)[^\\\n])+)\1""")
    for file in SCRIPTS:
        lines = [line.partition("// ")[0] for line in file.read_text(encoding="utf-8").splitlines()]
        found = [text for line in lines for _, text in quoted.findall(line) if is_dutch(text)]
        assert [] == found, file.name


@pytest.mark.parametrize(
    ("code", "thousands", "decimals", "day"),
    [("nl", "1.234.567", "12,5", "2026-03-01"), ("en", "1,234,567", "12.5", "1 March 2026")],
)
def test_numbers_and_dates_are_written_as_people_do(code, thousands, decimals, day):
    """Dutch has a comma for the decimals and points between the thousands, English the other way round."""
    with speaking(code):
        assert (thousands, decimals, day) == (figure(1234567), figure(12.51, 1), date("2026-03-01"))


def test_name_of_a_project_is_said_as_it_is():
    """Braces in it stand for nothing, also when it was said before."""
    before = said_instead()
    say_instead({**before, "site.name": "Elmdorp {1} {"})
    try:
        assert say("site.name") == "Elmdorp {1} {"
        assert said_instead()["site.name"] == "Elmdorp {1} {"
    finally:
        say_instead(before)
