"""What the desk says while texts change is what the command line says of the same files, message by message."""

from __future__ import annotations

import pytest

from desks import SHOWN, faulty, printed, small_texts
from helpers import TODAY, mostly_slow
from mutations.mutate import MAKERS
from wegwijzer.check.apart import alone, found_in
from wegwijzer.check.checker import at_work
from wegwijzer.check.settings import settings_in
from wegwijzer.language.prose import Prose
from wegwijzer.model import Tree
from wegwijzer.model.parts import part_of, parts
from wegwijzer.workbench import check as touched
from wegwijzer.workbench.desk import Desk, project, put
from wegwijzer.workbench.prove import prove

PIECES = [
    ("trees/gesprek.yml", "title:", "titel:"),
    ("trees/reactie.yml", "    text: ", "    text: Echt waar! Ja! "),
    ("trees/reactie.yml", "to: ", "to: nergens-"),
    ("data/contacts.yml", "contacts:\n", "contacts:\n  niemand: {name: Niemand, for: niets}\n"),
    ("data/contacts.yml", "contacts:", "contact: ["),
    ("data/glossary.yml", "terms:\n  ", "terms:\n  anders-"),
    ("docs/index.md", "# ", "<b>Kijk</b> [hier](javascript:x)\n\n# "),
    ("wegwijzer.toml", 'W213.level = "error"', 'W213.level = "erg"'),
    ("frames/panta-rhei.yml", "number:", "nummer:"),
]
"""Changes one after the other: in which file, what, and what comes there."""


