"""Numbers that a rule goes by, such as the longest sentence: each with its default, and what a project set instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Number_co = TypeVar("Number_co", bound=float, covariant=True)  # for types, a whole number is a float


@dataclass(frozen=True, eq=False, kw_only=True)
class Bound(Generic[Number_co]):
    """`value` is what counts when a project says nothing; what is set lies between `least` and `most`.

    A whole number as default asks for a whole number. What it is for, and in which unit, the catalogue says under the code
    of the rule: `W501.most` and `W501.most_unit`.
    """

    name: str
    value: Number_co
    least: float = 1
    most: float | None = None


AnyBound = Bound[float]


class Bounds:
    """The value of every bound: what a project set, and the default of the others."""

    def __init__(self, chosen: Mapping[AnyBound, float] | None = None) -> None:
        self._chosen = dict(chosen or {})

    def __getitem__(self, bound: Bound[Number_co]) -> Number_co:
        return type(bound.value)(self._chosen.get(bound, bound.value))
