"""The form: every key of the model can be filled in, every text of every file stands in it, and it speaks like people do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from wegwijzer.check.rules.references.unknown_fact import known_facts
from wegwijzer.kinds.kind import KINDS
from wegwijzer.load.nodes import Node
from wegwijzer.workbench.choices import LISTS, choices
from wegwijzer.workbench.desk import Desk, project, put
from wegwijzer.workbench.edit import edit
from wegwijzer.workbench.form import form
from wegwijzer.workbench.fresh import fresh, name_for
from wegwijzer.workbench.outline import outline
from wegwijzer.workbench.reading import reading
from wegwijzer.workbench.typed import home, is_record
from wegwijzer.workbench.words import label

TREE = "trees/reactie.yml"
FILLED = {
    "line",
    "text",
    "lines",
    "number",
    "date",
    "bool",
    "choice",
    "choices",
    "pick",
    "picks",
    "texts",
    "target",
    "condition",
    "given",
    "record",
    "records",
}
"""What the page can fill in: `assets/workbench-fields.js` and those beside it have a way for each."""


@pytest.fixture(scope="module")
def whole(texts, tmp_path_factory) -> Desk:
    made = Desk(tmp_path_factory.mktemp("werkplaats"))
    project(made, {"files": texts})
    return made


def form_at(desk: Desk, path: str, *where: str | int) -> dict[str, Any]:
    return form(desk, {"path": path, "where": [*where]})


def fields_in(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every field of a form, also those of the records in it."""
    for field in record["fields"]:
        yield field
        inside = [field["record"]] if field.get("record") else field["items"] if field["kind"] == "records" else []
        for each in inside:
            yield from fields_in(each) if "fields" in each else ()


def field_of(record: dict[str, Any], key: str) -> dict[str, Any]:
    return next(field for field in record["fields"] if field["key"] == key)


