"""The engine of the build: makes again what must be made again, and nothing else; removes what nobody makes any more."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from graphlib import CycleError
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wegwijzer.build import Step, StepError, forget, run

PLACE = Path()
"""Where the folder of the build stands: the workers are forked, so they know it too."""
BROKEN = "stuk"


def texts(*files):
    """Files from their path and text; stops at a text that is broken."""
    if any(text == BROKEN for _, text in files):
        raise SystemExit("deze stap kan niet")
    return {path: text.encode() for path, text in files}


def joined(path, *parts):
    """One file of what stands in others."""
    return {path: b"+".join((PLACE / part).read_bytes() for part in parts)}


def dies():
    os._exit(3)


def build(folder, *steps, tools="1"):
    """Run the steps in a folder; the names of those that were made anew."""
    global PLACE  # noqa: PLW0603 - see there
    PLACE = folder
    return sorted(run(steps, folder, tools=tools, jobs=2).anew)


def stand(folder):
    """What stands in a folder: path → content, and nothing for a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")
    }


def two(one="een", other="twee"):
    """Two steps, of which the second reads what the first made."""
    return (
        Step("lezer", joined, ("uit/lezer.txt", "bron.txt"), ("bron",)),
        Step("bron", texts, (("bron.txt", one), ("los.txt", other))),
    )


# -- what is made again --------------------------------------------------------------------------------------


def test_nothing_changed_nothing_is_made(tmp_path):
    """A second run makes nothing, and touches no file."""
    assert ["bron", "lezer"] == build(tmp_path, *two())
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.txt")}
    assert [] == build(tmp_path, *two())
    assert times == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.txt")}


def test_an_argument_makes_again_what_it_decides(tmp_path):
    """A step with another argument is made again, and who reads it; the rest is not."""
    other = Step("ander", texts, (("ander.txt", "x"),))
    build(tmp_path, *two(), other)
    assert ["bron", "lezer"] == build(tmp_path, *two("nieuw"), other)
    assert (tmp_path / "uit/lezer.txt").read_text() == "nieuw"


def test_other_tools_make_all_again(tmp_path):
    """What is installed decides every file."""
    build(tmp_path, *two())
    assert ["bron", "lezer"] == build(tmp_path, *two(), tools="2")
    assert [] == build(tmp_path, *two(), tools="2")


def test_other_code_makes_a_step_again(tmp_path):
    """The programs of one step decide its files; when those come out the same, who reads them has nothing to do."""
    reader, source = two()
    build(tmp_path, reader, source)
    assert ["bron"] == build(tmp_path, reader, replace(source, code="2"))
    assert ["lezer"] == build(tmp_path, replace(reader, code="2"), replace(source, code="2"))


def test_another_function_makes_again(tmp_path):
    """The same argument for another function is something else."""
    build(tmp_path, *two())
    assert ["lezer"] == build(tmp_path, Step("lezer", texts, (("uit/lezer.txt", "zelf"),), ("bron",)), two()[1])


@pytest.mark.parametrize(
    "meddle",
    [
        lambda file: file.write_text("anders"),
        lambda file: file.write_text(file.read_text()[:-1]),
        lambda file: file.write_text(""),
        lambda file: file.unlink(),
        lambda file: (file.unlink(), file.mkdir()),
    ],
    ids=["anders", "afgekapt", "leeg", "weg", "een map"],
)
def test_a_meddled_file_is_made_again(tmp_path, meddle):
    """Touched, cut short or removed: the step makes its file again, and who reads it sees the same as before."""
    build(tmp_path, *two())
    before = stand(tmp_path)
    meddle(tmp_path / "bron.txt")
    assert ["bron"] == build(tmp_path, *two())
    assert before == stand(tmp_path)


def test_a_folder_thrown_away_is_made_again(tmp_path):
    """Whole folders can go, also when the step that filled them is gone too."""
    gone = Step("weg", texts, (("diep/er/weg.txt", "x"),))
    build(tmp_path, *two(), gone)
    for folder in ("uit", "diep/er", "diep"):
        subprocess.run(["rm", "-rf", tmp_path / folder], check=True)
    assert ["lezer"] == build(tmp_path, *two())
    assert {"bron.txt", "los.txt", "uit", "uit/lezer.txt", ".made.json"} == set(stand(tmp_path))


def test_forgotten_steps_are_made_again(tmp_path):
    """What was made while the sources changed can be told to be made again."""
    build(tmp_path, *two())
    forget(tmp_path, ["bron"])
    assert ["bron"] == build(tmp_path, *two())


