"""What a site has of a tree besides its page: what the wizard loads, and the whole tree as text to read."""

from __future__ import annotations

import json
from dataclasses import replace

from wegwijzer.compile.codec import encode
from wegwijzer.compile.compiled import Compiled
from wegwijzer.render.text import tree_text


def tree_files(tree: Compiled) -> dict[str, bytes]:
    """Those files, by name. A wizard does not need the cases."""
    lean = replace(tree, tree=replace(tree.tree, cases=()))
    return {
        f"{tree.id}.json": json.dumps(encode(lean), ensure_ascii=False, separators=(",", ":")).encode(),
        # With a mark at the start, a browser reads the text right whatever a server says of it.
        f"{tree.id}.txt": tree_text(tree).encode("utf-8-sig"),
    }
