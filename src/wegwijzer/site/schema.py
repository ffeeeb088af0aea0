"""The schemas of the YAML files, for editors that know where the site stands."""

from __future__ import annotations

import json

from wegwijzer.kinds.schema import schemas


def schema_files(*_made_from: object) -> dict[str, bytes]:
    """Every schema as a file."""
    return {f"schema/{name}.schema.json": schema_text(schema).encode() for name, schema in schemas().items()}


def schema_text(schema: object) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
