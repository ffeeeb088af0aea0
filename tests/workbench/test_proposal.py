"""A proposal as a mail, a patch and an archive; and what one that somebody brings makes of the texts."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from binascii import a2b_base64, b2a_base64

import pytest

from wegwijzer.compare.report import as_text
from wegwijzer.workbench.archive import MOST_FILES, TOLD, as_zip
from wegwijzer.workbench.changes import Changed, changed
from wegwijzer.workbench.compare import differences
from wegwijzer.workbench.patch import Message, as_patch
from wegwijzer.workbench.proposal import proposal, receive

OLD = """\
title: Boom
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, to: luister}
      blij: {text: Blij, to: danken}
actions:
  luister:
    title: Luister
    steps: [Luister goed.]
  danken:
    title: Dank
    steps: [Zeg dank je.]
"""
NEW = OLD.replace("Boos, to: luister", "Boos, to: danken").replace("Luister goed.", "Luister <b>héél</b> goed.")
STEPS = "steps:\n  bewaar: Bewaar het bewijs.\n"
TEXTS = {"trees/boom.yml": OLD, "trees/twee.yml": OLD.replace("title: Boom", "title: Twee"), "data/steps.yml": STEPS}


@pytest.fixture
def small(desk_of):
    """A small project of which one text changed, one came and one went."""
    desk = desk_of({"wegwijzer.toml": "", **TEXTS})
    desk.put("trees/boom.yml", NEW)
    desk.put("trees/drie.yml", OLD.replace("title: Boom", "title: Drie"))
    desk.put("trees/twee.yml", None)
    return desk


def sent(desk, how, **told):
    return proposal(desk, {"as": how, **told})


def came(desk, content):
    return receive(desk, {"file": b2a_base64(content).decode()})


def packed(files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def contents(desk, how, **told):
    made = sent(desk, how, **told)
    return made["text"].encode() if "text" in made else a2b_base64(made["base64"])


MADE = {"trees/boom.yml": NEW, "trees/drie.yml": OLD.replace("title: Boom", "title: Drie"), "trees/twee.yml": None}


def test_a_mail_says_in_words_what_changes_and_shows_the_pieces(small):
    text = sent(small, "mail", title="Zachter", why="Dat werkt beter.", who="Zoë")["text"]
    assert text.startswith("Zachter\n\nDat werkt beter.\n\n")
    assert text.endswith("\n\nZoë\n")
    assert as_text(differences(small)).strip() in text
    for piece in ("In trees/boom.yml:", "-    steps: [Luister goed.]\n+    steps: [Luister <b>héél</b> goed.]", "Nieuw bestand trees/drie.yml:",
                  "Weg: het hele bestand trees/twee.yml."):  # fmt: skip
        assert piece in text


def test_without_a_title_the_files_are_named(small):
    assert sent(small, "mail")["text"].startswith("Voorstel voor trees/boom.yml en nog 2\n")
    assert "Subject: [PATCH] Voorstel voor trees/boom.yml en nog 2\n" in sent(small, "patch")["text"]


@pytest.mark.parametrize("how", ["patch", "zip"])
def test_what_was_sent_arrives(small, desk_of, how):
    """Who opens the file has the same texts, on the texts as they were published."""
    made = sent(small, how, title="Zachter", why="Daarom.", who="Zoë")
    assert made["name"] == f"voorstel.{how}"
    arrived = came(
        desk_of({"wegwijzer.toml": "", **TEXTS}), contents(small, how, title="Zachter", why="Daarom.", who="Zoë")
    )
    assert arrived["files"] == MADE
    assert arrived["problems"] == []
    assert (arrived["title"], arrived["why"], arrived["who"]) == ("Zachter", "Daarom.", "Zoë")


def test_git_and_the_archive_make_the_same_files(small, tmp_path):
    for path, text in small.published.items():
        place = tmp_path / path
        place.parent.mkdir(exist_ok=True)
        place.write_text(text)
    who = ("-c", "user.name=B", "-c", "user.email=b@voorbeeld.be")
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "voor")):
        subprocess.run(["git", *who, *command], cwd=tmp_path, check=True)
    subprocess.run(["git", *who, "am", "-q"], cwd=tmp_path, input=contents(small, "patch"), check=True)
    with zipfile.ZipFile(io.BytesIO(contents(small, "zip"))) as archive:
        names = set(archive.namelist())
        assert names == {"trees/boom.yml", "trees/drie.yml", TOLD}
        assert all(archive.read(name) == (tmp_path / name).read_bytes() for name in names - {TOLD})
    assert not (tmp_path / "trees" / "twee.yml").exists()
    assert contents(small, "zip") == contents(small, "zip")


def test_a_proposal_that_was_taken_over_already_says_so(small, desk_of):
    now = desk_of(
        {"wegwijzer.toml": "", **{path: text for path, text in {**TEXTS, **MADE}.items() if text is not None}}
    )
    for how in ("patch", "zip"):
        arrived = came(now, contents(small, how))
        assert arrived["files"] == {}
        assert {problem["level"] for problem in arrived["problems"]} == {"advice"}


def test_what_changed_meanwhile_is_told(small, desk_of):
    """The piece that does not fit is shown; what fits is taken over, and an archive says that it undoes something."""
    later = {**TEXTS, "trees/boom.yml": OLD.replace("steps: [Luister goed.]", "steps: [Luister aandachtig.]")}
    now = desk_of({"wegwijzer.toml": "", **later})
    arrived = came(now, contents(small, "patch"))
    (problem,) = arrived["problems"]
    assert (problem["path"], problem["line"], problem["level"]) == ("trees/boom.yml", 7, "error")
    assert "+    steps: [Luister <b>héél</b> goed.]" in problem["lines"]
    assert "Zet het zelf" in problem["hint"]
    assert arrived["files"].keys() == {"trees/drie.yml", "trees/twee.yml"}
    (problem,) = came(now, contents(small, "zip"))["problems"]
    assert (problem["path"], problem["level"]) == ("trees/boom.yml", "warning")


def test_files_that_came_went_or_changed_here(small, desk_of):
    """Nothing that stands here is lost: a text that would be replaced or removed unseen stays."""
    here = {**TEXTS, "trees/drie.yml": "title: Anders\n", "trees/twee.yml": "title: Veranderd\n"}
    del here["trees/boom.yml"]
    arrived = came(desk_of({"wegwijzer.toml": "", **here}), contents(small, "patch"))
    assert arrived["files"] == {}
    told = {problem["path"]: problem["message"] for problem in arrived["problems"]}
    assert "bestaat hier niet meer" in told["trees/boom.yml"]
    assert "bestaat hier al" in told["trees/drie.yml"]
    assert "intussen veranderd" in told["trees/twee.yml"]


STRANGE = ["../buiten.yml", "/etc/passwd", "trees/../../x.yml", "C:/x.yml", "trees\\x.yml", "trees/./x.yml", "trees//x.yml", ".git/config",
           "src/x.py", "trees/x.py", "data/onbekend.yml", "trees/.x.yml", "trees/con.yml", "trees/Grote.yml", "x.yml"]  # fmt: skip


@pytest.mark.parametrize("path", STRANGE)
def test_no_proposal_reaches_outside_the_texts(small, path):
    """What is no text of the project is skipped and named; the rest is taken over."""
    good = Changed("trees/nieuw.yml", None, OLD)
    for content in (
        as_patch([Changed(path, None, "x\n"), good], Message("x")).encode(),
        packed({path: "x\n", good.path: OLD}),
    ):
        arrived = came(small, content)
        assert arrived["files"] == {"trees/nieuw.yml": OLD}
        (problem,) = arrived["problems"]
        assert "hoort niet bij de teksten" in problem["message"]
        assert path in problem["message"]


def test_a_project_packed_as_a_folder_is_read(small):
    """Also the whole of it, as a forge gives it: only what differs counts."""
    arrived = came(
        small, packed({f"wegwijzer-main/{path}": text for path, text in {**TEXTS, "trees/boom.yml": NEW}.items()})
    )
    assert arrived["files"] == {"trees/boom.yml": NEW}


BOMB = packed({"trees/bom.yml": "a" * 40_000_000})


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "geen voorstel"),
        (b"Dag", "geen voorstel"),
        (b"\x89PNG\r\n\x1a\n\x00", "geen voorstel"),
        (b"PK\x03\x04 en dan niets", "geen voorstel"),
        (packed({"trees/x.yml": OLD})[:-30], "geen voorstel"),
        (packed({"trees/x.yml": OLD})[:60] + b"!!!" + packed({"trees/x.yml": OLD})[63:], "geen voorstel"),
        (BOMB, "te groot"),
        (packed({f"trees/x{number}.yml": "" for number in range(MOST_FILES + 1)}), "te groot"),
        (b"--- a/trees/x.yml\n" + b"+" * 4_000_000, "te groot"),
        (b"--- a/trees/boom.yml\n+++ b/trees/boom.yml\n" + b"@@ -1 +1 @@\n-a\n+b\n" * 6_000, "te groot"),
        (b"diff --git a/x b/x\n" * 6_000, "te groot"),
        (b"a: b\n" * 700_000, "geen voorstel"),
        (b"--- a/trees/boom.yml\n+++ b/trees/boom.yml\n@@ -1,9 +1 @@\n a\n", "stuk vanaf regel 3"),
    ],
    ids=range(13),
)
def test_hostile_files_are_refused_in_words(small, content, words):
    arrived = came(small, content)
    (problem,) = arrived["problems"]
    assert words in problem["message"]
    assert arrived["files"] == {}


def test_a_bomb_in_a_name_stays_small():
    """An archive that lies about its size gives no more than it says."""
    lies = BOMB.replace((40_000_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little"))
    assert lies != BOMB
    with zipfile.ZipFile(io.BytesIO(lies)) as archive, pytest.raises(zipfile.BadZipFile):
        archive.read("trees/bom.yml")


@pytest.mark.parametrize(
    "told", ["[]", "{", '{"gone": 1}', '{"gone": [1, "../x"], "was": [], "title": 2}', "[" * 100_000]
)
def test_whatever_an_archive_says_of_itself_its_texts_count(small, told):
    arrived = came(small, packed({"trees/boom.yml": NEW, TOLD: told}))
    assert arrived["files"] == {"trees/boom.yml": NEW}
    assert arrived["problems"] == []
    assert arrived["title"] == ""


def test_a_text_that_is_no_text_is_told(small):
    arrived = came(small, packed({"trees/boom.yml": b"\xff\xfe"}))
    assert arrived["files"] == {}
    assert "geen leesbare tekst" in arrived["problems"][0]["message"]


def test_an_archive_says_what_each_text_was(small):
    told = json.loads(zipfile.ZipFile(io.BytesIO(as_zip(changed(small), Message("x")))).read(TOLD))
    assert told["gone"] == ["trees/twee.yml"]
    assert set(told["was"]) == set(MADE)
