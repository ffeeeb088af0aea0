"""A fixed sample of small faults in the engine, made by cosmic-ray: which are they, and which do the tests find.

A mutant is known by its file, function, operator, line of code and place among its equals, never by a line number:
other changes in a file leave it what it was. The sample is the SIZE mutants whose name hashes lowest with SEED, one
at most for each place in the code. So it needs no list, and when code changes only the mutants of that code change.
"""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
import sys
import warnings
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis  # noqa: F401 - so that no process has to read it again
import jsonschema  # noqa: F401 - the same
import pytest
import yaml  # noqa: F401 - the same
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.provider import OperatorProvider

SEED = "wegwijzer"
SIZE = 200
PACKAGE = Path("src/wegwijzer")
FORMER = {
    "walk/walker.py": "walk.py",
    "compile/conditions.py": "conditions.py",
    "compile/compiled.py": "compiled.py",
    "proof/situations.py": "states.py",
}
"""What the files were called when the sample was drawn: a file that moves keeps its mutants."""
MODULES = (*FORMER, "load/*.py")
PATIENCE = 90
"""Seconds of CPU time after which a mutant that does not come to an end counts as found."""

TELLING = (
    "Add_Sub",
    "Sub_Add",
    "Mul_Add",
    "Div_Mul",
    "Mod_Mul",
    "BitOr_BitAnd",
    "BitAnd_BitOr",
    "Sub_BitAnd",
    "BitOr_Sub",
)
"""Of one binary operator for another: those after which the code still runs. The others fall over at once."""
EQUAL = ("Is_Eq", "IsNot_NotEq", "Eq_Is", "NotEq_IsNot")
"""Comparisons that mean the same here, so that no test can tell."""

QUIETLY = ["-x", "-q", "--tb=no", "-p", "no:xdist", "-p", "no:cacheprovider", "-W", "ignore:Module already imported"]
# Files of megabytes and trees of ten thousand questions are about time and memory: too slow to repeat for each mutant.
# Which rules stand in the checkout is no question here: a mutant lives in a copy.
QUIETLY += ["-k", "not noise and not ten_thousand and not test_listed"]

# From the nearest to the mutant to the furthest, and cheap before dear: most mutants die in the first file.
TESTS = {
    "walk/walker.py": "walk/test_walk walk/test_quiet test_browser walk/test_fragment compile/test_compiled view/test_view test_properties",
    "compile/conditions.py": "compile/test_conditions walk/test_walk proof/test_states test_properties",
    "compile/compiled.py": (
        "compile/test_compiled walk/test_walk view/test_view check/rules compile/test_codec check/test_check test_properties"
    ),
    "proof/situations.py": "proof/test_states proof/test_liveness proof/test_reach check/rules check/test_check test_properties",
    "load/ranges.py": "workbench/test_ranges workbench/test_edit workbench/test_scribbled workbench/test_real_edits load",
    "load/written.py": "workbench/test_writing workbench/test_edit workbench/test_scribbled workbench/test_rename workbench/test_real_edits load",
    "load/": "load check/rules check/test_check",
}


@dataclass(frozen=True, order=True)
class Mutant:
    """One small fault; `occurrence` is what cosmic-ray calls it in the file as it is now."""

    name: str
    file: str
    operator: str
    occurrence: int

    @property
    def rank(self) -> str:
        return hashlib.sha256(f"{SEED} {self.name}".encode()).hexdigest()

    def code(self, root: Path) -> str:
        """The file with this fault in it."""
        source = (root / PACKAGE / self.file).read_text(encoding="utf-8")
        mutated = mutate_code(source, OperatorProvider()[self.operator](), self.occurrence)
        assert mutated not in (None, source)
        return mutated


def is_annotation(node) -> bool:
    """Whether a node is part of an annotation or a default beside one, which nothing evaluates."""
    while node.parent is not None:
        parent = node.parent
        if parent.type == "tfpdef" or (parent.type == "annassign" and node is parent.children[1]):
            return True
        if parent.type == "funcdef" and node is parent.annotation:
            return True
        node = parent
    return False


def where(node) -> str:
    """The names of the classes and functions around a node."""
    names = []
    while node.parent is not None:
        node = node.parent
        if node.type in ("funcdef", "classdef"):
            names.insert(0, node.name.value)
    return ".".join(names)


