"""The last look at a site: a page without a policy and an address that leads nowhere are named, and nothing else."""

from __future__ import annotations

import pytest

from wegwijzer.publish.policy import with_policy
from wegwijzer.publish.verify import problems_of

OWN = "https://gemeente.be/wegwijzer/"


def write(site, name, body, *, guarded=True):
    """A page of a site, with its policy."""
    html = f'<!doctype html><html><head>\n<meta charset="utf-8"><title>x</title></head><body>{body}</body></html>'
    place = site / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(with_policy(html, ()) if guarded else html, encoding="utf-8")


@pytest.fixture
def site(tmp_path):
    """A site of a few pages without problems."""
    write(tmp_path, "index.html", '<h1 id="begin">Start</h1><input name="zoek">')
    write(tmp_path, "gids/index.html", '<h2 id="één-plaats">Plaats</h2><a href="../">Start</a>')
    write(tmp_path, "keuzehulp/reactie/index.html", "<section id='reactie-toon'></section><p id=reactie></p>")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/wegwijzer.css").write_text("")
    assert problems_of(tmp_path, OWN) == []
    return tmp_path


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("weg/", "leidt nergens heen"),
        ("../weg.pdf", "leidt nergens heen"),
        ("../assets/", "leidt nergens heen"),
        ("./index.html?x=1#weg", "die plaats bestaat niet op de pagina"),
        ("#weg", "die plaats bestaat niet op de pagina"),
        ("../#weg", "die plaats bestaat niet op de pagina"),
        ("../#zoek", "die plaats bestaat niet op de pagina"),
        ("../keuzehulp/reactie/#reactie-weg;ja;1", "die plaats bestaat niet op de pagina"),
        ("../../elders/", "leidt buiten de site"),
        ("..%2F..%2Felders/", "leidt buiten de site"),
        (f"{OWN}weg/", "leidt nergens heen"),
        (f"{OWN}#weg", "die plaats bestaat niet op de pagina"),
        (f"{OWN}../", "leidt buiten de site"),
        ("/wegwijzer/weg/", "leidt nergens heen"),
        ("/elders/", "leidt nergens heen"),
        ("http://[x/", "is geen adres"),
    ],
)
@pytest.mark.parametrize("element", ['<a href="{}">x</a>', "<A class=x\n HREF = '{}'>x</A>", '<img alt="" src="{}">'])
def test_a_dead_link_is_named(site, element, address, why):
    """However it is written, with the page and the address as it stands there."""
    write(site, "gids/index.html", element.format(address))
    (problem,) = problems_of(site, OWN)
    assert problem.startswith(f"gids/index.html: ‘{address}’")
    assert problem.endswith(why)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#",
        ".",
        "..",
        "../",
        "../index.html",
        "../?zoek=x#begin",
        "../gids/",
        "../gids",
        "#één-plaats",
        "#%C3%A9%C3%A9n-plaats",
        "../keuzehulp/reactie/#reactie-toon",
        "../keuzehulp/reactie/#reactie-toon;negatief,ja;0123abcd",
        "../keuzehulp/reactie/?a=b&amp;c=d#reactie-toon;;1",
        "#:~:text=iets",
        "#__search",
        "../assets/wegwijzer.css",
        "../assets/wegwijzer.css?v=1#iets",
        OWN,
        f"{OWN}gids/#één-plaats",
        "/wegwijzer/",
        "/wegwijzer/gids/",
        "https://elders.be/weg/#weg",
        "//elders.be/weg",
        "https://gemeente.be/andere/",
        "mailto:info@gemeente.be",
        "tel:112",
        "data:text/plain,x",
    ],
)
def test_what_leads_somewhere_is_left_alone(site, address):
    """Inside the site, and everything outside it."""
    write(site, "gids/index.html", f'<h2 id="één-plaats">x</h2><a href="{address}">x</a>')
    assert problems_of(site, OWN) == []


@pytest.mark.parametrize(
    "text",
    [
        "<!-- {} -->",
        "<script src=\"../assets/wegwijzer.css\">x = '{}'</script>",
        "<pre>{}</pre>",
        "<template>{}</template>",
        '<code>&lt;a href="weg/"&gt;</code>',
    ],
)
def test_text_that_is_no_link_is_left_alone(site, text):
    """An example in a text, or a part of a program, is no link."""
    write(site, "gids/index.html", text.format('<a href="weg/">x</a>'))
    assert problems_of(site, OWN) == []


def test_a_page_without_a_policy_is_named(site):
    """Also when one stands further on, where it comes too late."""
    write(site, "a/index.html", "x", guarded=False)
    late = '<!doctype html><head><meta charset="utf-8"><script src="x"></script>'
    policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">"
    write(site, "b/index.html", "x")
    (site / "b/index.html").write_text(f"{late}{policy}</head>", encoding="utf-8")
    (site / "x").write_text("")
    found = problems_of(site, OWN)
    assert [problem for problem in found if "beveiligingsbeleid" in problem] == [
        f"{name}/index.html: de pagina heeft geen beveiligingsbeleid" for name in "ab"
    ]


def test_files_to_take_along_have_rules_of_their_own(site):
    """A file to open from a disk brings its own policy; what is not a page is not read."""
    write(site, "assets/offline/reactie.html", '<a href="weg">x</a>', guarded=False)
    (site / "assets/notitie.txt").write_text('<a href="weg">x</a>')
    assert problems_of(site, OWN) == []


def test_all_problems_are_named_at_once(site):
    """In the order of the pages, each address once a page."""
    write(site, "a/index.html", '<a href="weg/">x</a><a href="weg/">x</a><a href="ook-weg/">x</a>', guarded=False)
    write(site, "gids/index.html", '<a href="weg/">x</a>')
    assert [problem.partition(":")[0] for problem in problems_of(site, OWN)] == ["a/index.html"] * 3 + [
        "gids/index.html"
    ]
