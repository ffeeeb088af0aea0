"""Another name: everything that was called by the old one is called by the new one, in all files, and nothing else changes."""

from __future__ import annotations

import re

import pytest

from helpers import TODAY
from wegwijzer.check.checker import check
from wegwijzer.load.ranges import ranges
from wegwijzer.workbench.desk import Desk, project
from wegwijzer.workbench.edit import edit

FILES = {
    "trees/boom-a.yml": """\
title: Boom
sources: [bron-a, "deel-a"]  # bron-a
uses: [pad-a]
start: vraag-a
chapters:
  hoofdstuk-a: {title: Deel, start: vraag-a}
marks:
  merk-a: {text: Dit is zo}
questions:
  vraag-a:
    text: Wat nu? Lees [dit](boom:boom-a/vraag-a), of
      [dat](boom:boom-a/ingang-a).
    answers:
      antwoord-a: {text: Ja, to: actie-a, marks: [merk-a]}
      antwoord-b:
        text: Nee
        to:
          - when: {all: ['keuze-a.optie-a'], any: [merk-a, vraag-a.antwoord-a, {none: [pad-a.keuze-a.optie-a]}]}
            to: actie-b
          - to: keuze-a
  keuze-a:
    policy: pad-a.keuze-a
    answers:
      optie-a: {to: actie-a}
      optie-b: {to: veel-a}
  veel-a:
    text: Wat vind je goed?
    from: values
    choose: many
    to: vul-a
  vul-a:
    text: Hoeveel?
    fill: {kind: number}
    to: actie-b
actions:
  actie-a:
    title: Doe iets
    steps:
      - use: stap-a
      - text: "Zeg: $vul-a. Dat is $$vul-a, $pad-a.keuze-a of $pad-a."
        when: {any: [vraag-a.antwoord-a]}
    contacts: [contact-a]
    forbids: [stap-a]
    see: [boom-a/ingang-a, pad-a]
  actie-b:
    title: Doe niets
    to: boom-a/vraag-a
entries:
  ingang-a:
    text: Iets
    answers: {vraag-a: antwoord-a}
chart:
  rows:
    - {action: actie-a, do: Doe het, entry: ingang-a}
  calls: [contact-a]
cases:
  - title: Zo
    given: {pad-a.keuze-a: optie-a}
    answers:
      vraag-a: antwoord-b
      veel-a: [waarde-a]
    ends_in: actie-b
""",
    "trees/pad-a.yml": """\
title: Beleid
start: keuze-a
questions:
  keuze-a:
    text: Hoe?
    default: optie-a
    answers:
      optie-a: {text: Zo, argument: Omdat}
      optie-b: {text: Anders, argument: Daarom}
    to: slot-a
actions:
  slot-a: {title: Klaar}
""",
    "data/contacts.yml": "contacts:\n  contact-a: {name: Iemand, for: iets, sources: [deel-a]}\n",
    "data/sources.yml": "sources:\n  bron-a: {title: Bron}\nparts:\n  deel-a: {source: bron-a, title: Deel}\n",
    "data/steps.yml": "steps:\n  stap-a: {text: 'Doe $pad-a.keuze-a.', sources: [bron-a]}\n",
    "data/values.yml": "values:\n  waarde-a: {text: Goed}\n",
    "docs/bladzijde.md": """\
# Bladzijde

{{ wizard("boom-a", entry="ingang-a") }} {{ boom('boom-a/vraag-a', "vraag-a") }} {{ bron("bron-a", "deel-a") }}
{{ keuze("pad-a.keuze-a") }} [hier](../keuzehulp/boom-a/#boom-a-vraag-a)
""",
    "wegwijzer.toml": '[effort.pad-a]\ndoors = ["ingang-a"]\n\n[effort.boom-a]\ntaps = {p50 = 5}\ndoors = ["ingang-a", "x"]\n',
    "moved.yml": '# verhuisd\noud/: keuzehulp/boom-a/#boom-a-vraag-a\n"keuzehulp/boom-a/#boom-a-wijk": "#boom-a-vraag-a"',
}
TREE = "trees/boom-a.yml"
NAMES = [
    (TREE, ["questions", "vraag-a"], 9, ["docs/bladzijde.md", "moved.yml"]),
    (TREE, ["questions", "vraag-a", "answers", "antwoord-a"], 4, []),
    (TREE, ["questions", "keuze-a"], 3, []),
    (TREE, ["questions", "vul-a"], 3, []),
    (TREE, ["questions", "veel-a"], 3, []),
    (TREE, ["actions", "actie-a"], 4, []),
    (TREE, ["entries", "ingang-a"], 4, ["docs/bladzijde.md", "moved.yml", "wegwijzer.toml"]),
    (TREE, ["marks", "merk-a"], 3, []),
    (TREE, ["chapters", "hoofdstuk-a"], 1, []),
    (TREE, ["cases", 0, "answers", "veel-a"], 3, []),
    ("trees/pad-a.yml", ["questions", "keuze-a"], 4, ["data/steps.yml", "docs/bladzijde.md"]),
    ("trees/pad-a.yml", ["questions", "keuze-a", "answers", "optie-a"], 4, []),
    (TREE, ["questions", "keuze-a", "answers", "optie-a"], 4, []),
    ("data/contacts.yml", ["contacts", "contact-a"], 2, []),
    ("data/sources.yml", ["sources", "bron-a"], 1, []),
    ("data/sources.yml", ["parts", "deel-a"], 1, []),
    ("data/steps.yml", ["steps", "stap-a"], 2, []),
    ("data/values.yml", ["values", "waarde-a"], 1, []),
]
"""What is renamed, in how many places of the tree it stands, and other files than trees that name it."""


