"""Stands in for inspect: Pyodide's core and dataclasses want its names; nothing here looks at a signature."""

from types import FunctionType, MethodType


class Parameter:
    """Only its name is wanted."""

    empty = VAR_KEYWORD = VAR_POSITIONAL = None


_empty = Parameter


def signature(*_args, **_options):
    """Dataclasses put it in a help text, and do without when it cannot be told."""
    raise ValueError


def getattr_static(obj, name, default=None):
    return getattr(obj, name, default)


def isclass(obj):
    return isinstance(obj, type)


def ismethod(obj):
    return isinstance(obj, MethodType)


def isfunction(obj):
    return isinstance(obj, FunctionType)


def iscoroutinefunction(_obj):
    return False


def unwrap(function):
    return function
