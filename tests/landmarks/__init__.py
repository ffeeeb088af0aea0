"""Places in the project's own trees, found by what they have, so that the content may change without a test.

Each function takes compiled trees by id and looks in the largest first. It raises `MissingPlaceError` when no tree has such a
place: a test never passes because its place went. What can only be named stands in tests/named.py.
"""

from __future__ import annotations

from landmarks.looking import MissingPlaceError, Place, Way, by_size, every, first_of, places, plain, ways
from landmarks.nodes import (
    asked_fork,
    final_action,
    first_question,
    fork,
    interim_action,
    local_choice,
    several_answers,
    text_field,
)
from landmarks.trees import (
    builder,
    choices,
    decisive_choice,
    largest,
    looping,
    most_cases,
    most_outcomes,
    smallest,
    walkable,
    without_a_quiz,
)
from landmarks.ways import (
    Asked,
    Rejoining,
    asked_beside_a_number,
    asked_choice,
    full_result,
    into_another_chapter,
    number_choices,
    other_choice,
    questions_in_a_row,
    rejoining,
    to_a_result,
    to_the_last_question,
    with_interim_action,
)

__all__ = [
    "Asked",
    "MissingPlaceError",
    "Place",
    "Rejoining",
    "Way",
    "asked_beside_a_number",
    "asked_choice",
    "asked_fork",
    "builder",
    "by_size",
    "choices",
    "decisive_choice",
    "every",
    "final_action",
    "first_of",
    "first_question",
    "fork",
    "full_result",
    "interim_action",
    "into_another_chapter",
    "largest",
    "local_choice",
    "looping",
    "most_cases",
    "most_outcomes",
    "number_choices",
    "other_choice",
    "places",
    "plain",
    "questions_in_a_row",
    "rejoining",
    "several_answers",
    "smallest",
    "text_field",
    "to_a_result",
    "to_the_last_question",
    "walkable",
    "ways",
    "with_interim_action",
    "without_a_quiz",
]
