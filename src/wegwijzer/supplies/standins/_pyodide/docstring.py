"""Stands in for Pyodide's own: no one reads the help of its functions here."""

from types import BuiltinFunctionType


def get_cmeth_docstring(func: BuiltinFunctionType) -> str:
    """What the C code wants to stand before a help text."""
    return f"{func.__name__}()\n--\n\n"


def dedent_docstring(docstring: str) -> str:
    return docstring
