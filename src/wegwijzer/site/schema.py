"""The schemas of the YAML files, for editors that know where the site stands."""

from __future__ import annotations

from wegwijzer.kinds.schema import schema_texts


def schema_files(*_made_from: object) -> dict[str, bytes]:
    """Every schema as a file."""
    return {f"schema/{name}": text.encode() for name, text in schema_texts().items()}
