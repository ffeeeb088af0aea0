"""Part of making a wheel: the catalogues of words become modules, so that whoever installs it needs no library for them.

Hatchling runs this (`pyproject.toml`), also for the wheel that the browser gets. A checkout reads the catalogues themselves.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):
    """Adds `wegwijzer/locale/nl/interface.py` and its like to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        self.made = Path(tempfile.mkdtemp())
        if version != "standard":
            return
        for package in self.build_config.packages:
            for catalogue in sorted(Path(self.root, package).glob("locale/*/*.po")):
                inside = catalogue.relative_to(Path(self.root, package).parent).with_suffix(".py")
                module = self.made / inside
                module.parent.mkdir(parents=True, exist_ok=True)
                module.write_text(compiled(catalogue, Path(self.root)), encoding="utf-8")
                for file in (module, module.with_name("__init__.py")):
                    file.touch()
                    build_data["force_include"][str(file)] = inside.with_name(file.name).as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        shutil.rmtree(self.made)


def compiled(catalogue: Path, root: Path) -> str:
    """A catalogue as the source of a module."""
    sys.path.insert(0, str(root / "src"))
    try:
        from wegwijzer.locale.catalogue import texts  # noqa: PLC0415 - found in the sources that the wheel is made from
    finally:
        sys.path.pop(0)
    words = texts(catalogue.read_text(encoding="utf-8"))
    lines = [f"    {key!r}: {text!r},\n" for key, text in words.items()]
    return f'"""Made from {catalogue.name}."""\n\nWORDS = {{\n{"".join(lines)}}}\n'
