"""What a project sets for its rules in wegwijzer.toml: it counts, and what cannot be is told with its place."""

from __future__ import annotations

import re

import pytest

from helpers import ROOT, project_problems
from wegwijzer.check.pages import free_codes, pages
from wegwijzer.check.rules import rules
from wegwijzer.check.settings import settings_in
from wegwijzer.cli.main import main
from wegwijzer.cli.usage import OK, PROBLEMS
from wegwijzer.kinds.settings import SITE_KEYS, WORDS, SettingsFile
from wegwijzer.locale import say
from wegwijzer.workplace import MAIN, SECOND, contrast

LONG = "Vraag aan de collega die het bericht zag of er toen al anderen op gereageerd hadden."
"""Sixteen words."""
TREE = f"title: Voorbeeld\nstart: ga\nactions:\n  ga: {{title: Luister goed, steps: [{{text: {LONG}}}]}}\n"


def found(settings, tree=TREE):
    """The places, codes and levels of what the checker finds in a tree and in the settings beside it."""
    told = project_problems({"wegwijzer.toml": settings, "trees/boom.yml": tree})
    return [(p.path, p.line, p.code, p.level) for p in told]


def test_a_bound_and_a_level_count():
    """A shorter longest sentence finds more, and the level is the one that was set."""
    assert [] == found("")
    assert [("trees/boom.yml", 4, "W501", "advice")] == found("[rules.W501]\nmost = 12\n")
    assert [("trees/boom.yml", 4, "W501", "error")] == found('[rules]\nW501 = {level = "error", most = 12}\n')
    assert [] == found('rules.W501.most = 12\nrules.W501.level = "off"\n')
    assert [("trees/boom.yml", 1, "W502", "advice")] == found("[rules.W502]\nenough = 5\nsentence = 5.5\n")


def test_a_rule_that_is_off_can_be_switched_on():
    """Nothing is asked before the project wants it."""
    assert [("trees/boom.yml", 4, "W304", "warning")] == found('[rules.W304]\nlevel = "warning"\n')


def test_a_rule_that_counts_as_an_error_here_stops_those_that_require_it():
    """Raised to an error, an unexplained mark is told, and not that nothing looks at it."""
    tree = """
title: Voorbeeld
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, marks: [fel], to: ga}
      blij: {text: Blij, to: ga}
marks:
  luid: {text: het luid was}
actions:
  ga: {title: Luister goed, steps: [Luister.]}
"""
    assert ["W103", "W113"] == sorted(code for _, _, code, _ in found("", tree))
    assert ["W103"] == [code for _, _, code, _ in found('[rules.W103]\nlevel = "error"\n', tree)]


