"""The engine's own tests, run by the Python that runs in a reader's browser (Pyodide, in Node)."""

from __future__ import annotations

import re
import subprocess
import sysconfig
from pathlib import Path

import pytest

from helpers import mostly_slow

ROOT = Path(__file__).resolve().parents[2]
# What needs programs, processes or packages that only the host has, or reads all content (slow without libyaml).
ELSEWHERE = (
    "browser",
    "build",
    "check/rules",
    "check/test_check.py",
    "check/test_local_file.py",  # reads YAML
    "check/test_settings.py",
    "cli/test_cli.py",
    "cli/test_console.py",
    "cli/test_init.py",
    "cli/test_naming.py",
    "cli/test_one_file.py",
    "cli/test_revisions.py",
    "cli/test_scaffold.py",
    "cli/test_texts.py",
    "compare/test_diff.py",
    "compare/test_diff_fields.py",
    "content/test_code_of_conduct.py",
    "content/test_content.py",
    "content/test_documents.py",
    "content/test_frame_answers.py",
    "content/test_outcomes_and_harm.py",
    "content/test_spelling.py",
    "depth",
    "doubt/test_deciding.py",  # walks the cases, which a page has not
    "doubt/test_shared_own.py",  # reads every tree
    "doubt/test_why.py",  # reads every tree
    "examples",  # reads YAML, and runs the command
    "hosting",
    "kinds/test_extensions.py",
    "kinds/test_installed.py",
    "kinds/test_kinds.py",
    "kinds/test_schema.py",
    "kit",
    "language",
    "load",
    "locale/test_languages.py",
    "locale/test_locale.py",
    "locale/test_speaking.py",
    "model/test_fields.py",
    "mutations",
    "office",
    "paper",
    "proof/test_decided.py",  # reads every tree
    "proof/test_guarded_routes.py",
    "publish",
    "pyodide",
    "render/documents/test_formats.py",
    "render/guide",
    "render/test_choices.py",  # reads YAML
    "render/test_contact.py",
    "render/test_diff_words.py",
    "render/test_doubt_words.py",  # reads every tree
    "render/test_every_field.py",
    "render/test_lines_and_bounds.py",
    "render/test_outcomes.py",
    "render/test_quiz.py",
    "site",
    "slides",
    "test_dev_docs.py",
    "test_effort.py",  # reads settings, and every tree
    "test_escaping.py",
    "test_graph.py",
    "test_hostile.py",
    "test_layers.py",
    "test_properties.py",
    "test_workflows.py",
    "view/test_undecided.py",
    "walk/test_ahead.py",
    "walk/test_entries.py",
    "workbench",  # reads YAML
)


PARTS = {
    "lopen": (["tests/walk", "tests/compile", "tests/view", "tests/test_browser.py"], 150),
    "tekenen": (["tests/render"], 80),
    "rekenen": (["tests", "--ignore=tests/render"], 350),
}
"""What a page does with every answer; and everything, in two parts, so that two cores share it. Each with how many tests it
has at least."""


@pytest.mark.parametrize("part", mostly_slow([*PARTS], quick=["lopen"]))
def test_engine_tests_pass_inside_pyodide(part):
    """The tests of the engine pass inside Pyodide too, from the wheel of the engine."""
    wheel = next((ROOT / "build/wheel").glob("wegwijzer-*.whl"))
    folders, least = PARTS[part]
    chosen = [*folders, *(f"--ignore=tests/{name}" for name in ELSEWHERE)]
    done = subprocess.run(
        ["node", ROOT / "tests/pyodide/run.mjs", wheel, sysconfig.get_path("purelib"), ROOT, *chosen],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    said = done.stdout[-4000:]
    assert done.returncode == 0, said + done.stderr[-2000:]
    passed = re.search(r"(\d+) passed", said)
    assert passed, said
    assert int(passed[1]) > least, said
