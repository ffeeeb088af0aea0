"""The projects in examples/ tell decisions of others: the kit finds nothing wrong in them, and they decide as published."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from itertools import product

import pytest

from helpers import ROOT, TODAY, tree
from wegwijzer.proof.situations import prove
from wegwijzer.proof.unreached import unreachable
from wegwijzer.walk.walker import Walker, WalkError

EXAMPLES = ROOT / "examples"
TREES = {file.relative_to(EXAMPLES).parts[0]: file for file in sorted(EXAMPLES.glob("*/trees/*.yml"))}

UTILITY_QUESTIONS = {"value-by-hand", "value-automated"}
"""The tree asks Value Density twice: what it means for the utility depends on the answer before."""
FACTS = {
    "exploitation": ("none", "public-poc", "active"),
    "automatable": ("no", "yes"),
    "value-density": ("diffuse", "concentrated"),
    "technical-impact": ("partial", "total"),
    "public-safety": ("minimal", "significant"),
}
PRIORITIES = ("defer", "scheduled", "out-of-cycle", "immediate")

QUESTIONS = {
    "region": "regio",
    "partner": "partner",
    "date_of_death": "datum",
    "estate_over_250000": "waarde",
    "children": "kinderen",
    "more_than_one_child": "meer-kinderen",
    "parents": "ouders",
    "siblings": "broers-zussen",
    "siblings_including_mixed_parents": "broers-zussen-naast-partner",
    "half_siblings": "halfbroers-halfzussen",
    "grandparents": "grootouders",
    "aunts_or_uncles": "ooms-tantes",
    "half_aunts_or_uncles": "halfooms-halftantes",
    "great_aunts_or_uncles": "oudooms-oudtantes",
}
ANSWERS = {
    "yes": "ja",
    "no": "nee",
    "england-and-wales": "engeland-wales",
    "scotland": "schotland",
    "northern-ireland": "noord-ierland",
    "outside-uk": "elders",
    "before-oct-2014": "voor-oktober-2014",
    "oct-2014-feb-2020": "tot-februari-2020",
    "feb-2020-jul-2023": "tot-juli-2023",
    "after-jul-2023": "vanaf-juli-2023",
}
OUTCOMES = {
    "1": "partner-alles-schotland",
    "2": "kinderen-erven",
    "3": "ouders-erven",
    "4": "broers-zussen-erven",
    "5": "grootouders-erven",
    "6": "ooms-tantes-erven",
    "10": "partner-vruchtgebruik-en-kinderen",
    "11": "partner-en-familie-oude-regels",
    "12": "partner-250000-en-kinderen",
    "13": "partner-270000-en-kinderen",
    "14": "partner-alles-engeland-wales",
    "15": "partner-322000-en-kinderen",
    "23": "halfbroers-erven",
    "24": "halfooms-erven",
    "25": "kroon",
    "40": "schotland-partner-en-kinderen",
    "41": "schotland-partner-en-broers",
    "42": "schotland-partner-en-ouders",
    "43": "schotland-partner-ouders-broers",
    "44": "ouders-en-broers",
    "45": "oudooms-erven",
    "46": "kroon-na-bewijs",
    "60": "partner-alles-28-dagen",
    "61": "partner-en-meer-kinderen",
    "62": "partner-en-een-kind",
    "63": "partner-en-ouders-noord-ierland",
    "64": "partner-en-broers-noord-ierland",
    "65": "partner-alles-28-dagen",
    "66": "kinderen-noord-ierland",
    "67": "naaste-verwant",
    "68": "recht-elders",
}


def published(name):
    """The rows of a table of others beside this file, without what says where it comes from and without its head."""
    with (ROOT / "tests/examples" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(line for line in file if not line.startswith("#")))[1:]


def source(project):
    """The text of the tree of a project, without its cases: a walk needs none."""
    return TREES[project].read_text(encoding="utf-8").partition("\ncases:\n")[0] + "\n"


def compiled(project, text=""):
    """The tree of a project, or another text of it, ready to walk."""
    data = {file.stem: file.read_text(encoding="utf-8") for file in (EXAMPLES / project / "data").glob("*.yml")}
    return tree(text or source(project), **data)


@pytest.fixture(scope="module", params=TREES)
def example(request):
    """The tree of each project."""
    return compiled(request.param)


@pytest.mark.parametrize("project", TREES)
def test_checker_finds_nothing(project):
    """The kit alone finds no error, no warning and no advice in it."""
    done = subprocess.run(
        [sys.executable, "-m", "wegwijzer.cli", "check", EXAMPLES / project, "--format", "json"],
        env={**os.environ, "SOURCE_DATE": TODAY, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    assert [] == json.loads(done.stdout)


def test_every_way_ends(example):
    """No way stops without an outcome, and nothing in the tree is out of reach."""
    proof = prove(example)
    assert ([], set(), []) == (proof.dead_ends, proof.broken, proof.trapped())
    left = unreachable(example, proof)
    assert ((), (), (), ()) == (left.questions, left.answers, left.routes, left.actions)


# -- SSVC ------------------------------------------------------------------------------------------------------


def facts_of_ssvc():
    """Every combination of what can be known of a vulnerability, one answer to each decision point."""
    return [dict(zip(FACTS, values, strict=True)) for values in product(*FACTS.values())]


def decided(facts, tree_of_supplier):
    """Where the engine ends, and what it then knows of the utility."""
    walker = Walker(tree_of_supplier)
    while not walker.final:
        walker.give(walker.node, facts["value-density" if walker.node in UTILITY_QUESTIONS else walker.node])
    return walker.node, walker.marks


def published_utility(facts):
    """What the published table says of the utility."""
    (utility,) = (
        row[2] for row in published("ssvc-utility.csv") if row[:2] == [facts["automatable"], facts["value-density"]]
    )
    return utility.replace(" ", "-")


def published_priorities():
    """The published table: exploitation, utility, technical impact and public safety impact → priority."""
    return {tuple(cell.replace(" ", "-") for cell in row[:4]): row[4] for row in published("ssvc-supplier.csv")}


def different(tree_of_supplier):
    """The combinations in which the tree decides otherwise than the table."""
    table = published_priorities()
    return [
        facts
        for facts in facts_of_ssvc()
        if decided(facts, tree_of_supplier)[0]
        != table[facts["exploitation"], published_utility(facts), facts["technical-impact"], facts["public-safety"]]
    ]


def test_ssvc_table_is_whole():
    """The table beside this file has a row for every combination, and no other."""
    utilities = {published_utility(facts) for facts in facts_of_ssvc()}
    whole = set(product(FACTS["exploitation"], utilities, FACTS["technical-impact"], FACTS["public-safety"]))
    assert whole == set(published_priorities())
    assert 36 == len(whole) == len(published("ssvc-supplier.csv"))
    assert set(PRIORITIES) == set(published_priorities().values())


def test_ssvc_decides_as_published():
    """For every combination the tree ends where the table does, and derives the same utility."""
    supplier = compiled("ssvc")
    assert [] == different(supplier)
    for facts in facts_of_ssvc():
        assert {published_utility(facts)} == decided(facts, supplier)[1]


def test_ssvc_asks_at_most_five_questions():
    """What the page says: three to five questions, and technical impact never under attack."""
    supplier = compiled("ssvc")
    asked = []
    for facts in facts_of_ssvc():
        walker = Walker(supplier)
        while not walker.final:
            walker.give(walker.node, facts["value-density" if walker.node in UTILITY_QUESTIONS else walker.node])
        names = [node for node, _ in walker.path]
        assert ("technical-impact" in names) == (facts["exploitation"] != "active")
        asked.append(len(names))
    assert {3, 4, 5} == set(asked)


def other_routes(text, targets, other):
    """Texts that each have one route to any of `targets` changed: one for every such route."""
    return [
        pytest.param(
            text[: found.start()] + other(found[1]) + text[found.end() :],
            id=f"{text.count(chr(10), 0, found.start()) + 1}-{found[1]}",
        )
        for found in re.finditer(r"(?<= to: )([\w-]+)$", text, re.MULTILINE)
        if found[1] in targets
    ]


@pytest.mark.parametrize(
    "text", other_routes(source("ssvc"), PRIORITIES, lambda name: PRIORITIES[PRIORITIES.index(name) - 1])
)
def test_ssvc_wrong_cell_is_noticed(text):
    """Whichever route to an outcome leads elsewhere, the comparison finds it."""
    assert different(compiled("ssvc", text))


# -- GOV.UK ----------------------------------------------------------------------------------------------------


def strayed(heirs):
    """The published paths on which the tree asks something else, or ends elsewhere."""
    found = []
    for answers, outcome in published("gov-uk-paths.csv"):
        walker = Walker(heirs)
        try:
            for name, answer in (pair.split("=") for pair in answers.split()):
                walker.give(QUESTIONS[name], ANSWERS[answer])
        except WalkError as error:
            found.append((answers, str(error)))
            continue
        if walker.node != OUTCOMES[outcome]:
            found.append((answers, walker.node))
    return found


def test_flow_goes_as_published():
    """On every published path the tree asks the same questions in the same order, and ends in the same place."""
    assert [] == strayed(compiled("erfenis"))


def test_flow_has_no_other_paths():
    """There are as many ways through the tree as published, all different; every question and outcome is one of theirs."""
    heirs = compiled("erfenis")
    paths = published("gov-uk-paths.csv")
    assert 42 == len({answers for answers, _ in paths}) == prove(heirs).count_walks()
    assert set(heirs.tree.questions) == set(QUESTIONS.values())
    assert set(heirs.tree.actions) == {OUTCOMES[outcome] for _, outcome in paths}
    assert set(OUTCOMES) == {outcome for _, outcome in paths}


FLOW = source("erfenis").partition("\nactions:\n")
"""The part of the tree with questions, and the rest."""
NODES = {*QUESTIONS.values(), *OUTCOMES.values()}


@pytest.mark.parametrize(
    "text", other_routes(FLOW[0], NODES, lambda name: "kroon" if name != "kroon" else "naaste-verwant")
)
def test_flow_wrong_edge_is_noticed(text):
    """Whichever route leads elsewhere, the comparison finds it."""
    assert strayed(compiled("erfenis", text + FLOW[1] + FLOW[2]))