def mutants_of(root: Path, file: str) -> Iterator[tuple[tuple[int, int], Mutant]]:
    """Every mutant of a file, with its place."""
    source = (root / PACKAGE / file).read_text(encoding="utf-8")
    lines = source.splitlines()
    nodes = list(ast_nodes(get_ast(source)))
    for operator_name in OperatorProvider():
        operator_class = OperatorProvider()[operator_name]
        family, _, kind = operator_name.partition("Operator_")
        if operator_class.arguments():  # those that replace one variable by another ask which
            continue
        if kind in EQUAL or (family == "ReplaceBinary" and kind not in TELLING):
            continue
        operator = operator_class()
        occurrence, equals = -1, Counter()
        for node in nodes:
            for start, _ in operator.mutation_positions(node):
                occurrence += 1
                name = f"{FORMER.get(file, file)}:{where(node)} {operator_name}: {lines[start[0] - 1].strip()}"
                equals[name] += 1
                if not is_annotation(node):
                    known = name if equals[name] == 1 else f"{name} #{equals[name]}"
                    yield start, Mutant(known, file, operator_name, occurrence)


def sample(root: Path) -> list[Mutant]:
    """The mutants that are tried, in the order of their rank."""
    found = [
        (mutant.rank, place, mutant)
        for pattern in MODULES
        for path in sorted((root / PACKAGE).glob(pattern))
        for place, mutant in mutants_of(root, path.relative_to(root / PACKAGE).as_posix())
    ]
    chosen: dict[tuple[str, tuple[int, int]], Mutant] = {}
    for _, place, mutant in sorted(found):
        if len(chosen) == SIZE:
            break
        if (mutant.file, place) not in chosen and compiles(mutant.code(root)):
            chosen[mutant.file, place] = mutant
    return list(chosen.values())


def compiles(code: str) -> bool:
    """Whether Python takes this code: an operator also takes the star of `*args` for a multiplication."""
    try:
        with warnings.catch_warnings(action="error"):
            compile(code, "mutant", "exec")
    except (SyntaxError, SyntaxWarning):
        return False
    return True


def tests_for(root: Path, file: str) -> list[str]:
    """The tests that try a mutant of this file, the nearest first."""
    names = TESTS.get(file, TESTS["load/"]).split()
    return [f"tests/{name}" if (root / "tests" / name).is_dir() else f"tests/{name}.py" for name in names]


class Slot:
    """A copy of the package in which one mutant at a time is tried, by a process of its own."""

    def __init__(self, root: Path, place: Path) -> None:
        self.root, self.source = root, place / "src"
        shutil.copytree(root / "src", self.source)
        for name in ("node_modules", "build"):  # where the kit finds its icons, and what the build made
            (place / name).symlink_to(root / name)

    def put(self, file: str, code: str) -> None:
        """Write a file of the package, and forget what Python kept of it."""
        path = self.source / "wegwijzer" / file
        path.write_text(code, encoding="utf-8")
        for kept in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
            kept.unlink()

    def start(self, mutant: Mutant | None, tests: list[str]) -> int:
        """Begin to run tests on the package, with a mutant in it or none. Returns the id of the process.

        Pytest and all that it needs is there already: a fork costs nothing, starting Python a second.
        """
        if mutant is not None:
            self.put(mutant.file, mutant.code(self.root))
        child = os.fork()
        if child:
            return child
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE + 5))
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            os.environ |= {"PYTHONPATH": str(self.source), "HYPOTHESIS_PROFILE": "quick"}
            sys.path.insert(0, str(self.source))
            os.chdir(self.root)
            # The nearest file apart: reading the others costs more than most mutants live.
            code = pytest.main([*QUIETLY, tests[0]]) or pytest.main([*QUIETLY, *tests[1:]])
        except BaseException:  # noqa: BLE001 - whatever it is, the mutant was noticed
            code = 70
        os._exit(code)

    def restore(self, mutant: Mutant) -> None:
        self.put(mutant.file, (self.root / PACKAGE / mutant.file).read_text(encoding="utf-8"))


def try_all(root: Path, mutants: list[Mutant], jobs: int, *, check: bool = True) -> dict[str, str]:
    """What becomes of each mutant: `found`, or `missed` when every test passes."""
    outcome: dict[str, str] = {}
    with TemporaryDirectory() as place:
        idle = [Slot(root, Path(place) / str(number)) for number in range(jobs)]
        for tests in {tuple(tests_for(root, mutant.file)): None for mutant in mutants} if check else ():
            _, status = os.waitpid(idle[0].start(None, [*tests]), 0)
            if status:
                sys.exit("The engine's own tests do not pass on the code as it is; mend that first.")
        queue, busy = deque(mutants), {}
        while queue or busy:
            while queue and idle:
                slot, mutant = idle.pop(), queue.popleft()
                busy[slot.start(mutant, tests_for(root, mutant.file))] = slot, mutant
            child, status, used = os.wait3(0)
            slot, mutant = busy.pop(child)
            slot.restore(mutant)
            idle.append(slot)
            outcome[mutant.name] = "found" if status else "missed"
            seconds = used.ru_utime + used.ru_stime
            print(f"{len(outcome):4} {outcome[mutant.name]:6} {seconds:5.1f} s  {mutant.name}", flush=True)
    return dict(sorted(outcome.items()))
