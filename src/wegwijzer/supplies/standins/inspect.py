"""Stands in for inspect: Pyodide's core, dataclasses and pkgutil want its names; nothing here looks at a signature."""

from types import FunctionType, MethodType


class Parameter:
    """Only its name is wanted."""

    empty = VAR_KEYWORD = VAR_POSITIONAL = None


_empty = Parameter


def signature(*_args: object, **_options: object) -> None:
    """Dataclasses put it in a help text, and do without when it cannot be told."""
    raise ValueError


def getmodulename(path: str) -> str | None:
    """The name of the module in a file, or nothing: pkgutil asks it for each file of a package."""
    from importlib.machinery import all_suffixes  # noqa: PLC0415 - most pages never ask

    name = path.rpartition("/")[2]
    ending = next((each for each in sorted(all_suffixes(), key=len, reverse=True) if name.endswith(each)), None)
    return ending and name.removesuffix(ending)


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
