"""The keys of a record as an author writes them: what loader, schema, references and the page of keys all go by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any, get_type_hints

from wegwijzer.locale import say
from wegwijzer.model import key_of


@dataclass(frozen=True)
class Key:
    """One key: the field that holds it, its type, and what the model says of it (see `wegwijzer.model.doc`).

    An `open` field holds several keys, as a table from key to value. `words` is where the catalogue says what it is for.
    """

    key: str
    field: str
    kind: Any
    about: Mapping[str, Any]
    words: str
    required: bool = False
    open: bool = False

    @property
    def says(self) -> str:
        """What stands under this key, for who writes it."""
        return say(self.words)

    @property
    def example(self) -> str:
        """An example, if the model says that there is one; of a list, what stands between its brackets."""
        return say(self.words.replace("field.", "example.", 1)) if self.about["example"] else ""

    def value(self, record: Any) -> Any:
        """What a record holds under this key."""
        value = getattr(record, self.field)
        return value.get(self.key, ()) if self.open else value


def keys_in(record: Any, further: Mapping[str, tuple[Any, str]]) -> Iterator[Key]:
    """The keys of a type of record, in order; `further` are those of an open field: key → its type, and its words."""
    hints = get_type_hints(record)
    for field in fields(record):
        if field.metadata.get("open"):
            for key, (kind, words) in further.items():
                yield Key(key, field.name, kind, field.metadata, words, open=True)
        else:
            required = field.default is MISSING and field.default_factory is MISSING
            words = f"field.{record.__name__}.{field.name}"
            yield Key(key_of(field.name), field.name, hints[field.name], field.metadata, words, required)