@pytest.mark.parametrize("note", ["", "{", "[]", '{"bron": 1}', '{"bron": {"key": "x"}}', "null", "\x00"])
def test_a_damaged_note_makes_all_again(tmp_path, note):
    """Without a good memory nothing is trusted."""
    build(tmp_path, *two())
    before = stand(tmp_path)
    (tmp_path / ".made.json").write_text(note)
    assert ["bron", "lezer"] == build(tmp_path, *two())
    assert before == stand(tmp_path)


# -- what goes -----------------------------------------------------------------------------------------------


def test_a_step_that_is_gone_takes_its_files_along(tmp_path):
    """Files, and folders that are empty then; what others made and what is not of the build stays."""
    (tmp_path / "eigen").mkdir()
    (tmp_path / "eigen/nota.txt").write_text("x")
    build(tmp_path, Step("a", texts, (("map/diep/a.txt", "a"), ("eigen/a.txt", "a"))), Step("b", texts, (("b", "b"),)))
    build(tmp_path, Step("b", texts, (("b", "b"),)))
    assert {"eigen", "eigen/nota.txt", "b", ".made.json"} == set(stand(tmp_path))


def test_a_step_that_makes_less_removes_the_rest(tmp_path):
    """A file that a step makes no more is removed, unless another step makes it now."""
    build(tmp_path, Step("a", texts, (("x", "1"), ("y", "1"))))
    build(tmp_path, Step("a", texts, (("z", "1"),)), Step("b", texts, (("y", "2"),)))
    assert {"y": b"2", "z": b"1"} == {name: text for name, text in stand(tmp_path).items() if name != ".made.json"}


def test_a_folder_where_a_file_was_and_back(tmp_path):
    """What an earlier build left is no obstacle."""
    for files in ((("a", "1"),), (("a/b", "2"), ("a/c/d", "3")), (("a", "4"),)):
        build(tmp_path, Step("s", texts, files))
        assert dict(files) == {
            name: text.decode() for name, text in stand(tmp_path).items() if text is not None and name != ".made.json"
        }


# -- what fails ----------------------------------------------------------------------------------------------


def test_a_step_that_fails_is_named_and_leaves_its_files_whole(tmp_path):
    """The error says which step and why; its files are those of before; work that was done is not done again."""
    build(tmp_path, *two(), Step("c", texts, (("c.txt", "oud"),)))
    with pytest.raises(StepError, match=r"^c: deze stap kan niet$") as caught:
        build(tmp_path, *two("nieuw"), Step("c", texts, (("c.txt", BROKEN),), ("lezer",)))
    assert caught.value.step == "c"
    assert isinstance(caught.value.cause, SystemExit)
    assert (tmp_path / "c.txt").read_text() == "oud"
    assert (tmp_path / "uit/lezer.txt").read_text() == "nieuw"
    assert ["c"] == build(tmp_path, *two("nieuw"), Step("c", texts, (("c.txt", "goed"),), ("lezer",)))


def test_a_worker_that_dies_is_named(tmp_path):
    """Also when there was no exception to tell of."""
    with pytest.raises(StepError, match=r"^dood: "):
        build(tmp_path, Step("dood", dies))


def test_after_a_failure_nothing_is_left_behind(tmp_path):
    """What a step made less in a build that failed is removed by the next one that does not."""
    bad = Step("b", texts, (("b", BROKEN),), ("a",))
    build(tmp_path, Step("a", texts, (("x", "1"), ("y", "1"))))
    with pytest.raises(StepError):
        build(tmp_path, Step("a", texts, (("x", "2"),)), bad)
    build(tmp_path, Step("a", texts, (("x", "2"),)))
    assert {"x", ".made.json"} == set(stand(tmp_path))


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        ([Step("a", texts, (("x", "1"),)), Step("b", texts, (("x", "2"),))], r"x is made by [ab] and by [ab]"),
        ([Step("a", texts, (("x", "1"),)), Step("b", texts, (("x/y", "2"),))], r"x is a file of a, and a folder of b"),
        ([Step("a", texts), Step("a", texts, (("x", "2"),))], "two steps are called a"),
        ([Step("a", texts, (), ("b",))], "a reads what no step makes: b"),
    ],
)
def test_steps_that_contradict_each_other(tmp_path, steps, message):
    """It is said, each time again, and a good build afterwards is a good one."""
    for _ in range(2):
        with pytest.raises(ValueError, match=message):
            build(tmp_path, *steps)
    build(tmp_path, steps[0] if not steps[0].reads else Step("c", texts))
    assert {name for name in stand(tmp_path) if name != ".made.json"} == {path for path, _ in steps[0].arguments}


