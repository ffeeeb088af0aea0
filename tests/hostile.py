"""A project in which every text is what an attacker would write, and the same with harmless words of the same shape.

Which fields hold text comes from the records of the model: one that is new is in it by itself.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from municipal.records import Frame
from records import Examples, changed
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.kinds.files import DATA_FILES
from wegwijzer.kinds.library import Library
from wegwijzer.load import load_paths
from wegwijzer.model import Tree

TEXTS = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)>",
    "\"' onmouseover=alert(1) x=\"' </p></div></details>",
    "[x](//host) ![y](//host/z.png) [z][r] <https://host> <b@host.be>",
    "*a* __b__ `c` ~~d~~ ``e ***f*** _g_ \\*h\\*",
    "# kop",
    "- punt",
    "1. punt",
    "> citaat",
    "| a | b | --- | c |",
    "=== ---- ~~~ ```html",
    "{{ 7*7 }} {% raw %} {# x #}",
    "&lt;b&gt; &amp;lt; &#60; &nbsp; &copy",
    "::error file=x::y %0A %25 ::endgroup::",
    "]]> <![CDATA[ <!-- --> <?xml ?> <!DOCTYPE x [",
    'BEGIN:VEVENT END:VEVENT; x, y: z="q" \\n \\, \\;',
    "=cmd|' /C calc'!A0 +1 -1 @SUM(1)",
    '\\ \\\\ \\" " a\\',
    '"]; x [label=<<b>y</b>>]; \\N \\G \\l {a|b|c} -> "',
    "[r]: javascript:alert(1)",
    "[x](javascript:alert(1)) [y](data:text/html,z) [z](begrip:../x)",
    "w" * 80 + " " + "zin van zes woorden die blijft " * 4,
    "a: b # c ? d & e ! f % g @ h, 'i': [j]",
    "@iedereen #1 en owner/repo#2, :smile: en 4f2a9b1c0d",
    "<!-- x --> <details><summary>a</summary> </details>",
)
"""What somebody may write in a field; the last are of the forms that read more than one line."""
LINES = ("eerste\n# kop\n- punt\n\n    code\n::error::x\nEND:VEVENT\n> z", "a\n===\nb\n---\n| c |\n| --- |\n[d]: x")
"""The same for texts that keep their lines."""
KEEP_LINES = {"reply", "post"}
SEEN = re.compile(r"[^ \n]")
CHECKED = {"phone"}
"""Fields of text with a pattern of their own: the checker refuses whatever is not of that kind."""
FILES = {"trees/boom": Tree, "frames/kader": Frame, **{f"data/{name}": kind for name, kind in DATA_FILES.items()}}


def walkable(tree):
    """The example of a tree, so that a walk goes over all of its steps."""
    first, second = tree["questions"].values()
    for question in (first, second):
        del question["policy"], question["from"]
    for gone in ("fill", "choose", "min", "default", "to"):
        del first[gone]
    for answer in first["answers"].values():
        answer["to"] = "twee"
        del answer["exclusive"]
    del second["answers"], second["choose"], second["min"]
    second["to"] = "drie"
    tree["actions"] = {"drie": tree["actions"]["een"], "vier": tree["actions"]["twee"]}
    tree["actions"]["drie"]["to"] = "vier"
    del tree["actions"]["vier"]["to"], tree["uses"]
    for action in tree["actions"].values():
        del action["contact"], action["see"]
    for step in [*tree["closing"], *(step for action in tree["actions"].values() for step in action["steps"])]:
        del step["use"]
    tree["chapters"]["twee"]["start"] = "drie"
    for case in tree["cases"]:
        case |= {"given": {}, "answers": {"een": "een", "twee": "x"}, "ends_in": "vier"}
    return tree


@cache
def plain():
    """The library of a project with an example of every file, and where its texts stand: file → paths of keys."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        places = {}
        for file, kind in FILES.items():
            record = Examples().make(kind)
            if kind is Tree:
                record = walkable(record)
            (root / file).parent.mkdir(exist_ok=True)
            (root / f"{file}.yml").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
            places[file] = list(_texts(record))
        loaded = load_paths([root], cwd=root, whole=True)
        assert [] == loaded.problems
        records = {f"{file.path.parent.name}/{file.path.stem}": file.record for file in loaded.files}
        return records, places


def _texts(value, where=()):
    """Where a text stands that a reader may read: what the examples call ‘Tekst 1.’."""
    if isinstance(value, str):
        if where[-1] not in CHECKED and re.fullmatch(r"Tekst \d+\.", value):
            yield where
        return
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _texts(item, (*where, key))


class Project:
    """Every text replaced, hostile or harmless; `said` holds each line, harmless → hostile."""

    def __init__(self, turn):
        records, places = plain()
        self.turn, self.said = turn, {}
        self.records = {True: dict(records), False: dict(records)}
        number = 0
        for file, wheres in places.items():
            for where in wheres:
                texts = TEXTS + LINES if _keeps_lines(where) else TEXTS
                text = texts[(number + turn) % len(texts)]
                hostile_lines = [
                    f"{line} q{number:03}{at}q" if line.strip() else line for at, line in enumerate(text.split("\n"))
                ]
                harmless_lines = [SEEN.sub("x", line.rpartition(" ")[0]) + line[-7:] for line in hostile_lines]
                self.said |= dict(zip(harmless_lines, hostile_lines, strict=True))
                said = {True: "\n".join(hostile_lines), False: "\n".join(harmless_lines)}
                for hostile in (True, False):
                    record = changed(self.records[hostile][file], where, said[hostile])
                    self.records[hostile][file] = record
                number += 1

    def library(self, *, hostile):
        """The library of one of both."""
        return self.library_of(self.records[hostile])

    def library_of(self, records):
        library = Library(has_data=True)
        for file, record in records.items():
            folder, name = file.split("/")
            if folder == "trees":
                library.trees[name] = record
                library.lines[name] = {step: at for at, step in enumerate([*record.questions, *record.actions], 1)}
            elif folder == "frames":
                library.add(name, record)
            else:
                library.add_data(name, record)
        return library

    def tree(self, *, hostile):
        return compile_tree("boom", self.library(hostile=hostile))

    def same(self, good, bad):
        """Whether a form reads the same with hostile texts: words as long, and each line as it was written."""
        good, bad = " ".join(good.split()), " ".join(bad.split())
        lost = [
            " ".join(hostile.split())
            for harmless, hostile in self.said.items()
            if harmless.strip() and " ".join(harmless.split()) in good and " ".join(hostile.split()) not in bad
        ]
        return (lost, SEEN.sub("x", good)) == ([], SEEN.sub("x", bad))


def _keeps_lines(where):
    return where[-1] in KEEP_LINES or (where[-1] == "text" and "steps" in where) or "document" in where[-3:-1]
