"""All files of a session, each apart and together in one archive that works without a network."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from municipal.records import Frame, Session
from municipal.sessions import sheets, texts
from municipal.sessions.deck import slides
from municipal.sessions.pieces import FOLDER, PIECES, Piece, file_name, links
from municipal.sessions.programme import Programme, programme_of, trees_of
from wegwijzer.kinds.library import Library
from wegwijzer.locale import language, say
from wegwijzer.model.text import plain
from wegwijzer.pages.project import project
from wegwijzer.pages.tree import compiled
from wegwijzer.publish.pack import add
from wegwijzer.render import addresses
from wegwijzer.render.blocks import Block, own
from wegwijzer.render.documents.docx import docx
from wegwijzer.render.documents.table import Table
from wegwijzer.render.element import Markup, element, lines, stacked
from wegwijzer.slides.template import Colours
from wegwijzer.workplace import built, colours, site_url

START = "0-start.html"
"""What one opens first: it stands first in every list of files."""
MADE = f"extras/{FOLDER}"
OFFLINE = "bare/assets/offline"
FRAMES = "frame-herkennen"
"""Who works with this tree needs the cards of the frames."""
STYLE = """
body { max-width: 44em; margin: 2em auto; padding: 0 1em; color: #14232b; font: 17px/1.5 system-ui, sans-serif }
h1 { line-height: 1.2 }
table { border-collapse: collapse }
th, td { padding: .3em 1em .3em 0; border-bottom: 1px solid #c9d3d6; text-align: left; vertical-align: top }
a { color: #0b5563 }
li { margin: .4em 0 }
.danger { padding: .6em .8em; background: #fdecec; font-weight: 600 }
"""
POLICY = "default-src 'none'; style-src '{digest}'; base-uri 'none'; form-action 'none'"


def made_from(name: str, library: Library) -> tuple[str, list[str]]:
    """All texts of a session and of its exercises, as one; and its trees. Raises KeyError for what is not there."""
    programme = programme_in(name, library)
    common = replace(programme.common, sessions={})
    exercises = [slot.exercise for slot in programme.slots if slot.exercise]
    return repr((programme.session, common, exercises, list(texts.sources(programme, library)))), list(programme.trees)


def programme_in(name: str, library: Library) -> Programme:
    """A session with the trees of the project."""
    found: Session = library.of(Session)[name]
    return programme_of(name, library, {tree: compiled(tree) for tree in trees_of(found, library)})


def session_files(name: str, _made_from: str, _outside: tuple[str, ...]) -> dict[str, bytes]:
    """The files of one session for the build.

    `_made_from` are the texts that it is made from, `_outside` is what decides of it besides (see workplace).
    """
    library = project().library
    return {f"{MADE}/{file}": content for file, content in made(programme_in(name, library), library).items()}


def archive(name: str, _made_from: str, _outside: tuple[str, ...]) -> dict[str, bytes]:
    """Those files as one archive, with the sheets of the site and what is made of its trees; all of that must have been made."""
    library = project().library
    programme = programme_in(name, library)
    own_files = {file: (built() / MADE / file).read_bytes() for file in files_of(name)}
    further = {key: place.read_bytes() for key, place in beside(programme, library).items() if place.is_file()}
    content = zipped(name, {START: start_page(programme, further), **own_files, **further})
    return {f"{MADE}/{file_name(name)}": content}


def made(programme: Programme, library: Library) -> dict[str, bytes]:
    """What is made of a session alone, by the name of the file."""
    base = site_url()
    guide: list[Block | Table] = [
        own("title", texts.title(programme)),
        *texts.before(programme),
        own("heading", say("session.programme")),
        Table((2, 2, 7, 2), [texts.columns(), *texts.timetable(programme)]),
        *texts.after(programme, library, base),
    ]
    contents = (
        (sheets.guide(programme, library), docx(guide)),
        (slides(programme, Colours(*colours())),),
        (sheets.handout(programme),),
        (sheets.cards(programme),),
        (sheets.evaluation(programme), docx(texts.evaluation(programme))),
    )
    return dict(zip(files_of(programme.id), (content for files in contents for content in files), strict=True))


def files_of(name: str) -> list[str]:
    """How the files of a session are called, in the order in which they are made."""
    return [file_name(name, piece, ending) for piece in PIECES for ending in piece.endings]


def beside(programme: Programme, library: Library) -> dict[str, Path]:
    """What goes along in the archive and is made elsewhere: its name there → where the build has it."""
    paper = {
        called: built() / f"paper/{sheet}.pdf" for sheet, called in sheets_beside(programme.trees, library).items()
    }
    for tree in programme.trees:
        chart = addresses.download("chart", tree).removeprefix(addresses.ASSETS)
        paper[f"keuzehulpen/{Path(chart).name}"] = built() / chart
        paper[f"keuzehulpen/{tree}.html"] = built() / OFFLINE / f"{tree}.html"
    return paper


def sheets_beside(trees: Iterable[str], library: Library) -> dict[str, str]:
    """The sheets of the site that go along: the name of each → how it is called in the archive."""
    with_frames = FRAMES in trees and library.of(Frame)
    return {"noodkaart": "noodkaart.pdf"} | ({"frames": "framekaarten.pdf"} if with_frames else {})


def start_page(programme: Programme, further: Iterable[str]) -> bytes:
    """The page that lists what is in the archive, with links that work from a disk."""
    session = programme.session
    rows = [element("li", _files(programme.id, piece), " ", say(f"session.about_{piece.key}")) for piece in PIECES]
    more = [element("li", element("a", {"href": name}, _called(programme, name))) for name in sorted(further)]
    head = element(
        "tr", (element("th", {"scope": "col"}, say(f"session.{key}")) for key in ("when", "part", "minutes"))
    )
    programme_rows = (
        element("tr", map(_cell, (when, what, long))) for when, _, what, long in texts.timetable(programme)
    )
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    page = stacked(
        "html",
        {"lang": language()},
        stacked(
            "head",
            element("meta", {"charset": "utf-8"}),
            element(
                "meta",
                {"http-equiv": "Content-Security-Policy", "content": POLICY.format(digest=f"sha256-{digest}")},
            ),
            element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
            element("title", f"{session.title} · {say('site.name')}"),
            element("style", STYLE),
        ),
        stacked(
            "body",
            element(
                "main",
                lines(
                    element("h1", session.title),
                    element("p", plain(session.goal)),
                    element("p", say("session.start_how")),
                    element("h2", say("session.files")),
                    stacked("ul", *rows),
                    element("h2", say("session.offline")),
                    stacked("ul", *more),
                    element("h2", say("session.programme")),
                    stacked("table", head, *programme_rows),
                    element("p", f"{say('session.start_foot')} ", say("tree.version", version=programme.version)),
                ),
            ),
        ),
    )
    return (Markup("<!doctype html>\n") + page + "\n").encode()


def _cell(text: str) -> Markup:
    return element("td", text)


def _files(name: str, piece: Piece) -> Markup:
    return links(piece, lambda ending: {"href": file_name(name, piece, ending)})


def _called(programme: Programme, name: str) -> str:
    """How a file from elsewhere is called."""
    stem, _, ending = name.rpartition("/")[2].rpartition(".")
    if ending == "html":
        return say("session.wizard", title=programme.trees[stem].tree.title)
    tree = next((tree for tree in programme.trees if stem.startswith(f"{tree}-")), "")
    if tree:
        return say("session.chart", title=programme.trees[tree].tree.title)
    return say(f"session.further_{stem}")


def zipped(name: str, files: Mapping[str, bytes]) -> bytes:
    """Files as an archive in one folder: in order of name, without times."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for file, content in sorted(files.items()):
            add(archive, name, file, content)
    return buffer.getvalue()
