"""The static version in the page and the one step of a reader, as HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from edges import html_links
from helpers import CHOICES, tree, tree_files
from wegwijzer.render.bare import embed_page
from wegwijzer.render.html import live_html, tree_html
from wegwijzer.render.text import tree_text
from wegwijzer.render.text_page import text_page
from wegwijzer.view.phrases import danger
from wegwijzer.walk.walker import Walker, replay

VOID = {"input", "br", "img", "hr", "meta", "link"}
WAY = [("toon", "twijfel"), ("naam", "An"), ("klachten", ("kosten",))]

NASTY = "<script>alert(1)</script> & \"quotes\" 'ook'"


class WellFormed(HTMLParser):
    """Every tag closed in its turn; collects ids, links and the words a reader sees."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.tags = [], [], [], set()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        assert len(given) == len(attrs), f"twice the same attribute in <{tag}>"
        self.tags.add(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def parsed(html):
    page = WellFormed()
    page.feed(html)
    page.close()
    assert page.open == []
    return page


def test_static_version_of_a_small_tree(sample, golden):
    """The whole static element, byte for byte. Made anew with `pytest --update-golden`."""
    golden("vuilnis.html", tree_html(sample))


def test_last_step_of_a_reader(sample, golden):
    """The one step that a reader sees at the end of a walk. Made anew with `pytest --update-golden`."""
    golden("vuilnis-overleg.html", live_html(replay(sample, WAY)))


@pytest.mark.parametrize("name", [file.stem for file in tree_files()])
def test_own_trees_give_sound_html(name, own_trees):
    """Each tree of the project gives HTML with every tag closed, every id once, and only allowed links."""
    page = parsed(tree_html(own_trees[name]))
    assert sorted(set(page.ids)) == sorted(page.ids)
    assert all(re.match(r"(#|\.\./|https?://|mailto:|tel:)", link) for link in page.links)
    assert {"script", "style", "iframe"} & page.tags == set()


@pytest.mark.parametrize("attribute", ["style=", "onclick=", "onload=", "javascript:"])
def test_nothing_that_the_policy_forbids(sample, attribute):
    """Nothing in the HTML needs a looser content security policy."""
    assert attribute not in tree_html(sample) + live_html(replay(sample, WAY))


def test_text_of_a_tree_is_escaped_everywhere():
    """Whatever a contributor writes shows as text: no tag and no attribute comes from a text."""
    quoted = NASTY.replace("'", "''")
    boom = tree(
        f"""
        title: '{quoted}'
        summary: '{quoted}'
        uses: [keuzes]
        start: vraag
        questions:
          vraag:
            text: '{quoted}'
            help: '{quoted}'
            answers: {{een: {{text: '{quoted}', help: '{quoted}', marks: [merk], to: veel}}}}
          veel: {{text: '{quoted}', choose: many, answers: {{a: {{text: '{quoted}', help: '{quoted}'}}}}, to: vul}}
          vul:
            text: '{quoted}'
            fill: {{kind: number, unit: '{quoted}'}}
            to: [{{when: {{all: [merk]}}, to: klaar}}, {{to: klaar}}]
        marks: {{merk: {{text: '{quoted}'}}}}
        actions:
          klaar:
            title: '{quoted} $vul'
            help: '{quoted}'
            reply: '{quoted}'
            contacts: [hulp]
            see: [keuzes]
            to: keuzes/zicht
            sources: [bron]
            steps: [{{text: '{quoted}', who: '{quoted}', when: {{all: [merk]}}, points: ['{quoted}']}}, Stap.]
            document: ['{quoted}', {{text: '{quoted}', style: heading}}, {{text: '{quoted}', style: item}}]
        closing: ['{quoted}']
    """,
        keuzes=CHOICES.replace("Keuzes van onze gemeente", NASTY.replace('"', "")),
        contacts=f"contacts: {{hulp: {{name: '{quoted}', for: '{quoted}', email: '{quoted}', phone: '{quoted}'}}}}",
        sources=f"sources: {{bron: {{title: '{quoted}', publisher: '{quoted}', year: '{quoted}'}}}}",
    )
    way = [("vraag", "een"), ("veel", ("a",)), ("vul", "5")]
    for html in (tree_html(boom), *(live_html(replay(boom, way[:count])) for count in range(4))):
        assert "script" not in parsed(html).tags
        assert html.count("<script") == 0
        assert html.count("&lt;script&gt;") > 0


def test_a_result_points_at_the_closing_of_a_tree_that_has_one(own_trees):
    """Where nothing holds for every result, none sends a reader to the foot of the whole text for it."""
    found = set()
    for compiled in own_trees.values():
        html = str(text_page(compiled))
        found.add(bool(compiled.tree.closing))
        assert ("ww-closing-see" in html) == (f'id="{compiled.id}--afsluiting"' in html) == bool(compiled.tree.closing)
    assert found == {True, False}


def test_what_a_light_page_leaves_out_stands_in_the_whole_text(own_trees):
    """Each action of the page of a wizard says what it is called and how soon, and leads to itself in the whole text; a way
    on stands in both.
    """
    section = re.compile(r'<section class="ww-step ww-action" id="([^"]+)".*?</section>', re.DOTALL)
    head = re.compile(r"^<section.*</h3>\n", re.DOTALL)
    for compiled in own_trees.values():
        light, whole = str(tree_html(compiled, root="../../")), str(text_page(compiled))
        parsed(whole)
        assert (
            section.findall(light)
            == section.findall(whole)
            == [f"{compiled.id}-{name}" for name in compiled.tree.actions]
        )
        for short, full in zip(section.finditer(light), section.finditer(whole), strict=True):
            told, left = head.search(short[0])[0], head.sub("", short[0])
            assert full[0].startswith(told)
            assert re.findall(r'href="([^"#]*)#([^"]+)"', left)[0] == (f"../../tekst/{compiled.id}/", short[1])
            assert "<li" not in left
            onward = re.findall(r'<p class="ww-onward"><a class="ww-button" data-continue.*?</p>', full[0])
            assert onward == re.findall(r'<p class="ww-onward">.*?</p>', left)
            assert '<details class="ww-more" open>' in full[0]


def test_the_whole_text_says_all_that_the_wizard_in_one_file_says(own_trees):
    """Node by node the two are the same, so what holds for one holds for the other (test_every_field). Besides, the text has a line
    for who doubts: the file has none.
    """
    sections = re.compile(r"<section.*?</section>", re.DOTALL)
    doubts = re.compile(r'<p class="ww-note ww-anyway">.*?</p>\n')
    for compiled in own_trees.values():
        assert sections.findall(doubts.sub("", text_page(compiled))) == sections.findall(
            tree_html(compiled, root="../../", whole=True)
        )


def test_typed_text_is_escaped(sample):
    """What a reader types shows as text."""
    html = live_html(replay(sample, [("toon", "vriendelijk"), ("naam", "<b onclick=x>"), ("klachten", ("niets",))]))
    assert "&lt;b onclick=x&gt;" in html
    assert "<b onclick" not in html


def test_root_element_says_where_the_reader_is(sample):
    """The element carries the tree, its version, the current step and its kind, for scripts and tests."""
    opening = tree_html(sample).partition("\n")[0]
    for attribute in (
        'tree="vuilnis"',
        f'data-version="{sample.version}"',
        'data-node="toon"',
        'data-kind="question"',
        'data-engine="static"',
    ):
        assert attribute in opening
    assert 'data-src="/bomen/vuilnis.json?a&amp;b"' in tree_html(sample, data_url="/bomen/vuilnis.json?a&b")


def test_danger_comes_before_the_first_question(sample):
    """The police and the ambulance stand first, each with its number as a link; then the step, then the disclaimer."""
    html = tree_html(sample)
    places = ['<a href="tel:101">101 ', ">(politie)<", '<a href="tel:112">112 ', ">(ziekenwagen, brandweer)<"]
    order = [html.index(part) for part in (*places, 'id="vuilnis-toon"', "geen juridisch advies")]
    assert sorted(order) == order


def test_danger_line_says_what_each_number_is_for(sample):
    """Every form of a whole tree has the same line, in words where nothing can be clicked."""
    assert "Nu gevaar? Bel 101 (politie) of 112 (ziekenwagen, brandweer)." == danger()
    for form in (tree_text(sample), re.sub(r"<[^>]+>", "", embed_page(sample))):
        assert danger() in form


def test_the_emergency_card_is_linked_where_the_site_is_around(sample):
    """On a page of the site the danger line leads to the card; a form without the site has no link that leads nowhere."""
    assert '<a href="../../noodkaart/">Noodkaart</a></p>' in tree_html(sample, root="../../")
    assert '<a href="../noodkaart/">Noodkaart</a></p>' in tree_html(sample, root="../")
    for form in (tree_html(sample), embed_page(sample), tree_text(sample)):
        assert "oodkaart" not in form


def test_controls_have_the_attributes_that_the_page_listens_to(sample):
    """Single answers are links with data-answer, several are checkboxes, a fill-in is a field, and others go on."""
    html = tree_html(sample, whole=True)
    assert '<a class="ww-answer" data-answer="boos" href="#vuilnis-zicht">' in html
    assert '<input type="checkbox" name="vuilnis-klachten" data-answer="niets" data-exclusive="true">' in html
    assert 'id="vuilnis-naam--veld" aria-describedby="vuilnis-naam--fout" data-fill="naam" maxlength="40"' in html
    assert 'data-continue="verberg" href="#vuilnis-naam"' in html
    assert 'data-handover="keuzes" href="../keuzes/#keuzes-termijn"' in html


def test_only_final_actions_are_marked_final(sample):
    """A final action carries data-final, an interim one does not."""
    sections = re.findall(r'<section [^>]*id="vuilnis-([a-z-]+)"[^>]*>', tree_html(sample))
    final = re.findall(r'<section [^>]*id="vuilnis-([a-z-]+)"[^>]* data-final="true"', tree_html(sample))
    assert ["overleg", "bedank"] == [step for step in sections if step in final]


def test_step_tells_its_sources_and_where_its_text_stands(sample):
    """Each step lists its sources and names the file and line of its text."""
    html = live_html(Walker(sample))
    assert "Gids voor gesprekken (Een uitgever, 2024): Deel 1: luisteren" in html
    assert "Deze tekst staat in trees/vuilnis.yml, regel 15." in html


def test_reader_can_go_back_to_each_answer(sample):
    """The answers so far are listed, each with a link that brings the walk back to that question."""
    html = live_html(replay(sample, WAY))
    backs = re.findall(r'data-back href="#([^"]+)"', html)
    assert [
        "vuilnis-toon",
        f"vuilnis-naam;toon.twijfel;{sample.version}",
        f"vuilnis-klachten;toon.twijfel,naam.~;{sample.version}",
    ] == backs
    assert "Jouw antwoorden (3)" in html
    assert "An</strong>" not in html


def test_what_the_municipality_decided_has_no_way_back(sample):
    """A decided question was never asked on this walk, so there is no link that goes back to it."""
    html = live_html(replay(sample, [("toon", "boos"), ("verberg", "verder")], given={"keuzes.zicht": "verbergen"}))
    backs = re.findall(r'data-back href="#([^"]+)"', html)
    assert ["vuilnis-toon", f"vuilnis-verberg;toon.boos;{sample.version}"] == backs


def test_links_of_the_static_version_have_a_number(sample):
    """Beside each answer stands the number it goes to, the number of that step's heading."""
    links = html_links(sample)
    assert links.found == {(here, goal) for here, goal in links.hrefs}
    for (_, goal), href in links.hrefs.items():
        assert href == f"#vuilnis-{goal}"
