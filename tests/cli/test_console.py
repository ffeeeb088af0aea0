"""The command line on any console: other encodings, a closed pipe, missing packages, values that try to steer it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from helpers import FIXTURES, load, make_project, mostly_slow
from wegwijzer.check.checker import check
from wegwijzer.check.report import REPORTS
from wegwijzer.cli.main import OK, PROBLEMS, USAGE
from wegwijzer.problems import Problem

COMMANDS = [
    ("check", "."),
    ("readability", "."),
    ("diff", "trees", "trees"),
    ("walk", "trees/vuilnis.yml", "--answers", "{}"),
    ("text", "trees/vuilnis.yml"),
    ("dot", "trees/vuilnis.yml"),
    ("html", "trees/vuilnis.yml"),
    ("stats", "."),
    ("compile", ".", "--output", "gemaakt"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A project with a fault in one tree, so that the check has something to say with an arrow."""
    root = make_project(tmp_path_factory.mktemp("console") / "project")
    (root / "trees" / "fout.yml").write_bytes((FIXTURES / "invalid" / "foute-naam.yml").read_bytes())
    return root


def run(folder, *arguments, before="pass", **environment):
    """Run a command as a program of its own: its status, and the bytes that it printed and complained."""
    program = f"import sys; {before}; from wegwijzer.cli.main import main; sys.exit(main({list(arguments)!r}))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, env={**os.environ, **environment}, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("encoding", mostly_slow(["cp1252", "ascii", "cp850", "utf-16"], quick=["cp1252", "utf-16"]))
def test_messages_are_in_utf8_whatever_the_console_says(folder, encoding):
    """A console that knows no arrow gets the message all the same, in UTF-8."""
    status, said, complaint = run(folder, "check", ".", PYTHONIOENCODING=encoding)
    assert (PROBLEMS, b"") == (status, complaint)
    assert "    → " in said.decode()
    status, _, complaint = run(folder, "check", "nergens→", PYTHONIOENCODING=encoding)
    assert (USAGE, True) == (status, "‘nergens→’ bestaat niet" in complaint.decode())


@pytest.mark.parametrize("arguments", [("check", "."), ("text", "trees/vuilnis.yml"), ("explain",)], ids=lambda a: a[0])
def test_closed_pipe_is_no_traceback(folder, arguments):
    """Who reads only the first line, or nothing, sees no complaint of Python."""
    program = f"import sys; from wegwijzer.cli.main import main; sys.exit(main({list(arguments)!r}))"
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        running.stdout.close()
        assert b"" == running.stderr.read()
    assert 141 == running.returncode


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda a: a[0])
def test_without_the_extra_one_sentence_says_what_to_install(folder, arguments):
    """Installed without what reads YAML, a command that needs it gives one sentence and status 2."""
    status, said, complaint = run(folder, *arguments, before="sys.modules['yaml'] = None")
    assert (USAGE, b"") == (status, said)
    (sentence,) = complaint.decode().splitlines()
    assert "pip install 'wegwijzer[load]'" in sentence


@pytest.mark.parametrize("arguments", [("--help",), ("schema", "--output", "schema"), ("new", "zonder-yaml")])
def test_without_the_extra_the_rest_works(folder, arguments):
    """What reads no YAML works without it."""
    assert OK == run(folder, *arguments, before="sys.modules['yaml'] = None")[0]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a\n::error::b", r"a\n::error::b"),
        ("a\x1b[31mb", r"a\x1b[31mb"),
        ("a\rb\u2028c", r"a\rb\u2028c"),
        ("\u202ea\u00a0b", r"\u202ea\xa0b"),
    ],
)
def test_report_keeps_values_on_one_line(value, shown):
    """Whatever a message, hint or path holds, it stays on its line, with visible escapes."""
    problem = Problem(value, 1, 1, "W101", "error", value, value)
    text = REPORTS["text"]([problem], 1).splitlines()
    assert [f"{shown}:1:1: fout W101 {shown}", f"    → {shown}", "1 bestand nagekeken: 1 fout."] == text
    annotation, _ = REPORTS["github"]([problem], 1).splitlines()
    told = shown.replace(r"\n", "%0A").replace(r"\r", "%0D")
    assert annotation.endswith(f"title=W101::{told} {told}")
    assert annotation.isprintable()


def test_annotation_escapes_what_github_reads_as_its_own():
    """A percent sign, and in a path a colon or comma, are written as GitHub asks."""
    problem = Problem("a,b:100%.yml", 1, 1, "W101", "error", "100%: a, b", "")
    assert (
        "::error file=a%2Cb%3A100%25.yml,line=1,col=1,title=W101::100%25: a, b"
        == (REPORTS["github"]([problem], 1).splitlines()[0])
    )


def test_line_of_a_report_never_begins_as_an_order():
    """A file with the name of an order to GitHub does not give one."""
    problem = Problem("::error::x.yml", 1, 1, "W014", "error", "fout", "")
    assert not any(line.strip().startswith("::") for line in REPORTS["text"]([problem], 1).splitlines())


def test_value_of_a_file_cannot_break_the_report():
    """A choice with newlines and orders in it is told on one line."""
    text = "title: B\nstart: a\nactions:\n  a:\n    title: A\n    steps: [Stap.]\n    urgency: |\n      x\n      ::error::y\n"
    lines = REPORTS["text"](check(load(text)), 1).splitlines()
    assert not any(line.strip().startswith("::") for line in lines)
