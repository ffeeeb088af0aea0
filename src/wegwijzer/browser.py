"""The one function that the page calls: JSON in, JSON out. Everything else of the engine stays behind it.

A request is `{"do": …}` with
- `load`: `tree`, a compiled tree as the build wrote it;
- `open`: `fragment` of the address, `typed` (what was filled in on this page, by step), `given` (local choices kept);
- `answer`: as `open`, with `step` and `answer` (an id, a list of ids, or the text filled in).

The reply to `open` and `answer` is `{"html", "node", "kind", "final", "fragment", "title", "typed", "notice"}`;
an answer that is not possible gives `{"error"}`, in words for the reader.
"""

from __future__ import annotations

import json
from typing import Any

from wegwijzer import fragment
from wegwijzer.codec import decode
from wegwijzer.compiled import Compiled
from wegwijzer.inline import plain
from wegwijzer.locale import say
from wegwijzer.render.html import live_html
from wegwijzer.view import clone, live_view
from wegwijzer.walk import Walker, WalkError, replay_loosely

_trees: dict[str, Compiled] = {}
_last: dict[tuple[int, str], Walker] = {}
"""The walker of the last reply."""


def handle(request: str) -> str:
    """Answer one request of the page. Raises only for requests that the page itself got wrong."""
    asked = json.loads(request)
    if asked["do"] == "load":
        compiled = decode(Compiled, asked["tree"])
        _trees[compiled.id] = compiled
        return json.dumps({"loaded": compiled.id})
    compiled = _trees[asked["tree"]]
    walker, notice = _resume(compiled, asked)
    typed = dict(asked.get("typed") or {})
    if asked["do"] == "answer":
        try:
            walker.give(asked["step"], _answer(asked["answer"])).settle()
        except WalkError as error:
            return json.dumps({"error": str(error)}, ensure_ascii=False)
        typed |= walker.filled
        notice = ""
    reply = _reply(walker, notice, typed)
    _last.clear()
    _last[_place(compiled, {**asked, "fragment": reply["fragment"], "typed": typed})] = walker
    return json.dumps(reply, ensure_ascii=False)


def _resume(compiled: Compiled, asked: dict[str, Any]) -> tuple[Walker, str]:
    """The walker for a request: most often the one of the reply before, which need not walk the whole way again."""
    walker = _last.get(_place(compiled, asked)) if asked["do"] == "answer" else None
    return (clone(walker), "") if walker else _open(compiled, asked)


def _place(compiled: Compiled, asked: dict[str, Any]) -> tuple[int, str]:
    """All that decides where a walker stands."""
    told = [asked.get("fragment") or "", asked.get("typed") or {}, asked.get("given") or {}]
    return id(compiled), json.dumps(told, sort_keys=True)


def _open(compiled: Compiled, asked: dict[str, Any]) -> tuple[Walker, str]:
    """The walker for a fragment, and what the reader should know when not all of it still holds."""
    link = fragment.read(asked.get("fragment") or "", compiled, asked.get("typed"))
    given = asked.get("given") or {}
    if link is None:
        return Walker(compiled, given).settle(), ""
    start = link.start
    if not link.answers and start is None and compiled.knows(link.step):
        start = None if Walker(compiled, given).node == link.step else link.step
    lost = (start is not None and not compiled.knows(start)) or not compiled.knows(link.step)
    if start is not None and not compiled.knows(start):
        start = None
    try:
        walker, rest = replay_loosely(compiled, link.answers, given=given, start=start)
    except WalkError:  # no way leads on from there, with what is known here
        return Walker(compiled, given).settle(), say("tree.not_found")
    older = bool(link.version) and link.version != compiled.version
    if lost or rest:
        return walker, say("tree.changed" if older else "tree.not_found")
    if link.answers and walker.node != link.step:
        return walker, say("tree.changed" if older else "tree.elsewhere")
    return walker, ""


def _answer(answer: Any) -> Any:
    return tuple(answer) if isinstance(answer, list) else answer


def _reply(walker: Walker, notice: str, typed: dict[str, str]) -> dict[str, Any]:
    view = live_view(walker)
    return {
        "html": live_html(walker),
        "node": view.id,
        "kind": view.kind,
        "final": view.final,
        "fragment": fragment.write(walker),
        "title": say("tree.step", number=view.number, title=plain(view.title)),
        "typed": typed,
        "notice": notice,
    }
