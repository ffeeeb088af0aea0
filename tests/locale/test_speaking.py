"""A project in English speaks it everywhere: in every form of a tree, and on the command line, also of what is wrong."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from everything import forms, readable
from helpers import ROOT, load, mostly_slow, speaking
from wegwijzer.cli.main import main
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.locale import DOMAINS, words_of
from wegwijzer.render.bare import embed_page, offline_page
from wegwijzer.render.documents import take
from wegwijzer.render.html import live_html, tree_html
from wegwijzer.render.overview import overview_dot
from wegwijzer.render.site import Site
from wegwijzer.render.trainer import pack_html, shared_html
from wegwijzer.walk.walker import Walker

TREE = """
title: Do you reply to a message?
summary: For anyone who reads messages.
sources: [handbook]
review: {owner: editors, by: 2027-11-01}
uses: [choices]
start: tone
chapters:
  first: {title: Looking, start: tone}
marks:
  hurry: {text: you are in a hurry}
questions:
  tone:
    text: What do you see?
    short: Seen?
    help: Look twice.
    choose: many
    min: 2
    answers:
      angry: {text: Angry words, sources: [{id: handbook, part: Part 3}]}
      joke: {text: A joke}
      nothing: {text: Nothing at all, exclusive: true}
    to: [{when: {none: [tone.joke]}, to: hide}, {when: {all: [tone.angry]}, to: how-many}, {to: read}]
  how-many: {text: How many?, fill: {kind: number, unit: messages, max: 3, optional: true}, to: hide}
  read: {text: Did anyone read it?, answers: {people: {text: Some people, marks: [hurry], to: hide}, nobody: {text: Nobody, to: wait}}}
  hide:
    policy: choices.visible
    answers: {hidden: {to: hide-it}, left: {to: finish}, nog-niet-beslist: {to: wait}}
actions:
  wait: {title: Wait, urgency: later, steps: [Wait a day.]}
  hide-it: {title: Hide it, urgency: vandaag, steps: [Hide the message.], to: finish}
  finish:
    title: Finish
    short: Finish
    urgency: meteen
    contact: none
    help: People will ask.
    document: [{text: Our text, style: heading, when: {all: [hurry]}}, {text: Plain text., sources: [editors]}]
    steps:
      - {text: Call a lawyer., who: moderator, within: 24h, points: [Note the day.], sources: [editors]}
      - {text: Keep a copy., when: {any: [tone.angry, tone.joke], none: [hurry]}}
      - {text: Tell 2 people., when: {all: [choices.visible.left]}, within: 1d}
    reply: Thanks for your message.
    contacts: [desk, line]
    see: [choices]
    sources: [handbook, piece]
    to: choices/visible
closing: [Tell your team.]
cases:
  - title: A first case
    post: A message.
    answers: {tone: [angry, joke], how-many: "5", hide: left}
    ends_in: finish
    why: It shows both.
"""
CHOICES = """
title: What our organisation chose
start: visible
questions:
  visible:
    text: Do you hide a hurtful message?
    short: Hiding
    default: hidden
    answers:
      hidden: {text: Hide it, argument: Others do not see it.}
      left: {text: Leave it, argument: The conversation stays open.}
      nog-niet-beslist: {text: Undecided}
    to: agreed
actions:
  agreed: {title: Our rules, steps: [Discuss them.]}
