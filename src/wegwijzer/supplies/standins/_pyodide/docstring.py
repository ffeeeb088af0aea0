"""Stands in for Pyodide's own: no one reads the help of its functions here."""


def get_cmeth_docstring(func):
    """What the C code wants to stand before a help text."""
    return f"{func.__name__}()\n--\n\n"


def dedent_docstring(docstring):
    return docstring