@pytest.fixture
def small(tmp_path) -> Desk:
    desk = Desk(tmp_path)
    project(desk, {"files": FILES})
    return desk


def rename(desk, path, where, to):
    return edit(desk, {"path": path, "edit": {"op": "rename", "where": where, "to": to}})


def found(desk):
    """What the checker says, without words in which a name may stand."""
    problems = check(desk.loaded(), today=TODAY)
    return [(problem.path, problem.line, problem.column, problem.code) for problem in problems]


@pytest.mark.parametrize(("path", "where", "count", "others"), NAMES, ids=[".".join(map(str, row[1])) for row in NAMES])
def test_everything_is_called_by_the_new_name(small, path, where, count, others):
    old = where[-1]
    new = old[::-1]
    before, said = dict(small.texts), found(small)
    reply = rename(small, path, where, new)
    assert reply["where"] == [*where[:-1], new]
    assert found(small) == said
    changed = {name for name in before if small.texts[name] != before[name]}
    assert {name for name in others if name in changed} == set(others)
    uses = re.findall(rf"(?<![\w-]){new}(?![\w-])", small.texts[TREE])
    assert len(uses) == count
    for name in changed - {"moved.yml"}:
        assert small.texts[name].replace(new, old) == before[name]


def test_what_is_called_the_same_elsewhere_stays(small):
    """The question of a tree and the local choice that it asks for are two things."""
    rename(small, TREE, ["questions", "keuze-a"], "andere")
    assert "policy: pad-a.keuze-a" in small.texts[TREE]
    assert "to: andere" in small.texts[TREE]
    assert "keuze-a:" in small.texts["trees/pad-a.yml"]
    assert "pad-a.keuze-a.optie-a" in small.texts[TREE]


def test_an_old_address_leads_on(small):
    rename(small, TREE, ["questions", "vraag-a"], "nieuw")
    page = ranges(small.texts["moved.yml"]).data()
    assert dict(page) == {
        "oud/": "keuzehulp/boom-a/#boom-a-nieuw",
        "keuzehulp/boom-a/#boom-a-wijk": "#boom-a-nieuw",
        "keuzehulp/boom-a/#boom-a-vraag-a": "#boom-a-nieuw",
    }
    rename(small, TREE, ["questions", "nieuw"], "vraag-a")
    assert dict(ranges(small.texts["moved.yml"]).data()) == dict(ranges(FILES["moved.yml"]).data())


def test_what_was_never_published_leaves_no_address(small):
    asked = {"op": "add", "where": ["questions"], "key": "vers", "value": {"text": "Vers?"}}
    assert "error" not in edit(small, {"path": TREE, "edit": asked})
    rename(small, TREE, ["questions", "vers"], "verser")
    assert small.texts["moved.yml"] == FILES["moved.yml"]


@pytest.mark.parametrize(
    ("path", "where", "to"),
    [
        (TREE, ["questions", "vraag-a"], "actie-a"),
        (TREE, ["questions", "vraag-a"], "Met Hoofdletter"),
        (TREE, ["questions", "vraag-a"], "constructor"),
        (TREE, ["questions", "vraag-a", "answers", "antwoord-a"], "antwoord-b"),
        (TREE, ["questions", "vraag-a", "answers", "antwoord-a"], "nog-niet-beslist"),
        (TREE, ["questions", "weg"], "x"),
        (TREE, ["questions"], "x"),
        (TREE, [], "x"),
        (TREE, ["title"], "x"),
        ("trees/weg.yml", ["questions", "x"], "y"),
        ("data/sources.yml", ["sources", "bron-a"], "deel-a"),
        ("data/values.yml", ["values", "waarde-a"], "geen naam"),
    ],
)
def test_a_name_that_cannot_be_changes_nothing(small, path, where, to):
    assert rename(small, path, where, to)["error"]
    assert small.texts == FILES


