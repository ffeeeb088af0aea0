"""What a build makes for who wants to know what changed, from a list of what was published before."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from helpers import ROOT, load, tree
from wegwijzer.cli.main import main
from wegwijzer.compare.published import NotPublishedError, read
from wegwijzer.compile.travel import packed
from wegwijzer.site.news import news_files, page_of_changes, pages_of, text_before
from wegwijzer.workplace import publish_after

BOOM = """
title: Boom
start: vraag
questions:
  vraag: {text: "Vraag?", answers: {ja: {text: Ja, to: bel}, nee: {text: Nee, to: wacht}}}
actions:
  bel: {title: Bel, steps: [Bel meteen.]}
  wacht: {title: Wacht, steps: [Wacht even.]}
"""
PAGES = (("over/", "Over", "aa"),)


def made(text=BOOM, before=("", ""), page="nieuw/"):
    return news_files((packed(tree(text)),), PAGES, before, "https://a.be/", page)


def test_the_list_of_one_build_is_what_the_next_one_compares_with():
    """Without one there is no edition and no feed; with one both; and with what that made, the same again on another day."""
    first = made()
    assert {"news/published.json", "advices/advices.json"} == first.keys()
    before = first["news/published.json"].decode()
    second = made(BOOM.replace("Bel meteen.", "Bel nu."), (before, "2026-12-01"))
    assert "2026-12-01" == read(second["news/published.json"].decode()).editions[0].day
    assert b"Bel nu." in second["news/changes.xml"]
    third = made(BOOM.replace("Bel meteen.", "Bel nu."), (second["news/published.json"].decode(), "2030-01-01"))
    assert third == second


def test_without_a_page_there_is_no_feed():
    """A feed leads to a page; the list is there all the same."""
    before = made()["news/published.json"].decode()
    assert "news/changes.xml" not in made(BOOM.replace("Ja", "Jawel"), (before, "2026-12-01"), page=None)


def test_scripts_find_every_advice_with_its_address():
    """Of a tree its title and where it stands, of each action a digest and its title; and the words that scripts say."""
    told = json.loads(made()["advices/advices.json"])
    boom = told["trees"]["boom"]
    assert ("Boom", "keuzehulp/boom/") == (boom["title"], boom["address"])
    assert {"bel": "Bel", "wacht": "Wacht"} == {name: title for name, (_, title) in boom["advices"].items()}
    assert all("%1" in words for words in told["words"].values())


def test_a_file_that_is_no_list_stops_the_build_in_words(tmp_path, capsys):
    """Also one that is not there; nothing is made, and no traceback is shown."""
    wrong = tmp_path / "published.json"
    for content in (b"\xff", b"{}", None):
        if content is None:
            wrong.unlink()
        else:
            wrong.write_bytes(content)
        with pytest.raises(NotPublishedError, match=r"published\.json is geen lijst"):
            text_before(wrong)
    try:
        assert main(["build", "--published", str(wrong)]) != 0
    finally:
        publish_after(None, "")
    assert "is geen lijst van een gepubliceerde site" in capsys.readouterr().err


class Host(BaseHTTPRequestHandler):
    """A host that answers with the number in the address."""

    def do_GET(self):
        self.send_response(int(self.path.split("/")[1]))
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_):
        pass


@pytest.fixture
def host():
    with HTTPServer(("127.0.0.1", 0), Host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.mark.parametrize(("answer", "builds", "compares"), [(200, True, True), (404, True, False), (503, False, False)])
def test_publishing_compares_with_what_is_online(host, answer, builds, compares):
    """A site that is not there yet is built without; what cannot be had now stops it, or all that was told would be lost."""
    environment = {**os.environ, "SITE_URL": f"{host}/{answer}/", "MAKE": "echo"}
    done = subprocess.run([ROOT / "scripts/publish.sh"], env=environment, capture_output=True, text=True, check=False)
    assert builds == (done.returncode == 0) == done.stdout.startswith("build")
    assert compares == ("PUBLISHED=" in done.stdout)


def test_pages_are_those_that_a_reader_finds():
    """Not those that no search finds, nor the one that tells of changes; a line above the text changes nothing."""
    text = "# Over\n\nWij.\n"
    front = "---\nsearch:\n  exclude: true\n---\n"
    loaded = load(BOOM)
    loaded.library.pages.update(
        {"over/index.md": text, "over/privacy.md": front + text, "over/veranderd.md": "{{ changes() }}"}
    )
    (page,) = pages_of(loaded)
    assert page[0] == "over/"
    assert "over/veranderd/" == page_of_changes(loaded)
    loaded.library.pages["over/index.md"] = "---\nsearch:\n  boost: 2\n---\n" + text
    assert (page,) == pages_of(loaded)
