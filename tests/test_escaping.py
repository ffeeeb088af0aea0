"""No code goes around the elements that escape: not in the kit, not in this site's package, not in the scripts."""

from __future__ import annotations

import ast
import re

import pytest

from helpers import TESTS

ROOT = TESTS.parent
MODULE = "src/wegwijzer/render/element.py"
FOLDERS = ("src/wegwijzer", "src/municipal", "scripts")
MADE_MARKUP = {
    "src/wegwijzer/render/markup.py": "links of finished HTML, led elsewhere: only the way to the root changes",
    "src/wegwijzer/render/bare.py": "links of finished HTML, led elsewhere: only the part between the quotes changes",
    "src/wegwijzer/draw/maps.py": "drawings of Graphviz that an XML writer made anew, and those of the icons",
    "src/wegwijzer/render/own_map.py": "as draw/maps.py: the same writer, in the page",
    "src/wegwijzer/pages/workbench.py": "drawings of the icons",
    "src/wegwijzer/workbench/chart.py": "as render/own_map.py",
    "src/wegwijzer/workbench/compare.py": "as render/own_map.py",
    "src/wegwijzer/publish/lost.py": "a block of finished HTML: only the way to the root changes",
    "src/wegwijzer/pages/project.py": "a drawing that the build made with an XML writer",
}
"""Who may call text `Markup` that is not written there to the letter, and why that is safe."""
WRITTEN_TAGS = {
    "scripts/bench.py": "an empty page to measure a browser with",
    "src/wegwijzer/icons.py": "drawings of a pinned package; no text of a project comes in",
    "src/wegwijzer/publish/lost.py": "patterns to find a heading and a block",
    "src/wegwijzer/site/finish.py": "what to look for in finished HTML, to put Markup before it",
    "src/wegwijzer/publish/lean.py": "a pattern to find a comment: it names a group, as (?P=quote)",
    "src/wegwijzer/site/found.py": "what to look for in finished HTML",
    "src/wegwijzer/supplies/fonts.py": "a file of settings, without a value",
    "src/wegwijzer/pages/asis.py": "takes finished HTML apart, and puts it together again",
    "src/wegwijzer/publish/one_sheet.py": "patterns to find the style sheets of finished HTML",
    "src/wegwijzer/publish/policy.py": "a policy is quoted as hosts write it; it holds fixed words and hashes",
    "src/wegwijzer/publish/verify.py": "patterns to find tags and a policy",
    "src/wegwijzer/supplies/runtime_pack.py": "a name that Python gives to code",
    "src/wegwijzer/slides/template.py": "a pattern to find colours in the template of the library",
    "src/wegwijzer/supplies/standins/_prepared.py": "a name that Python gives to code",
    "src/wegwijzer/check/rules/safety/raw_html.py": "a pattern to find HTML",
    "src/wegwijzer/load/rendered.py": "what to look for in a file, to say where it stands",
    "src/wegwijzer/workbench/patch.py": "a mail puts an address between < and >; names have neither",
    "src/wegwijzer/render/documents/markdown.py": "Markdown puts an address between < and >, and this escapes it",
}
"""Who may have a tag in a text that is put together, and why."""
TAG = re.compile(r"(?<!\?P)(?<!\?)</?[a-z][\w:-]*(?:\s+[\w:-]+=|[\s/>{]|$)|<!(?:--|doctype)", re.IGNORECASE)


def modules():
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.py")):
            name = file.relative_to(ROOT).as_posix()
            if name != MODULE:
                yield name, ast.parse(file.read_text(encoding="utf-8"))


def literal(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def is_markup(node):
    return isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "Markup"


def escapes(module):
    """Whether a module takes the library's way to escape."""
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and node.module in ("html", "xml.sax.saxutils", "markupsafe"):
            yield from (name for name in node.names if name.name in ("escape", "quoteattr", "Markup"))
        if isinstance(node, ast.Import):
            yield from (name for name in node.names if name.name in ("html", "xml.sax.saxutils", "markupsafe"))
        if isinstance(node, ast.FunctionDef) and node.name == "escape":
            yield node


def makes_markup(module):
    """Calls that make markup of a text which does not stand there to the letter."""
    return [node for node in ast.walk(module) if is_markup(node) and not all(map(literal, node.args))]


def subclasses(module):
    return [
        node for node in ast.walk(module) if isinstance(node, ast.ClassDef) and "Markup" in map(ast.unparse, node.bases)
    ]


def tags_put_together(module):
    """Lines with a tag in a text, unless `Markup` of a literal or a docstring holds it: there a value could be put in."""
    passed = set()
    for node in ast.walk(module):
        if is_markup(node) or (isinstance(node, ast.Expr) and literal(node.value)):
            passed |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(module):
        if id(node) not in passed and TAG.search(text_of(node)):
            yield node.lineno


def text_of(node):
    """A text as it stands in the code, with a letter for each value in it."""
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if literal(part) else "x" for part in node.values)
    return node.value if literal(node) else ""


MODULES = dict(modules())


@pytest.mark.parametrize(
    ("listed", "found"),
    [({}, escapes), (MADE_MARKUP, makes_markup), ({}, subclasses)],
    ids=["escape", "markup", "kinds"],
)
def test_only_elements_escape(listed, found):
    """Who escapes by hand, or calls a text markup, is on the list; and who is on the list does so."""
    assert {name for name, module in MODULES.items() if any(True for _ in found(module))} == set(listed)


def test_no_tag_is_written_by_hand():
    """A tag stands in no text outside `Markup("…")`, so no value can be put into one unescaped."""
    found = {name: list(tags_put_together(module)) for name, module in MODULES.items()}
    assert {name: places for name, places in found.items() if places and name not in WRITTEN_TAGS} == {}
    assert {name for name, places in found.items() if places} >= set(WRITTEN_TAGS)


@pytest.mark.parametrize(
    "code",
    [
        'f"<p>{x}"',
        '"<p>" + x',
        '"<p>%s" % x',
        '"<br>".join(x)',
        '["</p>"]',
        '"<p>{}".format(x)',
    ],
)
def test_a_tag_by_hand_is_found(code):
    """The look at the code sees each way in which a tag and a value can meet."""
    assert list(tags_put_together(ast.parse(code)))


@pytest.mark.parametrize("code", ["Markup(x)", 'Markup(f"<b>{x}")', 'Markup("<b>" + x)', "element.Markup(x)"])
def test_markup_of_a_value_is_found(code):
    """And it sees when a value is called markup, but lets through what stands there to the letter."""
    assert makes_markup(ast.parse(code))
    assert not makes_markup(ast.parse('Markup("<b>")'))