def leaves(node: Node, where: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The places of all values of a file."""
    if node.kind == "scalar":
        yield where
    for part, item in (
        [(key.value, item) for key, item in node.entries()] if node.kind == "map" else enumerate(node.items)
    ):
        yield from leaves(item, (*where, part))


def shown(held: Any) -> Iterator[tuple[str | int, ...]]:
    """All places that a form names: what it changes stands there, or right below it."""
    if isinstance(held, dict):
        if "where" in held:
            yield tuple(held["where"])
        for item in held.values():
            yield from shown(item)
    elif isinstance(held, list):
        for item in held:
            yield from shown(item)


def apart(held: dict[str, Any]) -> Iterator[list[str | int]]:
    """The places that a form leads to, as they have one of their own."""
    for field in fields_in(held):
        if field["kind"] == "records" and field["apart"]:
            yield from (item["where"] for item in field["items"])


def files(texts: dict[str, str]) -> list[str]:
    return [path for path in texts if path.endswith(".yml")]


@pytest.mark.slow
def test_every_text_of_every_file_stands_in_a_form(whole, texts):
    """From the form of a file one comes to each value in it; nothing can be changed in the YAML alone."""
    count = 0
    for path in files(texts):
        file = whole.file(path)
        places, left = set(), [[]]
        while left:
            made = form_at(whole, path, *left.pop())
            assert made["good"]
            places |= set(shown(made["record"]))
            left += apart(made["record"])
        values = set(leaves(file.root))
        count += len(values)
        lost = {where for where in values if not any(where[:-cut] in places for cut in (1, 2)) and where not in places}
        assert lost == set(), path
    assert count > 10_000


def test_every_key_of_the_model_can_be_filled_in(whole):
    """Also those that no file has now: a new record of any kind offers all its keys, each with words and a way to fill it in."""
    for kind in KINDS.in_yaml():
        if kind.loose:
            continue
        path = kind.place if kind.single else f"{kind.folder}/nieuw.yml"
        before = whole.texts.get(path)
        put(whole, {"path": path, "text": "title: Nieuw\n"})
        made = form_at(whole, path)["record"]
        assert {field["key"] for field in made["fields"]} == {*KINDS.keys_of(kind.record)}
        put(whole, {"path": path, "text": before})


def test_every_field_has_words_and_a_way_to_fill_it_in(whole, texts):
    seen = set()
    for path in files(texts):
        for group in outline(whole, {"path": path})["groups"]:
            for step in group["steps"]:
                made = form_at(whole, path, *step["where"])
                assert made["where"] == step["where"]
                for field in fields_in(made["record"]):
                    seen.add(field["kind"])
                    assert field["kind"] in FILLED
                    assert field["label"]
                    if "options" in field and isinstance(field["options"], str):
                        assert field["options"].partition(":")[0] in LISTS
    assert seen == FILLED


def test_labels_are_words_and_no_keys():
    """Every key of every record has a label in Dutch: none is the key itself by lack of words."""
    for kind in KINDS.in_yaml():
        for record in () if kind.loose else kind.records:
            for key in KINDS.keys_of(record).values() if is_record(record) else ():
                said = label(record, key)
                assert said[0].isupper()
                assert "_" not in said


def test_a_place_is_shown_by_the_form_of_its_step(whole):
    kind = whole.file(TREE).kind
    assert home(kind, ("questions", "van-wie", "answers", "kind", "text")) == ("questions", "van-wie")
    assert home(kind, ("cases", 3, "answers", "waar")) == ("cases", 3)
    assert home(kind, ("questions",)) == ()
    assert home(kind, ("review", "by")) == ()
    assert home(kind, ("chart", "rows", 2, "do")) == ("chart", "rows", 2)
    grid = whole.file("data/three-r.yml").kind
    assert home(grid, ("grid", "a")) == ("grid", "a")
    assert home(grid, ("grid", "a", "b", "c", "text")) == ("grid", "a", "b", "c")
    assert home(grid, ("integrity", "elements", "x", "text")) == ("integrity", "elements", "x")


def test_an_answer_with_conditions_reads_as_sentences(whole):
    record = form_at(whole, TREE, "questions", "van-wie")["record"]
    answers = {item["id"]: item for item in field_of(record, "answers")["items"]}
    to = field_of(answers["schrijver"], "to")
    assert (to["kind"], to["guarded"]) == ("target", True)
    first, _, last = to["routes"]
    assert last["when"] is None
    assert last["shown"]
    assert first["when"]["says"].startswith("al dit geldt: ")
    assert " is het antwoord ‘" in first["when"]["says"]
    assert [part["key"] for part in first["when"]["parts"]] == ["all"]
    assert first["when"]["parts"][0]["members"][0]["where"][-2:] == ["all", 0]


def test_what_a_policy_brings_along_is_called_by_its_text(whole):
    record = form_at(whole, TREE, "questions", "bewijsregel")["record"]
    assert record["title"] != "bewijsregel"
    policy = field_of(record, "policy")
    assert (policy["kind"], policy["options"]) == ("pick", "policies")
    assert policy["shown"] == record["title"]


def test_a_text_that_is_no_file_any_more_has_no_form(whole):
    before = whole.texts["trees/gesprek.yml"]
    put(whole, {"path": "trees/gesprek.yml", "text": "title: [\n"})
    assert form_at(whole, "trees/gesprek.yml") == {"good": False, "path": "trees/gesprek.yml"}
    assert outline(whole, {"path": "trees/gesprek.yml"})["groups"] == []
    put(whole, {"path": "trees/gesprek.yml", "text": "- a\n"})
    assert not form_at(whole, "trees/gesprek.yml")["good"]
    put(whole, {"path": "trees/gesprek.yml", "text": before})
    gone = form_at(whole, "trees/gesprek.yml", "questions", "die-er-niet-is")
    assert gone["where"] == []


def test_a_broken_part_keeps_the_rest_in_the_form(whole):
    """What the loader cannot use stands in the form all the same, so that it can be mended there."""
    before = whole.texts["trees/gesprek.yml"]
    text = before.replace("urgency: vandaag", "urgency: gisteren", 1)
    assert text != before
    put(whole, {"path": "trees/gesprek.yml", "text": text})
    values = [
        field["value"]
        for step in outline(whole, {"path": "trees/gesprek.yml"})["groups"]
        if step["where"] == ["actions"]
        for each in step["steps"]
        for field in form_at(whole, "trees/gesprek.yml", *each["where"])["record"]["fields"]
        if field["key"] == "urgency"
    ]
    assert "gisteren" in values
    put(whole, {"path": "trees/gesprek.yml", "text": before})


def test_every_list_can_be_picked_from(whole):
    for name in LISTS:
        more = {"register": ":contacts", "answers": ":waar"}.get(name, "")
        found = choices(whole, {"path": TREE, "options": name + more})["items"]
        if name != "groups":
            assert len(found) > 1
        assert all(item["value"] and item["title"] for item in found)
        assert len({item["value"] for item in found}) == len(found)


def test_facts_are_those_that_the_checker_knows(whole):
    """No condition made by picking can name a fact that no answer sets."""

    class Seen:
        tree = whole.file(TREE).record
        library = whole.loaded().library

    picked = {item["value"] for item in choices(whole, {"path": TREE, "options": "facts"})["items"]}
    assert picked == set(known_facts(Seen))


def test_the_outline_has_every_step_in_order(whole):
    found = outline(whole, {"path": TREE})
    record = whole.file(TREE).record
    assert found["title"] == record.title
    groups = {tuple(group["where"]): group["steps"] for group in found["groups"]}
    assert [step["id"] for step in groups["questions",]] == [*record.questions]
    assert [step["title"] for step in groups["cases",]] == [case.title for case in record.cases]
    assert ("start",) not in groups


TYPED = {"line": "Anders", "text": "Iets anders.", "lines": "Iets anders.", "number": 7, "date": "2031-01-02"}
"""What somebody types in a field of each kind."""


def test_what_is_filled_in_stands_in_the_text_and_in_the_form(whole, texts):
    """One field of every kind in every kind of record: filled in, it is there to read, and the rest of the file is as it was."""
    done = set()
    for path in files(texts):
        for group in outline(whole, {"path": path})["groups"]:
            for step in group["steps"]:
                made = form_at(whole, path, *step["where"])
                new = [field for field in made["record"]["fields"] if (made["kind"], field["key"]) not in done]
                for field in new:
                    done.add((made["kind"], field["key"]))
                    if field["kind"] not in TYPED:
                        continue
                    before, value = whole.texts[path], TYPED[field["kind"]]
                    told = edit(whole, {"path": path, "edit": {"op": "set", "where": field["where"], "value": value}})
                    assert "error" not in told
                    again = form_at(whole, path, *step["where"])["record"]
                    assert field_of(again, field["key"])["value"] == str(value)
                    others = [
                        [each for each in record["fields"] if each["key"] != field["key"]]
                        for record in (made["record"], again)
                    ]
                    assert others[0] == others[1]
                    put(whole, {"path": path, "text": before})
    assert len(done) > 200


def test_a_new_step_needs_no_name_of_its_own(whole):
    made = fresh(whole, {"path": TREE, "where": ["questions"], "title": "Waar staat het écht?"})
    assert made["edit"] == {
        "op": "add",
        "where": ["questions"],
        "key": "waar-staat-het-echt",
        "value": {"text": "Waar staat het écht?"},
    }
    assert made["where"] == ["questions", "waar-staat-het-echt"]
    taken = fresh(whole, {"path": TREE, "where": ["actions"], "title": "Waar"})
    assert taken["edit"]["key"] == "waar-2"
    place = ["questions", "waar", "answers", "prive", "to"]
    led = fresh(whole, {"path": TREE, "where": ["actions"], "title": "Bel", "target": place})
    assert led["edit"]["edits"][1] == {"op": "set", "where": place, "value": "bel"}
    task = fresh(whole, {"path": TREE, "where": ["closing"], "title": "Zeg dank je."})
    assert task["edit"] == {"op": "add", "where": ["closing"], "value": "Zeg dank je."}


def test_names_are_names():
    assert name_for("‘Ça va?’ vroeg zij dan nog een keer") == "ca-va-vroeg-zij"
    assert name_for("!!!") == "nieuw"
    assert name_for("constructor") == "constructor-2"
    assert name_for("Ja", {"ja", "ja-2"}) == "ja-3"


def test_reading_says_what_is_hard():
    easy = "Je leest het bericht. Je denkt even na. Dan zeg je kort wat jij ervan vindt."
    hard = (
        "Onverminderd de toepasselijke wettelijke bepalingen inzake gegevensbescherming verantwoordelijkheidshalve"
        " overeenkomstig reglementering geformaliseerde besluitvormingsprocedures geïmplementeerd."
    )
    assert not reading(None, {"text": easy})["hard"]
    assert reading(None, {"text": hard})["hard"]
    assert reading(None, {"text": "Kort."})["says"] == ""