@pytest.mark.parametrize(
    ("settings", "place", "said", "hint"),
    [
        ("[ruls.W501]\nmost = 3\n", (1, 2), "‘ruls’ is geen instelling", "‘rules’"),
        ("extension = []\n", (1, 1), "‘extension’ is geen instelling", "‘extensions’"),
        ("rules = 3\n", (1, 9), "‘rules’ is geen blok", "[rules.W501]"),
        ("# regels\n\n[rules.W510]\n[rules.W599]\nlevel = 'off'\n", (4, 8), "geen regel ‘W599’", "‘W509’"),
        ("[rules.w501]\nmost = 3\n", (1, 8), "geen regel ‘w501’", "‘W501’"),
        ("[rules.W002]\nlevel = 'off'\n", (1, 8), "W002 zegt dat een bestand niet te lezen is", "Haal dit blok weg."),
        ("[rules]\nW501 = 'off'\n", (2, 8), "‘W501’ is geen blok", "[rules.W501]"),
        ("[rules.W501]\n\n  mots = 12\n", (3, 3), "W501 heeft geen ‘mots’", "‘most’"),
        ("[rules.W503]\nmost = 12\n", (2, 1), "W503 heeft geen ‘most’", "level"),
        ("[rules.W501]\nmost = '12'\n", (2, 8), "‘12’ is geen geheel getal", "most = 25"),
        ("[rules.W501]\nmost = 12.5\n", (2, 8), "‘12.5’ is geen geheel getal", "most = 25"),
        ("[rules.W501]\nmost = true\n", (2, 8), "‘True’ is geen geheel getal", "most = 25"),
        ("[rules.W501]\nmost = [\n  1,\n]\n", (2, 8), "Dit is geen geheel getal", "most = 25"),
        ("[rules.W502]\nease = nan\n", (2, 8), "‘nan’ is geen getal", "ease = 60.0"),
        ("[rules.W501]\nmost = 0\n", (2, 8), "0 kan niet voor ‘most’", "minstens 1"),
        ("[rules.W403]\nshort = 500\n", (2, 9), "500 kan niet voor ‘short’", "hoogstens 80 tekens"),
        ("[rules.W501]\r\nlevel = 'warn'\r\n", (2, 9), "‘warn’ is geen niveau", "‘warning’"),
        ("[rules.W501]\nlevel = 1\n", (2, 9), "‘1’ is geen niveau", '"advice", "off"'),
        ("[rules.W501]\nlevel = ['off']\n", (2, 9), "Dit is geen niveau", '"advice", "off"'),
        ("[rules.W404]\nlevel = 'off'\n", (2, 9), "veiligheid beschermt de lezer", "Haal deze instelling weg."),
        ("[rules.W403]\nlevel = 'advice'\n", (2, 9), "veiligheid beschermt de lezer", '"error", "warning"'),
        ("[rules.W201]\nlevel = 'warning'\n", (2, 9), "het bewijs rekenen erop", "Haal deze instelling weg."),
        ("rules.W501 = {level = 'off', mots = 3}\n", (1, 30), "W501 heeft geen ‘mots’", "‘most’"),
        ('[rules."W501"]\n"mots" = 3\n', (2, 1), "W501 heeft geen ‘mots’", "‘most’"),
    ],
)
def test_a_setting_that_cannot_be_is_told_with_its_place(settings, place, said, hint):
    """One message with line and column, what is wrong and what to write instead; the rule goes on as it was."""
    (problem,) = project_problems({"wegwijzer.toml": settings, "trees/boom.yml": TREE})
    assert ("wegwijzer.toml", *place, "W016", "error") == (
        problem.path,
        problem.line,
        problem.column,
        problem.code,
        problem.level,
    )
    assert said in problem.message
    assert hint in problem.hint


def test_all_is_told_at_once_and_the_rest_counts():
    """Two mistakes give two messages, and the setting that is right still counts."""
    told = found("[rules.W501]\nmost = 12\nlevel = 'hard'\n[rules.W999]\n")
    assert [("trees/boom.yml", 4, "W501"), ("wegwijzer.toml", 3, "W016"), ("wegwijzer.toml", 4, "W016")] == [
        each[:3] for each in told
    ]


def test_no_error_and_no_safety_rule_can_be_lowered():
    """Of every rule of which an error is expected elsewhere, and of every rule on safety."""
    for rule in rules():
        file = SettingsFile(f'[rules.{rule.code}]\nlevel = "off"\n')
        settings, wrong = settings_in(file)
        kept = rule.level == "error" or rule.code.startswith("W4")
        assert kept == bool(wrong)
        assert (rule.level if kept else "off") == settings.level(rule)


def test_every_bound_says_what_it_is():
    """A bound has a name of its own within its rule, a unit and words, and its default is possible."""
    bounds = [(rule, bound) for rule in rules() for bound in rule.bounds]
    assert len(bounds) > 10
    for rule, bound in bounds:
        assert re.fullmatch(r"[a-z]+", bound.name)
        assert bound.name != "level"
        assert 1 == [each.name for each in rule.bounds].count(bound.name)
        assert say(f"{rule.code}.{bound.name}")
        assert say(f"{rule.code}.{bound.name}_unit")
        assert bound.least <= bound.value <= (bound.most or bound.value)


