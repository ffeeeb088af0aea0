"""Stands in for annotationlib: every annotation of the engine is plain text."""


class Format:
    """As in the standard library."""

    VALUE, VALUE_WITH_FAKE_GLOBALS, FORWARDREF, STRING = 1, 2, 3, 4


class ForwardRef:
    """An annotation that `typing` wants to know the type of: the loader asks for those of the records that it reads."""

    __forward_is_argument__ = False

    def __init__(
        self, arg: str, *, module: object = None, owner: object = None, is_argument: bool = False, is_class: bool = True
    ) -> None:
        self.__forward_arg__, self.__forward_module__, self.__owner__ = arg, module, owner
        self.__forward_is_class__ = is_class
        self.__forward_code__ = compile(arg, "annotation", "eval")

    def evaluate(self, *, globals: dict[str, object], locals: dict[str, object], **_options: object) -> object:
        """The type, by the names of the class and of its module."""
        return eval(self.__forward_code__, globals, locals)  # noqa: S307 - the annotations of our own records


def get_annotations(obj: object, **_options: object) -> dict[str, object]:
    """The annotations that stand in a class itself."""
    return dict(getattr(obj, "__annotations__", {}))
