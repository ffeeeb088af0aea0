"""The files for GitHub, GitLab and pre-commit: they run this project's own commands, with standard actions only."""

from __future__ import annotations

import re
import shlex
import subprocess
from fnmatch import fnmatch

import pytest
import yaml

from helpers import ROOT
from wegwijzer.cli.main import OK, main

GITHUB = ROOT / ".github/workflows/check.yml"
PUBLISH = ROOT / ".github/workflows/publish.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
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


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_standard_and_pinned(file):
    """Only actions of GitHub itself are used, each pinned to a commit with its version beside it; rights are read-only."""
    text = file.read_text(encoding="utf-8")
    used = re.findall(r"uses: (.+)", text)
    assert used
    for action in used:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
    assert {"contents": "read"} == yaml.safe_load(text)["permissions"]


def test_an_action_is_one_commit_everywhere():
    """An action has the same commit and version in each file."""
    used = {line for file in WORKFLOWS for line in re.findall(r"uses: (.+)", file.read_text(encoding="utf-8"))}
    assert len(used) == len({line.partition("@")[0] for line in used})


def test_holes_are_looked_for_every_week_and_with_every_lock():
    """The audits run by the clock and when a lock changes, over every lock file there is, on both forges."""
    github = yaml.safe_load((ROOT / ".github/workflows/audit.yml").read_text(encoding="utf-8"))
    assert github[True]["schedule"]
    assert "**.lock" in github[True]["pull_request"]["paths"]
    assert "make audit" in [step.get("run") for step in github["jobs"]["audit"]["steps"]]
    assert "make audit" in yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["audit"]["script"]
    script = (ROOT / "scripts/audit.sh").read_text(encoding="utf-8")
    kept = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
    for lock in kept.stdout.decode().split():
        if lock.endswith(".lock"):
            assert lock in script
    assert "npm audit" in script
    assert "--strict" in script  # what could not be looked up is no answer


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_nothing_from_a_proposal_becomes_a_command(file):
    """No expression of GitHub stands inside a script: a title or branch name could hold a command."""
    for job in yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "") + str(step.get("with", {}).get("script", ""))
            assert shlex.split(step.get("run", "").replace("\n", " ; ")) is not None


def test_only_the_main_branch_is_published():
    """GitHub and GitLab Pages build the site with its own address, from the main branch, and never from a proposal."""
    github = yaml.safe_load(PUBLISH.read_text(encoding="utf-8"))
    assert {"push": {"branches": ["main"]}, "workflow_dispatch": None} == github[True]  # YAML reads `on` so
    assert {"pages": "write", "id-token": "write"} == github["jobs"]["deploy"]["permissions"]
    built = next(step for step in github["jobs"]["build"]["steps"] if step.get("run") == "scripts/publish.sh")
    assert "steps.pages.outputs.base_url" in built["env"]["SITE_URL"]
    gitlab = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    job = gitlab["pages"]
    assert all("CI_DEFAULT_BRANCH" in rule["if"] and '!= "merge' in rule["if"] for rule in job["rules"])
    assert 'SITE_URL="${CI_PAGES_URL%/}/" scripts/publish.sh' in job["script"]
    assert job["artifacts"]["paths"] == ["public"]
    assert job["stage"] in gitlab["stages"]


def test_no_folder_of_tests_is_passed_over(pytestconfig):
    """Pytest leaves out folders of some names, `build` among them, and says nothing."""
    folders = {part for file in (ROOT / "tests").rglob("test_*.py") for part in file.relative_to(ROOT).parts[:-1]}
    left_out = pytestconfig.getini("norecursedirs")
    assert {name for name in folders if any(fnmatch(name, pattern) for pattern in left_out)} == set()
