"""Stands in for inspect: Pyodide's core and dataclasses want its names; nothing here looks at a signature."""

from types import FunctionType, MethodType


class Parameter:
    """Only its name is wanted."""

    empty = VAR_KEYWORD = VAR_POSITIONAL = None


_empty = Parameter


def signature(*_args: object, **_options: object) -> None:
    """Dataclasses put it in a help text, and do without when it cannot be told."""
    raise ValueError


def getattr_static(obj: object, name: str, default: object = None) -> object:
    return getattr(obj, name, default)


def isclass(obj: object) -> bool:
    return isinstance(obj, type)


def ismethod(obj: object) -> bool:
    return isinstance(obj, MethodType)


def isfunction(obj: object) -> bool:
    return isinstance(obj, FunctionType)


def iscoroutinefunction(_obj: object) -> bool:
    return False


def unwrap(function: object) -> object:
    return function
