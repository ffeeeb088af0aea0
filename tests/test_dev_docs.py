"""The pages for developers say what the code is: its rooms, the files that are there, one word for one thing."""

from __future__ import annotations

import re

import pytest

from helpers import ROOT
from municipal.pages.house import house_dot, layers, rooms
from wegwijzer.graph import reached

SRC = ROOT / "src"
DEV = ROOT / "docs/dev"
ENGLISH = sorted(DEV.glob("*.md"))
DECISIONS = sorted((DEV / "besluiten").glob("*.md"))
FOLDERS = ("src", "scripts", "tests", "docs", "data", "trees", "frames", "schema", "hosting", "licenses", "examples")
NAMED = re.compile(r"`((?:" + "|".join(FOLDERS) + r")/[\w./*-]*)`")
FENCED = re.compile(r"^(`{3,})[^`\n]*\n.*?^\1$", re.MULTILINE | re.DOTALL)


def text_of(page):
    """A page without its blocks of code: those show what is not there yet."""
    return FENCED.sub("", page.read_text(encoding="utf-8"))


def rows(page):
    """The rows of all tables of a page, each a list of cells."""
    lines = [line for line in text_of(DEV / page).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def table_of_rooms():
    """What the architecture page says: room → the rooms that it may use."""
    named = [row for row in rows("architecture.md") if len(row) == 3 and row[0].startswith("`")]
    found = {row[0].strip("`/"): set(re.findall(r"`(\w+)`", row[2])) for row in named}
    return {room: uses for room, uses in found.items() if not room.startswith("check/")}


def write(root, **files):
    """Modules from their name (`__` for a dot) and text."""
    for name, text in files.items():
        place = root / f"{name.replace('__', '/')}.py"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        (place.parent / "__init__.py").touch()


def test_every_folder_of_the_code_is_on_the_page():
    """Each folder with code, however deep, is named on the page about the architecture."""
    text = text_of(DEV / "architecture.md")
    kit = SRC / "wegwijzer"
    folders = {
        file.parent.relative_to(kit).as_posix() for file in kit.rglob("*.py") if "standins" not in file.parts
    } - {"."}
    assert len(folders) > 10
    assert set() == {folder for folder in folders if f"{folder}/`" not in text}


def test_table_has_every_room_and_no_other():
    """The table of rooms names the folders and modules that are there."""
    assert {room.partition("/")[2] for room in rooms(SRC) if room.startswith("wegwijzer/")} == set(table_of_rooms())


def test_rooms_use_what_the_table_allows():
    """No room uses another than those in its row, and those that these use; every room in a row is used."""
    allowed = table_of_rooms()
    used = {
        room.partition("/")[2]: {goal.partition("/")[2] for goal in goals if goal.startswith("wegwijzer/")}
        for room, goals in rooms(SRC).items()
        if room.startswith("wegwijzer/")
    }
    far = {room: reached(goals, lambda name: allowed[name]) for room, goals in allowed.items()}
    assert {} == {room: goals - far[room] for room, goals in used.items() if goals - far[room]}
    assert {} == {room: goals - used[room] for room, goals in allowed.items() if goals - used[room]}


def test_picture_leaves_out_what_follows(tmp_path):
    """An arrow that follows from others is left out; two rooms that use each other keep both arrows."""
    write(
        tmp_path,
        kit__top__a="from kit.middle import b\nimport kit.low\nimport json\n",
        kit__middle__b="def f():\n    from kit.low import c\n",
        kit__low__c="",
        kit__ring="import kit.knot\n",
        kit__knot="import kit.ring\nimport kit.low\n",
        site__pages="import kit.top.a\nimport kit.low.c\n",
    )
    used = rooms(tmp_path)
    assert used["kit/top"] == {"kit/middle", "kit/low"}
    assert layers(used) == {
        "kit/top": {"kit/middle"},
        "kit/middle": {"kit/low"},
        "kit/low": set(),
        "kit/ring": {"kit/knot"},
        "kit/knot": {"kit/ring", "kit/low"},
        "site/pages": {"kit/top"},
    }


def test_picture_shows_every_room():
    """Each room is a box in the frame of its package, and what each can reach is what its imports can reach."""
    used = rooms(SRC)
    drawn = layers(used)
    dot = house_dot(drawn)
    for room in used:
        assert f'"{room}" [label="{room.partition("/")[2]}"' in dot
        assert reached(used[room], lambda name: used[name]) == reached(drawn[room], lambda name: drawn[name])
    assert dot.count(" -> ") == sum(map(len, drawn.values()))


@pytest.mark.parametrize("page", [*ENGLISH, *DECISIONS], ids=lambda page: page.stem)
def test_files_that_a_page_names_are_there(page):
    """A file or folder that a page names in its text exists, also in a decision of long ago."""
    named = set(NAMED.findall(text_of(page)))
    assert set() == {name for name in named if not any(ROOT.glob(name.rstrip("/")))}


def test_pages_name_files_at_all():
    """The pattern that looks for names of files finds some."""
    assert len({name for page in ENGLISH for name in NAMED.findall(text_of(page))}) > 30


@pytest.mark.parametrize("page", ENGLISH, ids=lambda page: page.stem)
def test_english_page_says_so_to_the_checker_and_to_a_screen_reader(page):
    """An English page names its language in the front matter, is wrapped in it, has a title, and is not searched."""
    text = page.read_text(encoding="utf-8")
    head, _, body = text.removeprefix("---\n").partition("---\n")
    assert re.search(r"^title: .+\nlang: en\nsearch:\n  exclude: true\n\Z", head, re.MULTILINE)
    assert body.startswith('\n<div lang="en" markdown="1">\n\n# ')
    assert body.endswith("\n</div>\n")
    assert body.count("div lang=") == 1 + body.count("```html\n<div lang=")


def test_terms_are_unique():
    """A term has one row, with a sentence that says what it is and words that it replaces."""
    found = [row for row in rows("terms.md") if row[0] not in {"term", "---"}]
    assert all(len(row) == 3 and all(row) for row in found)
    terms = [row[0] for row in found]
    assert sorted(set(terms)) == sorted(terms)
    assert len(terms) > 50
    assert all(re.fullmatch(r"[A-Z`].*[.]", row[1]) for row in found)


def test_every_decision_has_a_page_and_its_old_address():
    """The list of decisions has each under the heading that it always had, with a link; each page says its status."""
    listing = (ROOT / "docs/over/besluiten.md").read_text(encoding="utf-8")
    listed = re.findall(
        r"^## (\d+\. .+)\n\n.+ \[Lees het besluit\]\(\.\./dev/besluiten/(.+)\)\.$", listing, re.MULTILINE
    )
    assert listing.count("\n## ") == len(listed)
    assert [page.name for page in DECISIONS] == [name for _, name in listed]
    for number, (page, (title, _)) in enumerate(zip(DECISIONS, listed, strict=True), 1):
        text = page.read_text(encoding="utf-8")
        assert f"\n---\n\n# {title}\n\nStatus: " in text
        assert title.startswith(f"{number}. ")
        assert page.name.startswith(f"{number:02d}-")
        assert re.search(r"^Status: .*\d{1,2} [a-z]+ 20\d\d\. Zie ook \[alle besluiten\]", text, re.MULTILINE)
