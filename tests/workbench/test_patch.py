"""Patches: real git takes them, whatever the texts and names are, and reading them back gives the same."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wegwijzer.workbench.changes import Changed, NoProposalError
from wegwijzer.workbench.fitting import fit
from wegwijzer.workbench.patch import SENDER, Message, as_patch, blob, hunks
from wegwijzer.workbench.patch_read import Hunk, read_patch

LONG = "".join(f"regel {number}\n" for number in range(40))
FILES = {
    "in het midden": Changed("trees/boom.yml", LONG, LONG.replace("regel 20\n", "regel twintig\nen nog een\n")),
    "op twee plaatsen": Changed("trees/boom.yml", LONG, LONG.replace("regel 3\n", "").replace("regel 33\n", "drie\n")),
    "het eerste en het laatste": Changed(
        "a.yml", LONG, LONG.replace("regel 0\n", "nul\n").replace("regel 39\n", "39\n")
    ),
    "zonder einde": Changed("a.yml", "een\ntwee", "een\ndrie"),
    "einde erbij": Changed("a.yml", "een\ntwee", "een\ntwee\n"),
    "einde weg": Changed("a.yml", "een\ntwee\n", "een\ntwee"),
    "CRLF": Changed("a.yml", "een\r\ntwee = 2 \r\n", "een\r\ndrie = é \r\nvier\r\n"),
    "van CRLF naar LF": Changed("a.yml", "een\r\ntwee\r\n", "een\ntwee\n"),
    "CR alleen": Changed("a.yml", "een\rtwee\n", "een\rdrie\n"),
    "BOM": Changed("a.yml", "\ufeffeen\n", "\ufefftwee\n"),
    "nieuw": Changed("trees/nieuw.yml", None, "title: é\n"),
    "nieuw en leeg": Changed("trees/nieuw.yml", None, ""),
    "weg": Changed("trees/weg.yml", "title: x\n", None),
    "leeg en weg": Changed("trees/weg.yml", "", None),
    "leeg gemaakt": Changed("a.yml", "een\n", ""),
    "leeg gevuld": Changed("a.yml", "", "een\n"),
    "een naam met spaties": Changed("docs/een naam.md", "een\n", "twee\n"),
    "een naam met letters": Changed('docs/één "naam"\t.md', "één\n", "twéé 😀\n"),
    "regels als van git": Changed(
        "a.yml", "-- x\n--- a\n+++ b\n", "-- x\n--- b\n+++ c\ndiff --git a/x b/x\n@@ -1 +1 @@\nFrom me\n"
    ),
    "andere einden van regels": Changed("a.yml", "een\u2028twee\x0bdrie\x85\n", "een\u2028drie\x0bdrie\x85\n"),
}
TITLED = Message("Een titel")
TEXTS = st.text(st.sampled_from("ab \n\r\t=-+@\\é😀\u2028"), max_size=60)


@pytest.fixture
def repository(tmp_path: Path):
    """A repository with one commit, and what runs git in it."""

    def git(*arguments: str, given: bytes = b"") -> str:
        who = ("-c", "user.name=Beheerder", "-c", "user.email=b@voorbeeld.be", "-c", "core.autocrlf=false")
        run = subprocess.run(["git", *who, *arguments], cwd=tmp_path, input=given, capture_output=True, check=False)
        assert run.returncode == 0, run.stderr.decode() + run.stdout.decode()
        return run.stdout.decode()

    git("init", "-q")
    git("commit", "-q", "--allow-empty", "-m", "begin")
    git.place = tmp_path
    git.commit = lambda changes: commit(git, changes)
    return git


def commit(git, changes):
    for change in changes:
        if change.before is not None:
            place = git.place / change.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(change.before.encode())
    git("add", "-A")
    git("commit", "-q", "--allow-empty", "-m", "voor")


def apply(git, changes, message=TITLED):
    git("am", given=as_patch(changes, message).encode())
    for change in changes:
        place = git.place / change.path
        assert (place.read_bytes().decode() if place.exists() else None) == change.after


@pytest.mark.parametrize("name", FILES)
def test_git_takes_a_change(repository, name):
    """`git am` makes of the file before exactly the file after."""
    repository.commit([FILES[name]])
    apply(repository, [FILES[name]])


def test_git_takes_many_files_at_once(repository):
    changes = [Changed(f"{number}/{each.path}", each.before, each.after) for number, each in enumerate(FILES.values())]
    repository.commit(changes)
    apply(repository, changes)


def test_git_finds_the_base_when_the_text_moved_on(repository):
    """The patch names what the file was, so that git can weave it into a later version."""
    change = FILES["op twee plaatsen"]
    repository.commit([change])
    place = repository.place / change.path
    place.write_text(LONG.replace("regel 1\n", "een\n").replace("regel 5\n", "vijf\n"))
    repository("commit", "-qam", "intussen")
    repository("am", "-3", given=as_patch([change], Message("Een titel")).encode())
    assert "regel 3\n" not in place.read_text()
    assert "een\nregel 2\nregel 4\nvijf\n" in place.read_text()


@pytest.mark.parametrize(
    ("given", "author", "subject", "body"),
    [
        (Message("Één titel", "Waarom?\n\nDaarom: é.", "Zoë Peeters"), f"Zoë Peeters <{SENDER}>", "Één titel", "Waarom?\n\nDaarom: é."),
        (Message("x\ny", "", "Jan <jan@voorbeeld.be>"), "Jan <jan@voorbeeld.be>", "x y", ""),
        (Message("x", "From: Iemand <a@b.c>\n---\ndiff --git a/x b/x\nIndex: x"), f"Iemand in de werkplaats <{SENDER}>", "x",
         "From: Iemand <a@b.c>\n ---\n diff --git a/x b/x\n Index: x"),
        (Message("x", "y", 'A "B, <C>@ (d'), f"A B C d <{SENDER}>", "x", "y"),
    ],
)  # fmt: skip
def test_git_takes_over_who_and_why(repository, given, author, subject, body):
    """Names, titles and reasons are taken as they are; nothing that somebody writes there steers git."""
    change = FILES["CRLF" if given.who == "Zoë Peeters" else "nieuw"]
    repository.commit([change])
    apply(repository, [change], given)
    made = repository("log", "-1", "--format=%an <%ae>%n%s%n%b").strip().split("\n", 2)
    assert made[:2] == [author, subject]
    assert (made[2] if len(made) > 2 else "").strip() == body


@pytest.mark.parametrize("name", FILES)
def test_what_was_written_is_read(name):
    """The patch says what was said, and makes the same of the same text."""
    change, message = FILES[name], Message("Één: titel", "Waarom?\n\nDaarom.", "Zoë")
    told, (section,) = read_patch(as_patch([change], message))
    assert (told.title, told.why, told.who) == (message.title, message.why, "Zoë")
    assert (section.before is None, section.after is None) == (change.before is None, change.after is None)
    assert (section.after or section.before) == change.path
    text, fitted = fit(change.before or "", section.hunks)
    assert text == (change.after or "")
    assert {piece.fits for piece in fitted} <= {"fits"}


@given(before=TEXTS, after=TEXTS)
@settings(max_examples=200, deadline=None)
def test_any_text_becomes_any_other(before, after):
    if before == after:
        assert not list(hunks(before, after))
        return
    _, (section,) = read_patch(as_patch([Changed("a.yml", before, after)], Message("x")))
    assert fit(before, section.hunks)[0] == after


def test_what_git_makes_is_read(repository):
    """Also with names that changed, packed titles and several commits in one file."""
    place = repository.place / "trees" / "boom.yml"
    place.parent.mkdir()
    place.write_text(LONG)
    (repository.place / "CRLF.yml").write_bytes(b"a\r\n")
    repository("add", "-A")
    repository("commit", "-qm", "begin")
    begin = repository("rev-parse", "HEAD").strip()
    place.write_text(LONG.replace("regel 7\n", "zéven\n"))
    (repository.place / "CRLF.yml").write_bytes(b"b\r\n")
    repository(
        "commit", "-qam", "Één: een lange titel die git over twee regels zet omdat hij niet past, met é en è\n\nDaarom."
    )
    repository("mv", "trees/boom.yml", "trees/eik.yml")
    repository("commit", "-qm", "Twee")
    told, sections = read_patch(repository("format-patch", "--stdout", begin))
    assert told.title == "Één: een lange titel die git over twee regels zet omdat hij niet past, met é en è"
    assert (told.why, told.who) == ("Daarom.", "Beheerder <b@voorbeeld.be>")
    assert [(each.before, each.after) for each in sections][1:] == [
        ("trees/boom.yml",) * 2,
        ("trees/boom.yml", "trees/eik.yml"),
    ]
    assert fit(LONG, sections[1].hunks)[0] == place.with_name("eik.yml").read_text()
    _, plain = read_patch(repository("diff", begin, "--no-renames"))
    assert {each.path for each in map(named, plain)} == {"CRLF.yml", "trees/boom.yml", "trees/eik.yml"}


def named(section):
    return Changed(section.after or section.before, None, None)


def test_a_piece_that_moved_is_found():
    """Lines that came before it, and lines around it that changed, are no hindrance."""
    change = FILES["in het midden"]
    _, (section,) = read_patch(as_patch([change], Message("x")))
    text, (fitted,) = fit("nieuw\n" * 5 + change.before, section.hunks)
    assert (text, fitted.fits, fitted.line) == ("nieuw\n" * 5 + change.after, "fits", 26)
    later = change.before.replace("regel 17\n", "zeventien\n")
    text, (fitted,) = fit(later, section.hunks)
    assert (text, fitted.fits) == (change.after.replace("regel 17\n", "zeventien\n"), "nearly")


def test_a_piece_that_does_not_fit_changes_nothing():
    """What is there already is told apart from what cannot be placed."""
    change = FILES["op twee plaatsen"]
    _, (section,) = read_patch(as_patch([change], Message("x")))
    later = change.before.replace("regel 3\n", "drie en een half\n")
    text, fitted = fit(later, section.hunks)
    assert text == later.replace("regel 33\n", "drie\n")
    assert [piece.fits for piece in fitted] == ["not", "fits"]
    text, fitted = fit(change.after, section.hunks)
    assert text == change.after
    assert [piece.fits for piece in fitted] == ["already", "already"]


def test_lines_never_grow_together():
    """An end without a newline belongs at the end."""
    _, (section,) = read_patch(as_patch([FILES["einde weg"]], Message("x")))
    text, (fitted,) = fit("een\ntwee\ndrie\n", section.hunks)
    assert (text, fitted.fits) == ("een\ntwee\ndrie\n", "not")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 0),
        ("Dag,\n\nhier is mijn voorstel.\n", 0),
        ("--- a/x\n+++ b/x\n@@ -1,3 +1 @@\n een\n", 3),
        ("--- a/x\n+++ b/x\n@@ -1 +1 @@\n+een\n+twee\n", 3),
        ("--- a/x\n+++ b/x\n@@ -een +twee @@\n", 3),
        ("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n een\n*twee\n", 3),
        ("Subject: x\nContent-Transfer-Encoding: base64\n\n%%%\n=\n", 0),
    ],
)
def test_what_is_no_patch_is_refused(text, line):
    """With the line from which it is broken, where that is known."""
    with pytest.raises(NoProposalError) as refused:
        read_patch(text)
    assert refused.value.line == line


def test_a_text_of_any_size_is_compared_in_time():
    """Of texts with everything in them different the whole is replaced; nothing takes long."""
    before = "".join(f"regel {number}\n" for number in range(60_000))
    after = "".join(f"lijn {number}\n" for number in range(60_000))
    (piece,) = hunks(before, after)
    assert piece.count("\n-") == piece.count("\n+") == 60_000
    same = "zelfde\n" * 50_000
    lines = [Hunk(1, ["zelfde\n"] * 4, ["zelfde\n", "anders\n"], (1, 0))] * 400
    assert fit("x\n" + same, lines)[1]


def test_a_blob_has_the_name_that_git_gives(repository):
    assert blob("é\r\n") == repository("hash-object", "--stdin", given="é\r\n".encode()).strip()
