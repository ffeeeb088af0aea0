"""Stands in for annotationlib: every annotation of the engine is plain text."""


class Format:
    """As in the standard library."""

    VALUE, VALUE_WITH_FAKE_GLOBALS, FORWARDREF, STRING = 1, 2, 3, 4


class ForwardRef:
    """Only its name is wanted."""


def get_annotations(obj: object, **_options: object) -> dict[str, object]:
    """The annotations that stand in a class itself."""
    return dict(getattr(obj, "__annotations__", {}))
