"""The one function that the page calls: JSON in, JSON out. Everything else of the engine stays behind it.

A request is `{"do": …}` with
- `load`: `tree`, a compiled tree as the build wrote it;
- `open`: `fragment` of the address, `typed` (what was filled in on this page, by node), `given` (local choices kept),
  `later` (the address that was left to change an answer), `site` (`source_url`, `contact`), `root` (the way to the root of
  the site, where the page is one of it);
- `answer`: as `open`, with `node` and `answer` (an id, a list of ids, or the text filled in);
- `extend`: `archive`, more modules (a zip in base64), for what is loaded only when a reader asks: `take`, `doubt`, `draw` and
  `yaml`, more of the engine, or `more`, what formats of extensions need. `name` says which;
- `draw`: `tree`, `given`, and what `wegwijzer.render.own_map` needs to draw the tree under those choices;
- `read` and `write`: a file `local.yml` that a reader brings, and the one that the page gives, with what
  `wegwijzer.check.local_file` needs; the trees with its choices were loaded before;
- `work`: what the page asks in which texts are changed, see `wegwijzer.workbench`;
- `take`: as `open`, with what `wegwijzer.render.documents` needs to make a document or a case file;
- `doubt`: as `open`, with `known` (answers that are certain all the same, by node) and `unsure` (other nodes of which they are
  not): what holds for who does not know the answer where the walk stands, and of a result which answers led there.

The reply to `open` and `answer` is `{"html", "node", "kind", "final", "fragment", "title", "typed", "notice", "later",
"route"}`; an answer that is not possible gives `{"error"}`, in words for the reader. `later` goes along with the next
request; `route` lists the nodes passed. That to `doubt` is `{"html"}`.
"""

from __future__ import annotations

import json
import sys
from binascii import a2b_base64
from importlib import import_module
from typing import Any

from wegwijzer.compile.codec import decode
from wegwijzer.compile.compiled import Compiled, take_in
from wegwijzer.formats import added
from wegwijzer.locale import KIT, language, say, use_words_of
from wegwijzer.model.text import plain
from wegwijzer.render.html import live_html
from wegwijzer.render.markup import rooted
from wegwijzer.render.site import Site
from wegwijzer.view.nodes import live_view
from wegwijzer.view.opened import Opened, opened, typed_in
from wegwijzer.walk import fragment
from wegwijzer.walk.walker import WalkError, clone, resume

LATER = {
    "take": "wegwijzer.render.documents",
    "doubt": "wegwijzer.render.doubt",
}
"""Where the function of a request stands, by name: the page loads these parts when a reader asks for them."""
_trees: dict[str, Compiled] = {}
_last: dict[str, Opened] = {}
"""The walk of the last reply, by all that the page must tell to stand there again."""


def handle(request: str) -> str:
    """Answer one request of the page. Raises only for requests that the page itself got wrong."""
    return json.dumps(_answer(json.loads(request)), ensure_ascii=False)


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    if asked["do"] in OF_NO_WALK:
        return OF_NO_WALK[asked["do"]](asked)
    now = _found(asked)
    if asked["do"] in LATER:
        made: dict[str, Any] = getattr(import_module(LATER[asked["do"]]), asked["do"])(now.walker, asked)
        return made
    if asked["do"] == "answer":
        try:
            now.walker.give(asked["node"], _given(asked["answer"])).settle()
        except WalkError as error:
            return {"error": str(error)}
        now.notice = ""
        if now.former_here() == asked["node"]:
            now.former.pop(0)
        before = len(now.walker.path)
        now.former = resume(now.walker, now.former)
        if len(now.walker.path) > before:
            now.notice = say("tree.kept")
    reply = _reply(now, asked)
    _last.clear()
    _last[_place({**asked, **{name: reply[name] for name in ("fragment", "typed", "later")}})] = now
    return reply


def _load(asked: dict[str, Any]) -> dict[str, Any]:
    compiled = decode(Compiled, asked["tree"])
    _walk_in(compiled)
    take_in(compiled)
    return {"loaded": compiled.id}


def _walk_in(compiled: Compiled) -> None:
    """Let walks be in this tree from now on, whatever was known under its name."""
    _trees[compiled.id] = compiled
    _last.clear()


def _extend(asked: dict[str, Any]) -> dict[str, Any]:
    """Let what stands in a zip be imported. Every package that is there may hold more from then on."""
    place = f"/lib/wegwijzer-{asked['name']}.zip"
    with open(place, "wb") as file:  # noqa: PTH123 - pathlib would come along to every reader
        file.write(a2b_base64(asked["archive"]))
    sys.path.append(place)
    import_module(f"{KIT}.locale.{language()}")  # before the first word is said it is not there to hold more
    for name, module in [*sys.modules.items()]:
        if hasattr(module, "__path__"):
            module.__path__.append(f"{place}/{name.replace('.', '/')}")
    if asked["name"] == "more":
        for form in added():
            use_words_of(form.home)
    return {"extended": True}


def _file(asked: dict[str, Any]) -> dict[str, Any]:
    """What came of a file: by name, for the page loads this part when a reader brings or asks for one."""
    found: dict[str, Any] = getattr(import_module("wegwijzer.check.local_file"), asked["do"])(_trees.values(), asked)
    return found


def _draw(asked: dict[str, Any]) -> dict[str, Any]:
    """What there is to draw, or what was drawn: by name, as above."""
    drawn: dict[str, Any] = import_module("wegwijzer.render.own_map").draw(_trees[asked["tree"]], asked)
    return drawn


def _work(asked: dict[str, Any]) -> dict[str, Any]:
    """What somebody who changes texts asks: by name, as above. It can bring a tree to walk in (`walks`)."""
    worked: dict[str, Any] = import_module("wegwijzer.workbench").answer(asked)
    if "walks" in worked:
        _walk_in(worked.pop("walks"))
    return worked


OF_NO_WALK = {"load": _load, "extend": _extend, "read": _file, "write": _file, "draw": _draw, "work": _work}
"""What is asked apart from any walk."""


def _found(asked: dict[str, Any]) -> Opened:
    """Where a request begins: most often at the reply before, which need not walk the whole way again."""
    last = _last.get(_place(asked)) if asked["do"] == "answer" else None
    return Opened(clone(last.walker), "", list(last.former)) if last else opened(_trees[asked["tree"]], asked)


def _place(asked: dict[str, Any]) -> str:
    """All that decides where a walk stands."""
    told = {name: asked.get(name) or None for name in ("tree", "fragment", "typed", "given", "later")}
    return json.dumps(told, sort_keys=True)


def _given(answer: Any) -> Any:
    return tuple(answer) if isinstance(answer, list) else answer


def _reply(now: Opened, asked: dict[str, Any]) -> dict[str, Any]:
    walker = now.walker
    view = live_view(walker)
    former = now.former[0][1] if now.former_here() == walker.node else None
    return {
        "html": rooted(live_html(walker, site=Site(**asked.get("site") or {}), former=former), asked.get("root") or ""),
        "node": view.id,
        "kind": view.kind,
        "final": view.final,
        "fragment": fragment.write(walker),
        "title": say("tree.node", number=view.number, title=plain(view.title)),
        "typed": typed_in(asked) | {node: text for node, text in walker.filled.items() if text},
        "notice": now.notice,
        "later": fragment.write(walker, now.former) if now.former and not walker.final else "",
        "route": [node for node, _ in walker.path],
    }
