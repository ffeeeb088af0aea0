"""Stands in for urllib.request: nothing in a page asks for an address by way of Python. What reads Markdown wants these names."""


def pathname2url(path: str) -> str:
    """A path is an address here."""
    return path


def url2pathname(path: str) -> str:
    """And the other way round."""
    return path
