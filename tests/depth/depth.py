"""How deep the tests of the engine reach: the branches they take and the small faults they find, then and now.

Usage: python tests/depth/depth.py [--record] TESTS (or `make test-depth`). TESTS are what pytest runs. Compares with tests/depth/baseline.json and fails
when fewer branches are taken, or when a fault that was found is found no more. `--record` writes that file anew.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import mutants

ROOT = Path(__file__).resolve().parents[2]
BASELINE = Path(__file__).with_name("baseline.json")
SETTINGS = Path(__file__).with_name("coveragerc")
ENOUGH = 95.0
"""Per cent of the branches of the engine that tests must take, whatever was recorded."""


def branches(root: Path, tests: list[str]) -> dict[str, list[int]]:
    """Per module of the engine, how many branches its tests take and how many there are."""
    with TemporaryDirectory() as folder:
        environment = {**os.environ, "DEPTH_DATA": f"{folder}/data", "HYPOTHESIS_PROFILE": "quick"}

        def run(*arguments: str) -> None:
            subprocess.run([sys.executable, "-m", *arguments], cwd=root, env=environment, check=True)

        settings = f"--rcfile={SETTINGS}"
        run("coverage", "run", settings, "-m", "pytest", "-q", "-n", "auto", *tests)
        run("coverage", "combine", "--quiet", settings)
        run("coverage", "json", "--quiet", settings, "-o", f"{folder}/report.json")
        files = json.loads(Path(folder, "report.json").read_text(encoding="utf-8"))["files"]
    return {
        name.partition("wegwijzer/")[2]: [found["summary"]["covered_branches"], found["summary"]["num_branches"]]
        for name, found in sorted(files.items())
    }


def share(taken: dict[str, list[int]]) -> float:
    """Per cent of all branches."""
    return 100 * sum(some for some, _ in taken.values()) / sum(every for _, every in taken.values())


def compare(then: dict, now: dict) -> bool:
    """Print both, and what is worse now. Returns whether nothing is.

    A mutant of code that changed since has no counterpart then; it counts in the share, as the one it replaced did.
    """
    before, after = share(then["branches"]), share(now["branches"])
    print(f"takken van de engine die tests nemen: toen {before:.1f} %, nu {after:.1f} % (minstens {ENOUGH:.0f} %)")
    found_then, found_now = (sum(fate == "found" for fate in each["mutants"].values()) for each in (then, now))
    tried_then, tried_now = len(then["mutants"]), len(now["mutants"])
    print(f"kleine fouten die tests vinden: toen {found_then} van {tried_then}, nu {found_now} van {tried_now}")
    lost = [name for name, fate in now["mutants"].items() if fate == "missed" and then["mutants"].get(name) == "found"]
    for name in lost:
        print(f"  niet meer gevonden: {name}")
    return not lost and found_now * tried_then >= found_then * tried_now and after >= max(ENOUGH, before)


def main() -> int:
    tests = [argument for argument in sys.argv[1:] if argument != "--record"]
    now = {
        "branches": branches(ROOT, tests),
        "mutants": mutants.try_all(ROOT, mutants.sample(ROOT), os.cpu_count() or 1),
    }
    if "--record" in sys.argv:
        commit = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], check=True, capture_output=True, text=True
        ).stdout
        BASELINE.write_text(
            json.dumps({"commit": commit.strip()} | now, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        return 0
    return 0 if compare(json.loads(BASELINE.read_text(encoding="utf-8")), now) else 1


if __name__ == "__main__":
    sys.exit(main())
