"""Where it goes on, and when: routes, conditions and answers given beforehand, as sentences and as what can be changed in them.

A target is `{routes, guarded}`, each route `{where, to, shown, when}`. A condition is `{where, says, parts}`: for each of `all`,
`any` and `none` in it a part `{key, where, members}`, each member a fact `{where, value, shown}` or a condition.
"""

from __future__ import annotations

from typing import Any

from wegwijzer.load.nodes import Node
from wegwijzer.locale import say
from wegwijzer.model import Where
from wegwijzer.workbench.around import Around, scalar, told
from wegwijzer.workbench.typed import node_at

Reply = dict[str, Any]
PARTS = ("all", "any", "none")


def target(around: Around, node: Node | None, where: Where) -> Reply:
    """Where something leads: one step, or routes of which the first counts that holds."""
    options = "ahead" if where and where[0] == "actions" else "nodes"
    if node is None or node.kind == "scalar":
        routes = [_route(around, node.value, None, where)] if node and node.value else []
        return {"guarded": False, "routes": routes, "options": options}
    routes = [
        _route(around, scalar(item, "to"), node_at(item, ("when",)), (*where, index))
        for index, item in enumerate(node.items)
        if item.kind == "map"
    ]
    return {"guarded": True, "routes": routes, "options": options}


def _route(around: Around, to: str, when: Node | None, where: Where) -> Reply:
    return {
        "where": [*where],
        "to": to,
        "shown": around.node(to),
        "leads": _leads(around, to),
        "when": condition(around, when, (*where, "when")) if when else None,
    }


def _leads(around: Around, to: str) -> Reply | None:
    """The place of a step, in this file or another one."""
    tree_id, _, step = to.rpartition("/")
    tree = around.library.trees.get(tree_id)
    path = around.library.files[tree_id] if tree else around.file.shown
    groups = ("questions", "actions", "entries")
    inside = (lambda group: getattr(tree, group)) if tree else around.named
    group = next((group for group in groups if step in inside(group)), None)
    return {"path": path, "where": [group, step]} if group and bool(tree) == bool(tree_id) else None


def condition(around: Around, node: Node | None, where: Where) -> Reply | None:
    """A condition; None when there is none."""
    if node is None or node.kind != "map":
        return None
    parts = [
        {"key": key.value, "where": [*where, key.value], "members": _members(around, item, (*where, key.value))}
        for key, item in node.entries()
        if key.value in PARTS and item.kind == "list"
    ]
    return {"where": [*where], "says": sentence(around, node), "parts": parts}


def _members(around: Around, node: Node, where: Where) -> list[Reply]:
    found: list[Reply] = []
    for index, item in enumerate(node.items):
        place = (*where, index)
        inner = condition(around, item, place)
        found.append(inner or {"where": [*place], "value": item.value, "shown": around.spoken(item.value)})
    return found


def sentence(around: Around, node: Node) -> str:
    """A condition in words, without a capital: ‘op … is geantwoord …, en …’."""
    said = []
    for key, item in node.entries():
        facts = [around.spoken(each.value) if each.kind == "scalar" else sentence(around, each) for each in item.items]
        if key.value in PARTS and facts:
            # a list of one needs no word for how many, unless it is that none may hold
            head = "" if len(facts) == 1 and key.value != "none" else say(f"form.some_{key.value}")
            joint = say("form.joint_all") if key.value == "all" else say("form.joint_any")
            said.append(f"{head} {joint.join(facts)}".strip() if head else joint.join(facts))
    return say("form.joint_all").join(said)


def given(around: Around, key: str, node: Node | None, where: Where) -> Reply:
    """Answers that are known: those of a case, and of an entry. `options` is the list of answers that can be added."""
    policies = key == "given"
    items = []
    for name, item in node.entries() if node and node.kind == "map" else ():
        values = [each.value for each in item.items] if item.kind == "list" else [item.value]
        question = around.policy(name.value) if policies else around.nodes.get(name.value) or name.value
        items.append(
            {
                "where": [*where, name.value],
                "id": name.value,
                "question": question,
                "values": [
                    {"value": value, "shown": told(_answer(around, name.value, value, policies=policies))}
                    for value in values
                ],
                "several": item.kind == "list",
                "typed": _is_typed(around, name.value, policies=policies),
            }
        )
    return {"items": items, "options": "policy-answers" if policies else "given"}


def _answer(around: Around, question: str, value: str, *, policies: bool) -> str:
    if policies:
        asked = around.library.policy(question)
        found = around.library.answers(asked).get(value) if asked else None
        return (found.text if found else "") or value
    return around.answers(question).get(value, value)


def _is_typed(around: Around, question: str, *, policies: bool) -> bool:
    """Whether a reader types the answer to a question."""
    if policies:
        asked = around.library.policy(question)
        return bool(asked and asked.fill)
    return node_at(around.named("questions").get(question), ("fill",)) is not None