def test_steps_that_wait_for_each_other(tmp_path):
    """A circle is no order."""
    with pytest.raises(CycleError):
        build(tmp_path, Step("a", texts, (), ("b",)), Step("b", texts, (), ("a",)))


# -- the same as a clean build -------------------------------------------------------------------------------

PATHS = ("a", "a/b", "a/b/c", "a/d", "e", "f/g", "f/h", "i.txt")
FILES = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(["", "1", "2", "x" * 9999, BROKEN]), max_size=3)
MEDDLING = st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from(["weg", "leeg", "anders"])), max_size=2)


@st.composite
def projects(draw):
    """Steps by name with their files; a reader puts together what stands in the files of others."""
    made = draw(st.dictionaries(st.sampled_from("klmn"), FILES, max_size=4))
    owned = set()
    for files in made.values():  # mostly each file once; now and then twice, and that is an error
        for path in list(files):
            if path in owned and draw(st.integers(0, 9)):
                del files[path]
        owned |= set(files)
    readers = draw(st.dictionaries(st.sampled_from("pq"), st.lists(st.sampled_from("klmn"), max_size=3), max_size=2))
    return made, {name: sorted({other for other in read if other in made}) for name, read in readers.items()}


def steps_of(made, readers):
    """The steps of a project."""
    for name, files in made.items():
        yield Step(name, texts, tuple(files.items()), size=len(files))
    for name, read in readers.items():
        parts = sorted({path for other in read for path in made[other]})
        yield Step(name, joined, (f"samen/{name}", *parts), tuple(read))


def outcome(folder, project):
    """What stands in the folder after a build, with the note; or that it cannot be."""
    global PLACE  # noqa: PLW0603 - see there
    PLACE = folder
    try:
        run(steps_of(*project), folder, tools="1", jobs=1)
    except (StepError, ValueError):
        return None
    return stand(folder)


def meddle(path, how):
    """Throw a file away, empty it or write something else."""
    if path.is_file():
        path.unlink() if how == "weg" else path.write_text("" if how == "leeg" else "iets anders")


@settings(max_examples=30)
@given(st.lists(st.tuples(projects(), MEDDLING), min_size=1, max_size=5))
def test_after_any_changes_the_folder_is_that_of_a_clean_build(history):
    """Steps come, go and change, files are meddled with, builds fail: a build that succeeds gives the same as a clean one."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "oud"
        for number, (project, meddled) in enumerate(history):
            if (clean := outcome(Path(place) / f"nieuw{number}", project)) is not None:
                expected = {path: text.encode() for files in project[0].values() for path, text in files.items()}
                assert expected.items() <= clean.items()
            assert clean == outcome(folder, project)
            for path, how in meddled:
                meddle(folder / path, how)


# -- killed --------------------------------------------------------------------------------------------------

COUNT = 40


def slow(name, text):
    """A file with its folder, after a moment."""
    time.sleep(0.01)
    return {f"{name}/{name}.txt": text.encode() * 100_000, f"{name}.txt": text.encode()}


def many(text):
    """Many steps, one after the other and beside each other."""
    return [Step(f"s{n}", slow, (f"s{n}", text), (f"s{n - 10}",) if n >= 10 else ()) for n in range(COUNT)]


@pytest.mark.parametrize("after", [0.05, 0.15, 0.25, 0.4])
def test_a_killed_build_leaves_nothing_that_shows(tmp_path, after):
    """Killed at any moment, then with other steps run to the end: the same as a clean build, and no process lives on."""
    folder, clean = tmp_path / "map", tmp_path / "nieuw"
    build(folder, *many("oud")[:20])
    program = "import sys, test_run, pathlib; print(flush=True); test_run.build(pathlib.Path(sys.argv[1]), *test_run.many('x'))"
    paths = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    with subprocess.Popen(
        [sys.executable, "-c", program, folder],
        env=os.environ | {"PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        running.stdout.readline()
        time.sleep(after)
        running.send_signal(signal.SIGKILL)
        try:
            running.communicate(timeout=60)  # ends when the last of its workers does: each holds the other side
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            raise
    left = many("nieuw")[:30]
    build(folder, *left)
    build(clean, *left)
    assert stand(clean) == stand(folder)
    assert json.loads((folder / ".made.json").read_text()).keys() == {step.name for step in left}
