"""A small project whose texts somebody changes, faults that people make in it, and what the command line says of that."""

from __future__ import annotations

import random
from dataclasses import asdict
from typing import Any

import pytest

from helpers import ROOT, TODAY
from mutations.mutate import MAKERS
from wegwijzer.check.checker import check
from wegwijzer.load import load_paths
from wegwijzer.workbench.desk import Desk

EXAMPLE = ROOT / "examples/erfenis"
SHOWN = ("path", "line", "column", "code", "level", "message", "hint")


def small_texts() -> dict[str, str]:
    """The texts of the smallest example, by path."""
    found = (*EXAMPLE.glob("trees/*.yml"), *EXAMPLE.glob("data/*.yml"), *EXAMPLE.glob("docs/*.md"))
    files = [*found, EXAMPLE / "wegwijzer.toml"]
    return {file.relative_to(EXAMPLE).as_posix(): file.read_bytes().decode() for file in files}


def faulty(text: str, kind: str, seed: int) -> str:
    """A text with a fault of a kind, as a page holds it."""
    fault = MAKERS[kind](text.splitlines(keepends=True), random.Random(f"{kind} {seed}"))  # noqa: S311 - no secret
    if fault is None:
        pytest.skip("nothing in this tree can be broken in this way")
    return fault.content.decode("utf-8", "replace").removeprefix("\ufeff")


def printed(desk: Desk) -> list[tuple[Any, ...]]:
    """What the command line says of the files of a desk, with nothing known of before."""
    loaded = load_paths([desk.folder], cwd=desk.folder)
    return [tuple(asdict(problem)[key] for key in SHOWN) for problem in check(loaded, today=TODAY)]