def test_a_file_that_cannot_be_read_and_may_hold_the_name_comes_first(small):
    small.put("trees/stuk.yml", "title: [\nvraag-a: x\n")
    before = dict(small.texts)
    assert "trees/stuk.yml" in rename(small, TREE, ["questions", "vraag-a"], "nieuw")["error"]
    assert small.texts == before
    assert "error" not in rename(small, TREE, ["marks", "merk-a"], "nieuw")


def test_a_walk_that_is_none_is_passed_by(small):
    text = FILES[TREE].replace("answers: {vraag-a: antwoord-a}", "answers: antwoord-a")
    small.put(TREE, text)
    assert "error" not in rename(small, TREE, ["questions", "vraag-a"], "nieuw")
    assert "answers: antwoord-a" in small.texts[TREE]


def test_several_names_change_in_one_edit(small):
    asked = [
        {"op": "set", "where": ["title"], "value": "Grote boom"},
        {"op": "rename", "where": ["questions", "vraag-a"], "to": "eerst"},
        {"op": "rename", "where": ["questions", "eerst", "answers", "antwoord-a"], "to": "ja"},
    ]
    reply = edit(small, {"path": TREE, "edit": {"op": "many", "edits": asked}})
    assert reply["where"] == ["questions", "eerst", "answers", "ja"]
    assert "answers: {eerst: ja}" in small.texts[TREE]
    text = FILES[TREE]
    for change in reversed([each for each in reply["changes"] if each["path"] == TREE]):
        text = text[: change["from"]] + change["insert"] + text[change["to"] :]
    assert text == small.texts[TREE]
    after = dict(small.texts)
    failing = [*asked, {"op": "rename", "where": ["marks", "weg"], "to": "x"}]
    assert "error" in edit(small, {"path": TREE, "edit": {"op": "many", "edits": failing}})
    assert small.texts == after


def turned(name):
    """Another name of the same length."""
    return f"{chr(ord('a') + (ord(name[0]) - ord('a') + 1) % 26)}{name[1:]}" if name[0].isalpha() else name


def names_of(text):
    """Every name in a tree, the deepest last."""
    root = ranges(text)
    for group in ("questions", "actions", "entries", "marks", "chapters"):
        at = root.index(group)
        for key, item in zip(root.items[at].keys, root.items[at].items, strict=True) if at is not None else ():
            answers = item.index("answers") if group == "questions" else None
            for answer in item.items[answers].keys if answers is not None else ():
                yield ["questions", key.value, "answers", answer.value]
            yield [group, key.value]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "every"), [("trees/gesprek.yml", 1), ("trees/reactie.yml", 90), ("trees/beleid.yml", 60)]
)
def test_a_tree_of_which_names_change_says_the_same(desk, path, every):
    """The checker looks up every name there is: it tells of the same faults in the same places, and of nothing else."""
    slip = desk.texts[path].replace("    to: ", "    to: x", 1).replace("marks: [", "marks: [y", 1)
    desk.put(path, slip)
    before = found(desk)
    assert before
    wanted = [where for where in list(names_of(slip))[::every] if where[-1] != "nog-niet-beslist"]
    taken = {where[-1] for where in names_of(slip)}
    asked = [
        {"op": "rename", "where": where, "to": turned(where[-1])} for where in wanted if turned(where[-1]) not in taken
    ]
    assert len(asked) > 6
    reply = edit(desk, {"path": path, "edit": {"op": "many", "edits": asked}})
    assert "error" not in reply, reply
    assert found(desk) == before
    assert sum(a != b for a, b in zip(slip.split("\n"), desk.texts[path].split("\n"), strict=True)) > len(asked)


@pytest.mark.slow
def test_terms_and_pages_of_an_extension(desk):
    """Names of kinds that a package adds, in its own data, in links of texts and in pages."""
    before = found(desk)
    for path, where in [
        ("data/glossary.yml", ["terms", "framing"]),
        (
            "data/organisations.yml",
            [*["organisations"], next(iter(desk.file("data/organisations.yml").record.organisations))],
        ),
        ("data/exercises.yml", ["exercises", next(iter(desk.file("data/exercises.yml").record.exercises))]),
        ("data/three-r.yml", grid(desk)),
    ]:
        reply = rename(desk, path, where, turned(where[-1]))
        assert "error" not in reply, reply
        assert {change["path"] for change in reply["changes"]} >= {path}
    assert found(desk) == before


def grid(desk):
    """The place of a standard step that stands in a table of an extension."""
    row, columns = next(iter(desk.file("data/three-r.yml").record.grid.items()))
    column, steps = next(iter(columns.items()))
    return ["grid", row, column, next(iter(steps))]