def test_pages_show_what_holds_here(tmp_path, monkeypatch, capsys):
    """`explain` shows the level and the bounds of the project in which one stands."""
    (tmp_path / "trees").mkdir()
    (tmp_path / "wegwijzer.toml").write_text('[rules.W501]\nlevel = "warning"\nmost = 20\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert OK == main(["explain", "w501"])
    told = capsys.readouterr().out
    assert "(waarschuwing; zonder instelling: advies)" in told.splitlines()[0]
    assert "`most`: zoveel woorden telt een zin hoogstens. Nu 20 woorden (zonder instelling: 25)." in told
    assert "zet deze regel aan" in pages()["W304"].markdown()
    assert "*Staat uit.*" in pages()["W304"].markdown()
    (tmp_path / "wegwijzer.toml").write_text("[rules.W501]\nmots = 20\n", encoding="utf-8")
    assert PROBLEMS == main(["explain", "w501"])
    assert "wegwijzer.toml:2:1: fout W016" in capsys.readouterr().err


def test_check_shows_the_line_of_a_setting(tmp_path, monkeypatch, capsys):
    """The report shows the line itself, and checking one file tells it as well."""
    (tmp_path / "trees").mkdir()
    (tmp_path / "trees/boom.yml").write_text(TREE, encoding="utf-8")
    (tmp_path / "wegwijzer.toml").write_text("[rules.W501]\nmots = 20\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for path in (".", "trees/boom.yml"):
        assert PROBLEMS == main(["check", path])
        told = capsys.readouterr().out
        assert "wegwijzer.toml:2:1: fout W016 W501 heeft geen ‘mots’" in told
        assert "2 | mots = 20" in told


def test_free_codes_come_after_all_that_were_given(monkeypatch, capsys):
    """Each group has a next code; none is taken, and none lies below one that is."""
    monkeypatch.chdir(ROOT)
    free, taken = free_codes(), set(pages())
    assert ["W0", "W1", "W2", "W3", "W4", "W5", "W6"] == [code[:2] for code in free]
    assert all(code > max(one for one in taken if one[:2] == code[:2]) for code in free)
    assert OK == main(["explain", "--free"])
    assert list(free) == [line.split()[0] for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("settings", "place", "said", "hint"),
    [
        ("name = 3\n", (1, 8), "‘name’ kan niet ‘3’ zijn", 'name = "'),
        ('name = ""\n', (1, 8), "‘name’ kan niet ‘’ zijn", "hoogstens 60 tekens"),
        (f'name = "{"a" * 61}"\n', (1, 8), "‘name’ kan niet", "hoogstens 60 tekens"),
        ('disclaimer = ""\n', (1, 14), "‘disclaimer’ kan niet ‘’ zijn", 'disclaimer = "'),
        ("danger = true\n", (1, 10), "‘danger’ kan niet", "(tel:112)"),
        ('danger = "Bel [112](https://112.be)."\n', (1, 10), "‘danger’ kan niet", "(tel:112)"),
        ('danger = "Bel nu. [Noodkaart](//elders.be/)"\n', (1, 10), "‘danger’ kan niet", "(tel:112)"),
        ('danger = "Bel [112](tel:112."\n', (1, 10), "‘danger’ kan niet", "(tel:112)"),
        ("site = 3\n", (1, 8), "‘site’ is geen blok", "Schrijf [site], en eronder: contact ="),
        ('[site]\nadress = "x"\n', (2, 1), "‘adress’ is geen instelling", "‘address’"),
        ('[site]\naddress = "www.voorbeeld.be"\n', (2, 11), "‘address’ kan niet ‘www.voorbeeld.be’", "https://"),
        ('[site]\naddress = "http://voorbeeld.be/"\n', (2, 11), "‘address’ kan niet", "https://"),
        ('[site]\naddress = ["https://voorbeeld.be/"]\n', (2, 11), "‘address’ kan niet dit zijn", "https://"),
        ('[site]\nsource = "https://voorbeeld.be/edit/"\n', (2, 10), "‘source’ kan niet", "{file}"),
        ('[site]\ncontact = "web"\n', (2, 11), "‘contact’ kan niet ‘web’", "mailadres"),
        ('[site]\nwizards = "keuzehulp/"\n', (2, 11), "‘wizards’ kan niet", "{0}"),
        ('[site]\nembedding = "https://voorbeeld.be/"\n', (2, 13), "‘embedding’ kan niet", "trainers/insluiten/"),
        ('[site]\nkeep = "noodkaart/"\n', (2, 8), "‘keep’ kan niet", 'keep = ["noodkaart/"]'),
        ('[site]\nkeep = ["noodkaart"]\n', (2, 8), "‘keep’ kan niet", 'keep = ["noodkaart/"]'),
        ('[site]\noffline = "nee"\n', (2, 11), "‘offline’ kan niet ‘nee’", "offline = false"),
        ("[site]\noffline = 1\n", (2, 11), "‘offline’ kan niet", "offline = false"),
        ('[accessibility]\npages = "over/"\n', (2, 1), "‘pages’ is geen instelling", "‘page’"),
        ('[accessibility]\npage = "/over.html"\n', (2, 8), "‘page’ kan niet", "over/toegankelijkheid/"),
        ('[accessibility]\nstatus = "volledig"\n', (2, 10), "‘status’ kan niet ‘volledig’", '"full", "partial"'),
        ("[accessibility]\nreviewed = 2026\n", (2, 12), "‘reviewed’ kan niet ‘2026’", "2026-11-29"),
        ('[accessibility]\nreviewed = "2026-13-01"\n', (2, 12), "‘reviewed’ kan niet", "2026-11-29"),
        ('[accessibility]\nform = "mailto:web@voorbeeld.be"\n', (2, 8), "‘form’ kan niet", "https://"),
        ('[accessibility]\nphone = "bel ons"\n', (2, 9), "‘phone’ kan niet", "02 000"),
        ('[accessibility]\nexceptions = "pdf"\n', (2, 14), "‘exceptions’ is geen blok", "accessibility.exceptions.pdf"),
        ("colours = '#0b5563'\n", (1, 11), "‘colours’ is geen blok", 'Schrijf [colours], en eronder: main = "#0b5563"'),
        ('[colours]\nthird = "#000000"\n', (2, 1), "‘third’ is geen instelling", ""),
        ('[colours]\nmain = "#05a"\n', (2, 8), "‘main’ kan niet ‘#05a’ zijn", 'main = "#0b5563"'),
        ('[colours]\nsecond = "red"\n', (2, 10), "‘second’ kan niet ‘red’ zijn", 'second = "#0b5563"'),
        ('[colours]\nmain = "#FFCC00"\n', (2, 8), "op #FFCC00 maar een contrast van 1,5", "minstens 4,5"),
        ('[colours]\nsecond = "#777777"\n', (2, 10), "op #777777 maar een contrast van 4,4", "minstens 4,5"),
    ],
)
def test_what_a_site_cannot_be_is_told_with_its_place(settings, place, said, hint):
    """Of the site itself too: one message for a wrong type, an unknown key, a text that does not fit, a light colour."""
    (problem,) = project_problems({"wegwijzer.toml": settings, "trees/boom.yml": TREE})
    assert ("wegwijzer.toml", *place, "W016", "error") == (
        problem.path,
        problem.line,
        problem.column,
        problem.code,
        problem.level,
    )
    assert said in problem.message
    assert hint in problem.hint


def test_every_setting_of_the_site_refuses_something():
    """No key takes anything: each has a text that it refuses, and the example in its message is one that it takes."""
    for (block, key), wanted in SITE_KEYS.items():
        head = f"[{block}]\n" if block else ""
        refused = "" if wanted.looks == WORDS or key == "name" else "["
        _, wrong = settings_in(SettingsFile(f"{head}{key} = '{refused}'\n"))
        assert [key in problem.message for problem in wrong] == [True], key
        example = re.search(rf'{key} = ("[^"]*"|\["[^"]*"\]|false)', wrong[0].hint)
        assert example, key
        told = settings_in(SettingsFile(f"{head}{example[0]}\n"))[1]
        assert [] == [problem for problem in told if "kan niet" in problem.message], key


def test_the_colours_of_the_kit_are_dark_enough():
    """White on each of them can be read, and the ratios are those of WCAG: 21 for black on white, 4.48 for #777777."""
    assert all(contrast(colour, "FFFFFF") >= 4.5 for colour in (MAIN, SECOND))
    assert 21 == pytest.approx(contrast("000000", "FFFFFF"))
    assert 4.48 == pytest.approx(contrast("FFFFFF", "777777"), abs=0.01)
