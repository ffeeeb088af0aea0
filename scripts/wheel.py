"""Part of making a wheel: catalogues of words become modules, and what the kit brings along goes in, ready to use.

Hatchling runs this (`pyproject.toml`), also for the wheel that the browser gets, which has words alone. A checkout reads the
catalogues themselves, and makes the rest when it is needed (`wegwijzer.supplies`).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):
    """Adds `wegwijzer/locale/nl/interface.py` and its like to the wheel, and `wegwijzer/supplies/made/`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        self.made = Path(tempfile.mkdtemp())
        if version != "standard":
            return
        sys.path.insert(0, str(Path(self.root, "src")))  # found in the sources that the wheel is made from
        try:
            for package in self.build_config.packages:
                self.add_words(Path(self.root, package), build_data["force_include"])
            if self.config.get("supplies", True):
                self.add_supplies(build_data["force_include"])
        finally:
            sys.path.pop(0)

    def add_words(self, package: Path, included: dict[str, str]) -> None:
        """The catalogues of a package as modules."""
        for catalogue in sorted(package.glob("locale/*/*.po")):
            inside = catalogue.relative_to(package.parent).with_suffix(".py")
            module = self.made / inside
            module.parent.mkdir(parents=True, exist_ok=True)
            module.write_text(compiled(catalogue), encoding="utf-8")
            for file in (module, module.with_name("__init__.py")):
                file.touch()
                included[str(file)] = inside.with_name(file.name).as_posix()

    def add_supplies(self, included: dict[str, str]) -> None:
        """Letters, Python for the browser in every language, libraries, and whose all that is."""
        from wegwijzer.supplies.make import for_wheel  # noqa: PLC0415 - as above

        folder = self.made / "supplies"
        for_wheel(folder)
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                included[str(file)] = f"wegwijzer/supplies/made/{file.relative_to(folder).as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        shutil.rmtree(self.made)


def compiled(catalogue: Path) -> str:
    """A catalogue as the source of a module."""
    from wegwijzer.locale.catalogue import texts  # noqa: PLC0415 - as above

    words = texts(catalogue.read_text(encoding="utf-8"))
    lines = [f"    {key!r}: {text!r},\n" for key, text in words.items()]
    return f'"""Made from {catalogue.name}."""\n\nWORDS = {{\n{"".join(lines)}}}\n'
