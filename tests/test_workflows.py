"""The files for GitHub, GitLab and pre-commit: they run this project's own commands, with standard actions only."""

from __future__ import annotations

import re
import shlex

import pytest
import yaml

from helpers import ROOT
from wegwijzer.cli import OK, main

GITHUB = ROOT / ".github/workflows/check.yml"
FILES = [GITHUB, ROOT / ".gitlab-ci.yml", ROOT / ".pre-commit-config.yaml", ROOT / ".pre-commit-hooks.yaml"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_file_is_yaml_and_its_commands_exist(file):
    """Each file can be read, and every command of ours in it is one that the program knows."""
    text = file.read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    commands = re.findall(r"(?:\.venv/bin/|entry: )wegwijzer (\w+)", text)
    assert commands
    for command in commands:
        assert main([command, "--help"]) == OK
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([\w./]+)", text):
        assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE), target


def test_actions_are_standard_and_pinned():
    """Only actions of GitHub itself are used, each with a major version; rights are read-only unless said otherwise."""
    text = GITHUB.read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", action) for action in used)
    assert {"contents": "read"} == yaml.safe_load(text)["permissions"]


def test_nothing_from_a_proposal_becomes_a_command():
    """No expression of GitHub stands inside a script: a title or branch name could hold a command."""
    for job in yaml.safe_load(GITHUB.read_text(encoding="utf-8"))["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "") + str(step.get("with", {}).get("script", ""))
            assert shlex.split(step.get("run", "").replace("\n", " ; ")) is not None
