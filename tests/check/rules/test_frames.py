"""The rules on frames: pairs that do not hold, numbers that clash, and references to what is not there."""

from __future__ import annotations

import pytest
import yaml

from wegwijzer.check.checker import check
from wegwijzer.load import load_paths

SOURCES = "sources:\n  gids: {title: Gids}\n"


def frame(number, *, problem, **more):
    """A frame with all it must have."""
    return {
        "number": number,
        "name": f"Frame {number}",
        "problematising": problem,
        "summary": "Zo kijk je ernaar.",
        "core": "Dit is de kern.",
        "reasoning": {"cause": "Dit is er.", "consequence": "Dat volgt.", "solution": "Dit moet."},
        "example": "Een verzonnen bericht.",
        "recognise": {"metaphors": ["a"], "images": ["b"], "words": ["c"], "arguments": ["d"]},
        "leaves_out": ["e"],
        "resonance": {"argued": "unknown", "why": "Dat weten we niet."},
        "sources": ["gids"],
        "review": {"owner": "redactie", "by": "2027-11-01"},
        **more,
    }


@pytest.fixture
def found(tmp_path):
    """The codes and places that the checker gives for frames written as files."""

    def run(**frames):
        for folder in ("trees", "data", "frames"):
            (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / "data/sources.yml").write_text(SOURCES, encoding="utf-8")
        for name, record in frames.items():
            text = yaml.safe_dump(record, sort_keys=False, default_style=None)
            # Numbers of records stay numbers; a date is written as in our own files.
            text = text.replace("'2027-11-01'", "2027-11-01")
            (tmp_path / f"frames/{name}.yml").write_text(text, encoding="utf-8")
        return [(problem.path, problem.code) for problem in check(load_paths([tmp_path], cwd=tmp_path))]

    return run


def counter(name):
    return {"frame": name, "why": "Dit past.", "sources": ["gids"]}


def test_pair_that_names_each_other_is_right(found):
    """A problem frame and its counterframe name each other: no problem."""
    one = frame(1, problem=True, counterframes=[counter("twee")])
    assert [] == found(een=one, twee=frame(2, problem=False, answers=["een"]))


def test_counterframe_that_does_not_answer_back(found):
    """A counterframe must name the frame it answers."""
    one = frame(1, problem=True, counterframes=[counter("twee")])
    assert [("frames/een.yml", "W120")] == found(een=one, twee=frame(2, problem=False))


def test_answer_to_a_frame_that_does_not_name_it(found):
    """A frame that answers another must stand there as counterframe; the other then lacks one too."""
    answers = [("frames/een.yml", "W120"), ("frames/twee.yml", "W120")]
    assert answers == found(een=frame(1, problem=True), twee=frame(2, problem=False, answers=["een"]))


def test_frame_without_problem_has_no_counterframe(found):
    """Only problem frames have counterframes, and they answer nothing themselves."""
    one = frame(1, problem=True, counterframes=[counter("twee")], answers=["twee"])
    two = frame(2, problem=False, answers=["een"], counterframes=[counter("een")])
    assert [("frames/een.yml", "W120"), ("frames/twee.yml", "W120")] == found(een=one, twee=two)


@pytest.mark.parametrize("number", [0, 12])
def test_number_outside_one_to_eleven(found, number):
    """There are eleven frames."""
    assert [("frames/een.yml", "W121")] == found(een=frame(number, problem=False))


def test_number_of_two_frames(found):
    """Two frames with one number are both told of."""
    twice = [("frames/een.yml", "W121"), ("frames/twee.yml", "W121")]
    assert twice == found(een=frame(3, problem=False), twee=frame(3, problem=False))


def test_counterframe_and_value_that_do_not_exist(found):
    """A dangling reference is told of by the general rule, and by no other."""
    one = frame(1, problem=True, counterframes=[counter("weg")], values=["moed"])
    assert [("frames/een.yml", "W119")] * 2 == found(een=one)


def test_frame_without_reason_for_its_resonance(found):
    """How a frame lands is worth nothing without the reason."""
    record = frame(1, problem=False)
    del record["resonance"]["why"]
    assert [("frames/een.yml", "W008")] == found(een=record)