"""
CONTACTS = """
contacts:
  line: {name: The line, for: Reports., phone: 0800 12, url: https://line.example, checked: 2026-01-02}
  desk: {name: The desk, for: All else., email: desk@line.example}
"""
SOURCES = """
sources:
  handbook: {title: A handbook, publisher: Ourselves, year: "2024", url: https://line.example}
  editors: {title: Our own editors, kind: redactie}
parts:
  piece: {source: handbook, title: The third piece}
"""


def loaded():
    """The tree and that of its choices. A project says its language, so who loads one speaks that from then on."""
    library = load(TREE, choices=CHOICES, contacts=CONTACTS, sources=SOURCES).library
    return [compile_tree(name, library) for name in ("boom", "choices")]


def every_form(compiled, other):
    """Every form of the tree as text, by name, in the language that is spoken."""
    walker, decided = Walker(compiled), Walker(compiled, {"choices.visible": "hidden"})
    decided.give("tone", ("angry", "joke")).give("how-many", "5").settle()
    for node, answer in (("tone", ("angry", "joke")), ("how-many", "5"), ("hide", "hidden"), ("hide-it", "verder")):
        walker.give(node, answer).settle()
    notes = {"as": "case", "case": {"post": "A message.", "done": [{"at": "now", "text": "Wait"}]}}
    return {
        **forms(compiled),
        "walked": live_html(walker),
        "mended": tree_html(compiled, site=Site("https://code.example/{file}#{line}", "desk@line.example")),
        "decided": live_html(decided),
        "policies": live_html(Walker(other)),
        "overview": overview_dot(compiled),
        "embedded": embed_page(compiled),
        "alone": offline_page(compiled, style="", script="", site="https://line.example/"),
        "downloads": pack_html([compiled, other], "../") + shared_html("../"),
        "case": readable(take(walker, notes)),
        "case-print": readable(take(walker, {**notes, "as": "case-print"})),
    }


def pieces(code):
    """What stands between the names in braces in every text that readers see, as far as it has words."""
    found = {piece for text in words_of("wegwijzer", code, "interface").values() for piece in split(text)}
    return {piece for piece in found if len(re.findall(r"[^\W\d_]", piece)) > 1}


def split(text):
    return [piece.strip(" \n.,:;?()‘’") for piece in re.split(r"\{[^{}]*\}|\n", text)]


def of_the_kit(code, text):
    """The words of the kit in a language that stand in a text; classes and names of attributes are none."""
    return {piece for piece in pieces(code) if re.search(rf"(?<![\w-]){re.escape(piece)}(?![\w-]|=\")", text)}


@pytest.mark.slow
def test_every_form_speaks_english():
    """No form has a word of the kit that is Dutch, and each that has a Dutch one in Dutch has an English one."""
    own = f"{TREE} {CHOICES} {CONTACTS} {SOURCES}"
    both = {piece for piece in pieces("nl") if any(piece in text for text in pieces("en")) or piece in own}
    trees = loaded()
    dutch = every_form(*trees)
    with speaking("en"):
        english = every_form(*trees)
    assert set(dutch) == set(english)
    found = {name: of_the_kit("nl", text) - both for name, text in english.items()}
    assert {name: set() for name in english} == found
    for name, text in dutch.items():
        if of_the_kit("nl", text) - both:
            assert of_the_kit("en", english[name]) - both, name
    seen = set().union(*(of_the_kit("nl", text) for text in dutch.values()))
    assert len(seen) > len(pieces("nl")) // 3  # the rest stands on pages of a site: statement, map, what is kept


def test_page_of_its_own_says_its_language():
    """A page that stands alone names the language that is spoken."""
    compiled, _ = loaded()
    for code in ("nl", "en"):
        with speaking(code):
            assert f'<html lang="{code}"' in embed_page(compiled)


def run(folder, *arguments):
    """The command in a process of its own, in a project."""
    return subprocess.run(
        [sys.executable, "-m", "wegwijzer.cli", *arguments],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(folder))),
            "PYTHONUTF8": "1",
            "SOURCE_DATE": "2026-01-31",
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def english(tmp_path):
    """A project in English with a new tree."""
    for name in ("trees", "data"):
        (tmp_path / name).mkdir()
    (tmp_path / "wegwijzer.toml").write_text('language = "en"\n', encoding="utf-8")
    (tmp_path / "data/sources.yml").write_text(
        "sources: {editors: {title: Our own editors, kind: redactie}}\n", encoding="utf-8"
    )
    assert 0 == run(tmp_path, "new", "angry-neighbour").returncode
    return tmp_path


def dutch_in(text):
    """The lines that are as the Dutch catalogues have them, in part."""
    texts = [text for domain in DOMAINS for text in words_of("wegwijzer", "nl", domain).values()]
    other = "\n".join(text for domain in DOMAINS for text in words_of("wegwijzer", "en", domain).values())
    long = {piece for text in texts for piece in split(text) if piece.count(" ") > 1 and piece not in other}
    return [line for line in text.splitlines() if any(piece in line for piece in long)]


def test_commands_speak_english(english, monkeypatch, capsys):
    """Help, a new tree, its text, its figures and what changed between two versions; the new tree gives no problem."""
    tree = english / "trees/angry-neighbour.yml"
    monkeypatch.chdir(english)
    for command in (
        "check",
        "explain",
        "readability",
        "effort",
        "new",
        "diff",
        "walk",
        "text",
        "dot",
        "html",
        "stats",
        "schema",
    ):
        assert main([command, "--help"]) == 0
        shown = capsys.readouterr().out
        assert "usage: wegwijzer" in shown
        assert [] == dutch_in(shown)
    assert "Makes wizards of decision trees" in run(english, "--help").stdout
    assert "all is well" in run(english, "check", ".").stdout
    assert "Start at 1." in run(english, "text", tree).stdout
    assert "questions: 1, answers: 2" in run(english, "stats", tree).stdout
    assert "What tone does the message have?" in run(english, "walk", tree).stdout
    before = english / "before.yml"
    before.write_bytes(tree.read_bytes())
    tree.write_text(tree.read_text(encoding="utf-8").replace("text: Friendly", "text: Kind"), encoding="utf-8")
    told = run(english, "diff", before, tree).stdout
    assert "new wording" in told
    assert "+ new    − gone    ~ changed" in run(english, "diff", before, tree, "--dot").stdout
    assert "is now" in told
    assert [] == dutch_in(told)


BROKEN = """
title: A
start: gone
stepz: x
questions:
  One: {text: Really and truly?, answers: {a: {text: No, way, to: b}}}
actions:
  b: {title: "Tell\\a", steps: [{text: yes, who: x, within: soon}]}
  c: {title: C, sources: [nobody], contacts: [nobody], steps: ["See <b>this</b>", {use: nothing}]}
"""


def test_problems_are_told_in_english(english):
    """Messages, advice and the summary; also of a file that nobody can read."""
    (english / "trees/broken.yml").write_text(BROKEN, encoding="utf-8")
    (english / "trees/text.yml").write_text("title: 'A\nstart: b\n", encoding="utf-8")
    (english / "trees/utf.yml").write_bytes("title: é\n".encode("utf-16"))
    told = run(english, "check", ".").stdout
    assert len(set(re.findall(r"W\d{3}", told))) > 6
    assert "Did you mean ‘steps’?" in told or "Choose from: " in told
    assert "This file was saved as UTF-16 or UTF-32" in told
    assert [] == dutch_in(told)


WRONG = [
    ('language = "en"\nextensions = [\n', "wegwijzer.toml:3:1: this is not valid TOML"),
    ('language = "en"\nextensions = "x"\n', "wegwijzer.toml:2:14: ‘extensions’ is not a list of names"),
    ('language = "en"\nextensions = ["nothing"]\n', "2:14: the package ‘nothing’ is not installed. Install it"),
    ('language = "en"\nextensions = ["abc"]\n', "2:14: the package ‘abc’ is not installed. Install it"),
    ('language = "en"\nextensions = ["bells"]\n', "2:14: the package ‘bells’ has no words in the language ‘en’"),
    ('language = "en-GB"\n', "1:12: ‘language’ is not a language that the kit knows"),
    ('language = "English"\n', 'Choose from: "en", "nl"'),
    ('# café\nlanguage = "en"\n', "wegwijzer.toml:1:1: this file cannot be read"),
]
"""Settings that nobody can follow, and what is said of them."""


@pytest.mark.parametrize("wrong", mostly_slow(WRONG, quick=[WRONG[0], WRONG[1], WRONG[-1]]))
def test_wrong_settings_are_told_in_english(english, wrong):
    """What nobody can follow is told once, in the language that the settings ask for, and without a traceback."""
    settings, said = wrong
    words = english / "bells/locale/nl/messages.po"
    words.parent.mkdir(parents=True)
    words.write_text('msgid "record.Bell"\nmsgstr "Een bel"\n', encoding="utf-8")
    (english / "bells/__init__.py").touch()
    (english / "wegwijzer.toml").write_bytes(settings.encode("latin-1" if "é" in settings else "utf-8"))
    for arguments in (("check", "."), ("explain", "W101"), ("text", "trees/angry-neighbour.yml")):
        done = run(english, *arguments)
        assert 2 == done.returncode
        assert said in done.stderr
        assert 1 == done.stderr.count("\n")


def test_wrong_rules_are_told_in_english(english):
    """Settings of rules that cannot be are problems like others."""
    (english / "wegwijzer.toml").write_text(
        'language = "en"\ncolour = 1\n[rules]\nW999.level = "off"\nW501.most = 0\nW101.level = "off"\n',
        encoding="utf-8",
    )
    told = run(english, "check", ".").stdout
    assert "wegwijzer.toml:2:1: error W016 ‘colour’ is not a setting" in told
    assert "There is no rule ‘W999’" in told
    assert "W101 cannot be lower than ‘error’" in told
    assert 4 == told.count("W016 ")
    assert [] == dutch_in(told)


def test_addresses_follow_the_language(english):
    """A tree has its page under an English name, and a link to it in a text leads there."""
    (english / "data/steps.yml").write_text('steps: {see: {text: "Read [that](boom:angry-neighbour)."}}\n', "utf-8")
    tree = english / "trees/other.yml"
    tree.write_text("title: Other\nstart: a\nactions: {a: {title: A, see: [angry-neighbour], steps: [{use: see}]}}\n")
    page = run(english, "html", tree).stdout
    assert "guide/angry-neighbour/" in page
    assert "keuzehulp" not in page


def test_codes_are_explained_in_english(english):
    """Every code has an English page with its level and bounds; a rule that English has no words for is off, and says so."""
    listed = run(english, "explain").stdout
    assert listed.count("\n") > 65
    assert [] == dutch_in(listed)
    assert run(english, "explain", "W501").stdout.startswith("W501: A sentence has more than 25 words (advice)")
    hard = run(english, "explain", "W502").stdout
    assert "`ease`: a file scores at least this on the Flesch scale. Now 60 points." in hard
    assert "Wrong:" in hard
    assert "(off: the language ‘en’ has no words or measures for it)" in run(english, "explain", "W505").stdout


def test_what_english_lacks_is_said_once(english):
    """The check says which rules are off, but for those that the project switched off itself."""
    told = run(english, "check", ".").stderr
    assert told.startswith("The language ‘en’ has no words or measures for these rules, so they are off: W505.")
    assert 1 == told.count("\n")
    (english / "wegwijzer.toml").write_text('language = "en"\nrules.W505.level = "off"\n', encoding="utf-8")
    assert "" == run(english, "check", ".").stderr


def test_readability_is_measured_in_english(english):
    """The heads stand above their figures, and the new tree reads like plain English."""
    head, *rows = run(english, "readability", ".").stdout.splitlines()
    assert head.endswith("words  words/sentence  Flesch score")
    assert {len(head)} == {len(row) for row in rows}
    assert all(float(row.split()[-1]) > 60 for row in rows)


@pytest.mark.parametrize(
    ("told", "said"), [("en_GB.UTF-8", "a new or empty folder"), ("nl_BE.UTF-8", "lege map"), ("C", "lege map")]
)
def test_outside_a_project_the_person_decides(told, said, tmp_path, monkeypatch, capsys):
    """Who installs the kit has no project yet: help is in the language of the environment, when we speak it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", told)
    with speaking("nl"):
        assert main(["init", "--help"]) == 0
        assert said in " ".join(capsys.readouterr().out.split())
