"""What a page needs in which people change the texts of the project: those texts, and what the extensions know of them.

The engine for it comes with the kit (`work.zip`, see `wegwijzer.supplies`). The kinds and rules of extensions are of the project: their
modules follow in an archive of their own, as source, with what those import.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

from wegwijzer.icons import DRAWN
from wegwijzer.kinds.extensions import GROUP, extensions, folders, package_of
from wegwijzer.kinds.files import kind_of
from wegwijzer.kinds.settings import SETTINGS, read_settings_file
from wegwijzer.load.folders import content_of
from wegwijzer.locale import DOMAINS, language, words_of
from wegwijzer.pages.project import sources
from wegwijzer.site.more import Packing, Runtime
from wegwijzer.workbench.published import known
from wegwijzer.workplace import built, root

ENGINE, OF_EXTENSIONS = "work", "kinds"
"""The archives that such a page loads, in this order."""
TEXTS, KNOWN, BEGIN, ICONS = (f"workbench/{name}.json" for name in ("project", "known", "begin", "icons"))
EXAMPLES = "examples"
"""The folder of a project with small projects to look at."""


def texts() -> tuple[tuple[str, str], ...]:
    """What the loader reads of the project: path from its root and text of each file, the settings too."""
    return _texts(root())


def _texts(home: Path) -> tuple[tuple[str, str], ...]:
    found = [file for file in content_of(home, home) if kind_of(file, home)]
    found += filter(Path.is_file, [home / SETTINGS])
    return tuple(
        sorted((file.relative_to(home).as_posix(), file.read_bytes().decode(errors="replace")) for file in found)
    )


def examples() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The small projects of the project in the language that it speaks: the name of each, and its texts as above."""
    homes = sorted(file.parent for file in root().glob(f"{EXAMPLES}/*/{SETTINGS}"))
    said = [(home, read_settings_file(home).values()) for home in homes]
    return tuple(
        (told["name"], _texts(home)) for home, told in said if told.get("language") == language() and "name" in told
    )


def files_for_page(
    files: tuple[tuple[str, str], ...], packages: tuple[str, ...], icons: tuple[str, ...]
) -> dict[str, bytes]:
    """The texts with the archives that a page needs to read them and the names of icons, as a file of the site; and as another what
    they say, so that a page need not read them all (see `wegwijzer.workbench.published`).
    """
    said = json.dumps(known(sources()), ensure_ascii=False, separators=(",", ":"))
    archives = [ENGINE, *([OF_EXTENSIONS] if packages else [])]
    told = {"archives": archives, "icons": icons, "files": dict(files)}
    return {TEXTS: json.dumps(told, ensure_ascii=False).encode(), KNOWN: said.encode()}


def begin_file(template: str, others: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> dict[str, bytes]:
    """What somebody begins from, as a file of the site: the text of a new tree, and the examples."""
    told = {"template": template, "examples": [{"title": title, "files": dict(files)} for title, files in others]}
    return {BEGIN: json.dumps(told, ensure_ascii=False).encode()}


def icons_file(shapes: tuple[tuple[str, str], ...]) -> dict[str, bytes]:
    """Every icon to pick from, as a file of the site: what is drawn by name, and what stands around it."""
    return {ICONS: json.dumps({"around": DRAWN, "shapes": dict(shapes)}).encode()}


def knowing(spoken: str, _made_from: str) -> dict[str, bytes]:
    """The archive with the kinds and rules of extensions, as a file. The runtime must have been made.

    Raises SystemExit that names each module which the page cannot have, with the place where it is imported.
    """
    homes = dict(zip(extensions(), folders(), strict=True))
    packing = Packing(homes, Runtime.read(built() / "runtime", ("python", ENGINE)))
    packing.take(modules())
    for package in homes:
        packing.take([package])
        for domain in DOMAINS:
            if words_of(package, spoken, domain):
                packing.add_words(package, spoken, domain)
    asked = read_settings_file(root()).values().get("extensions", [])
    known = [(name, package_of(name), GROUP) for name in asked if package_of(name) != name]
    packing.files["_entry_points.py"] = f"KNOWN = {known!r}\n"
    return {f"runtime/{OF_EXTENSIONS}.zip": packing.archive()}


def modules() -> list[str]:
    """The modules of extensions with their kinds and their rules."""
    found = []
    for package, folder in zip(extensions(), folders(), strict=True):
        rules = (file.relative_to(folder).with_suffix("") for file in sorted((folder / "rules").rglob("*.py")))
        names = ("kinds", *(".".join(rule.parts).removesuffix(".__init__") for rule in rules))
        found += [f"{package}.{name}" for name in names if find_spec(f"{package}.{name}")]
    return found


def programs() -> list[Path]:
    """The files of those modules."""
    specs = [find_spec(module) for module in modules()]
    return [Path(spec.origin) for spec in specs if spec and spec.origin and spec.origin.endswith(".py")]