@pytest.fixture(scope="module")
def typed(texts, tmp_path_factory):
    """One desk on which somebody goes on typing."""
    return begun(tmp_path_factory.mktemp("typed"), texts)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The same with a small project."""
    return begun(tmp_path_factory.mktemp("small"), small_texts())


def begun(folder, texts):
    made = Desk(folder)
    project(made, {"files": texts})
    prove(made, {"fresh": True, "whole": True, "today": TODAY})
    return made


def said(desk, path=""):
    """What the desk says, slice by slice, as the command line prints it."""
    told = prove(desk, {"fresh": True, "path": path, "today": TODAY})
    while not told["done"]:
        told = prove(desk, {"path": path, "today": TODAY})
    return [tuple(problem[key] for key in SHOWN) for problem in told["problems"]]


@pytest.mark.slow
@pytest.mark.parametrize("change", PIECES)
def test_the_desk_says_what_the_command_line_says(typed, texts, change):
    """After a change in a file of each kind of this project."""
    path, right, wrong = change
    assert right in texts[path]
    put(typed, {"path": path, "text": texts[path].replace(right, wrong, 1)})
    assert said(typed, path) == printed(typed)
    put(typed, {"path": path, "text": texts[path]})


@pytest.mark.slow
def test_after_all_the_desk_says_what_it_said_first(typed, texts, tmp_path):
    assert typed.texts == texts
    assert said(typed) == said(begun(tmp_path, texts))


@pytest.mark.parametrize("seed", mostly_slow(range(12), quick=range(1)))
@pytest.mark.parametrize("kind", mostly_slow(MAKERS, quick=[*MAKERS][::4]))
def test_the_desk_says_the_same_of_a_fault(small, kind, seed):
    """Of every kind of fault that people make in a tree, each typed after the one before."""
    (path,) = (path for path in small.texts if path.startswith("trees/"))
    text = faulty(small.published[path], kind, seed)
    put(small, {"path": path, "text": text})
    assert said(small, path) == printed(small)
    if seed % 2:  # what is typed next meets the fault, or the text without it
        put(small, {"path": path, "text": small.published[path]})


def test_a_file_comes_and_goes(small):
    put(small, {"path": "trees/nieuw.yml", "text": "title: Nieuw\nstart: a\nactions: {a: {title: Doe dit}}\n"})
    assert said(small, "trees/nieuw.yml") == printed(small)
    put(small, {"path": "trees/nieuw.yml", "text": None})
    assert said(small) == printed(small)


def rules_apart(loaded):
    return [rule for rule, _ in at_work(loaded) if rule.apart and (rule.tree or rule.prose)]


@pytest.mark.slow
def test_a_rule_that_may_look_at_parts_finds_in_them_what_it_finds_in_the_tree(desk):
    """Of every tree, in which each text is made as bad as can be."""
    loaded = desk.loaded()
    bounds = settings_in(loaded.settings)[0].bounds
    bad = "<b>WORDT</b> GESTOPT!! door de burger, klik hier [x](http://), bel 101. Dank je wel ☃" + " en nog wat" * 80
    found = {rule.code: 0 for rule in rules_apart(loaded)}
    for path in [path for path in desk.texts if path.startswith("trees/")]:
        text = desk.texts[path].replace("sources: [", "sources: [nergens, ").replace("icon: ", "icon: geen-")
        text = text.replace("    text: ", f"    text: {bad} ").replace("](begrip:", "](begrip:geen-")
        put(desk, {"path": path, "text": text})
    library = desk.loaded().library
    for name, tree in library.trees.items():
        pieces = [alone(where, part) for where, part in parts(tree)]
        for rule in rules_apart(loaded):
            whole = found_in(tree, Prose(tree, bounds), rule, library)
            apart = [each for piece in pieces for each in found_in(piece, Prose(piece, bounds), rule, library)]
            assert sorted(map(repr, whole)) == sorted(map(repr, apart)), (name, rule.code)
            found[rule.code] += len(apart)
    assert {code for code, count in found.items() if count} >= {
        "W104",
        "W119",
        "W401",
        "W402",
        "W403",
        "W404",
        "W501",
        "W506",
        "W507",
    }


def test_the_touched_step_is_judged_at_once(typed, texts):
    """What is wrong with a step is told before the round along all files, and the round finds the same there."""
    path = "trees/melden.yml"
    tree = typed.file(path).record
    assert isinstance(tree, Tree)
    for step in [("questions", next(iter(tree.questions))), ("actions", next(iter(tree.actions)))]:
        line = typed.file(path).root.at(step, key=True).line
        lines = texts[path].split("\n")
        at = next(number for number in range(line, len(lines)) if "text: " in lines[number])
        lines[at] = lines[at].split("text: ")[0] + "text: KIJK NU eens <b>hier</b>"
        lines.insert(line, "    sources: [nergens]")
        put(typed, {"path": path, "text": "\n".join(lines)})
        told = touched.check(typed, {"path": path, "where": list(step), "today": TODAY})["problems"]
        everything = prove(typed, {"fresh": True, "whole": True, "path": path, "today": TODAY})["problems"]
        assert told == [each for each in everything if each["path"] == path and part_of(tuple(each["where"])) == step]
        assert {"W104", "W402"} <= {each["code"] for each in told}
        put(typed, {"path": path, "text": texts[path]})


def test_a_check_says_of_what_it_told_all(typed, texts):
    """Of a step, of what stands outside the steps, or of a whole file: what was found elsewhere holds on."""
    path = "trees/melden.yml"
    put(
        typed,
        {
            "path": path,
            "text": texts[path].replace("summary: ", "summary: <b>x</b> ", 1).replace(" to: ", " to: nergens-"),
        },
    )
    step = ["questions", next(iter(typed.file(path).record.questions))]
    for where, part in ([*step, "text"], step), (["summary"], []), ([], []):
        told = touched.check(typed, {"path": path, "where": where, "today": TODAY})
        assert told["part"] == part
        assert {tuple(each["part"]) for each in told["problems"]} == {tuple(part)}
    for broken, of in ((path, "title: 'open\n" + texts[path]), ("data/contacts.yml", "contacts: 1")):
        put(typed, {"path": broken, "text": of})
        told = touched.check(typed, {"path": broken, "where": step, "today": TODAY})
        assert told["problems"]
        assert told["part"] is None
        put(typed, {"path": broken, "text": texts[broken]})
