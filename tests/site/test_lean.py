"""What a reader downloads of a script is what is written, without what it says to who writes it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from helpers import ROOT
from wegwijzer.publish.lean import lean

SCRIPTS = sorted((ROOT / "src/wegwijzer").glob("assets/*.js"))
OF_LANGUAGES = sorted((ROOT / "src/wegwijzer/language").glob("*/*.js"))
MEANING = """
const { parse } = require("internal/deps/acorn/acorn/dist/acorn");
const read = (source) => JSON.stringify(
  parse(source, { ecmaVersion: "latest", sourceType: "module" }),
  (key, value) => (key === "start" || key === "end" ? undefined : value),
);
console.log(JSON.stringify(JSON.parse(require("node:fs").readFileSync(0, "utf8")).map(([a, b]) => read(a) === read(b))));
"""
"""The parser that Node has in it: two scripts mean the same when their trees are the same."""


def same(pairs: list[tuple[str, str]]) -> list[bool]:
    """Whether both scripts of each pair mean the same."""
    command = ["node", "--expose-internals", "-e", MEANING]
    done = subprocess.run(command, input=json.dumps(pairs), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_a_lean_script_does_the_same():
    """Every script of the kit means to a browser what it meant before, and says hardly a word to people."""
    scripts = [*SCRIPTS, *OF_LANGUAGES]
    pairs = [(script.read_text(encoding="utf-8"), lean(script.read_text(encoding="utf-8"))) for script in scripts]
    assert dict(zip(scripts, same(pairs), strict=True)) == dict.fromkeys(scripts, True)
    assert sum(len(after) for _, after in pairs) < 0.9 * sum(len(before) for before, _ in pairs)
    assert same([("a(1);", "a(2);")]) == [False]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_the_site_has_the_lean_script(script: Path):
    """No line of comment is published: not in a script, and not in one file."""
    found = ROOT / "site/assets" / script.name
    if not found.is_file():
        pytest.skip("staat ergens anders op de site")
    assert not [line for line in found.read_text(encoding="utf-8").splitlines() if line.lstrip().startswith("//")]


def test_two_slashes_in_a_text_stay():
    """An address is no comment, nor is what stands between quotes."""
    script = 'const a = "x // y"; // away\n// away\nconst b = `https://x.be`; // it\'s away\n  // away\nconst c = "http://a";\n'
    assert lean(script) == 'const a = "x // y";\nconst b = `https://x.be`;\nconst c = "http://a";\n'
