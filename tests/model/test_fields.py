"""What may be filled in: one rule of Python for each kind, and the same rule in the page."""

from __future__ import annotations

import json
import re
import subprocess

import pytest

from helpers import CHOICES, ROOT, TESTS, problems, tree
from wegwijzer.model.fields import PATTERNS, fits, tidied
from wegwijzer.render.bare import kept_policies
from wegwijzer.render.site import Site
from wegwijzer.walk.walker import Walker, WalkError

VECTORS = json.loads((TESTS / "vectors" / "fields.json").read_text(encoding="utf-8"))
BOOM = """
title: B
start: wat
questions:
  wat: {{text: 'Wat?', fill: {{kind: {}, max: 300}}, to: klaar}}
actions:
  klaar: {{title: Klaar, steps: [Stap.]}}
"""


@pytest.mark.parametrize("kind", VECTORS)
def test_every_vector_is_judged_right(kind):
    """The rule takes what is right and nothing that is wrong, to the last character."""
    assert [] == [text for text in VECTORS[kind]["right"] if not fits(kind, text)]
    assert [] == [text for text in VECTORS[kind]["wrong"] if fits(kind, text)]


@pytest.mark.parametrize("kind", VECTORS)
def test_walk_asks_the_same(kind):
    """A reader's answer follows the rule, with spaces around it forgiven."""
    compiled = tree(BOOM.format(kind))
    for text in VECTORS[kind]["right"]:
        assert tidied(kind, text) == Walker(compiled).give("wat", f" {text} ").filled["wat"]
    for text in VECTORS[kind]["wrong"]:
        if not fits(kind, text.strip()):
            with pytest.raises(WalkError):
                Walker(compiled).give("wat", text)


def test_web_address_without_https_is_completed():
    """What people say of an address is enough; what it already says of itself stays."""
    given = {"www.gent.be": "https://www.gent.be", "http://a.be": "http://a.be", "HTTPS://A.BE": "HTTPS://A.BE", "": ""}
    assert given == {text: tidied("url", f" {text}") for text in given}
    assert "https://gent.be/http://x" == tidied("url", "gent.be/http://x")


def test_patterns_mean_the_same_in_javascript():
    """Every pattern, run in JavaScript over all vectors of all kinds, says what Python says."""
    texts = sorted({text for kind in VECTORS.values() for group in kind.values() for text in group})
    patterns = {kind: f"^(?:{pattern.pattern})$" for kind, pattern in PATTERNS.items()}
    program = (
        "const {patterns, texts} = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        "const said = Object.entries(patterns).map(([k, p]) => [k, texts.map((t) => new RegExp(p, 'u').test(t))]);"
        "console.log(JSON.stringify(Object.fromEntries(said)));"
    )
    asked = json.dumps({"patterns": patterns, "texts": texts})
    done = subprocess.run(["node", "-e", program], input=asked, capture_output=True, text=True, check=True)
    expected = {kind: [bool(pattern.fullmatch(text)) for text in texts] for kind, pattern in PATTERNS.items()}
    assert expected == json.loads(done.stdout)


def test_page_has_no_rule_of_its_own():
    """The embedded page judges by the pattern it is given: no script writes a number, mail or date pattern itself."""
    scripts = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "docs" / "assets").glob("*.js")}
    assert [] == [name for name, text in scripts.items() if re.search(r"\\d\{|\[0-9\]|\\d\+", text) and "embed" in name]


def test_address_of_an_embed_gives_options_and_numbers_only():
    """A text can never come from an address: only options and numbers are known, with the rule of Python."""
    text = (
        BOOM.format("text")
        .replace("Stap.", "'$keuzes.termijn $keuzes.zicht $keuzes.rol'")
        .replace("start:", "uses: [keuzes]\nstart:")
    )
    role = "  rol: {text: 'Wie doet het?', default: team, fill: {kind: text}, to: afspraken}\nactions:"
    known = kept_policies(tree(text, keuzes=CHOICES.replace("actions:", role)))
    assert {"keuzes.termijn", "keuzes.zicht"} == set(known)
    assert {"pattern": f"^(?:{PATTERNS['number'].pattern})$", "max": 200} == known["keuzes.termijn"]


@pytest.mark.parametrize("mail", [text for text in VECTORS["email"]["wrong"] if text.strip()])
def test_mail_address_of_a_contact_holds_nothing_else(mail):
    """A contact's address takes no copy to another, no line end and no second address."""
    text = "title: B\nstart: a\nactions:\n  a: {title: A, steps: [Stap.]}\n"
    told = problems(text, contacts="contacts:\n  hulp: {name: Hulp, for: Vragen., email: " + json.dumps(mail) + "}\n")
    assert {"W011", "W002"} & {problem.code for problem in told}
    assert Site(contact=mail).report("b", "1", "t", "v") == ""


@pytest.mark.parametrize(
    "link", ["mailto:a@b.be?bcc=c@d.be", "//gent.be", "/\\gent.be", "https:gent.be", "https:///x", "data:x", "/a\\b"]
)
def test_link_that_leads_elsewhere_than_it_says_is_refused(link):
    """A browser reads some addresses as another place than they look: they are no links."""
    text = "title: B\nstart: a\nactions:\n  a: {title: A, steps: ['Lees [dit](%s).']}\n"
    assert ["W401"] == [problem.code for problem in problems(text % link) if problem.level == "error"]


@pytest.mark.parametrize(
    "see", ["//gent.be/", "gids/bestaat-niet/", "/gids", "/../x/", "/gids//x/", "https://a.be", "/a b/", "/%2e/"]
)
def test_see_leads_to_a_tree_or_a_page(see):
    """What is neither the name of a tree nor the place of a page is refused."""
    text = "title: B\nstart: a\nactions:\n  a: {title: A, steps: [Stap.], see: ['%s']}\n"
    assert ["W107"] == [problem.code for problem in problems(text % see) if problem.level == "error"]
