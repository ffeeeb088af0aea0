"""Draw the rooms of the code from the imports that stand in it: a picture that cannot lie.

Every folder of a package under src/ is a room, and so is a module beside them. An arrow leads from a room to one that it
uses. What follows from other arrows is left out, so that the layers show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from wegwijzer.build import imports
from wegwijzer.draw.diagrams import Diagram
from wegwijzer.graph import reached
from wegwijzer.render.drawing import opening, quote

TITLE = "The rooms of the code, and what each uses"


def house(src: Path) -> Diagram:
    """The picture of the packages in a folder."""
    return "house", house_dot(layers(rooms(src))), TITLE


def rooms(src: Path) -> dict[str, set[str]]:
    """Every room under a folder of packages, as `package/room`, and the rooms that it uses."""
    used: dict[str, set[Path]] = {}
    packages = tuple(sorted(folder for folder in src.iterdir() if (folder / "__init__.py").is_file()))
    for file in sorted(src.rglob("*.py")):
        if room := room_of(file, src):
            used.setdefault(room, set()).update(imports(file, packages))
    return {room: {room_of(file, src) for file in files} - {room, ""} for room, files in used.items()}


def room_of(file: Path, src: Path) -> str:
    """The room in which a module stands; nothing for what says that a folder is a package."""
    package, *below = file.relative_to(src).with_suffix("").parts
    return f"{package}/{below[0]}" if below and below[0] != "__init__" else ""


def layers(used: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """The same without the arrows that follow from others: from each room the same ones can be reached."""
    kept = {room: set(goals) for room, goals in used.items()}
    for room, goals in used.items():
        for goal in sorted(goals):
            kept[room].remove(goal)
            if goal not in reached(kept[room], lambda name: kept.get(name, ())):
                kept[room].add(goal)
    return kept


def house_dot(used: Mapping[str, Iterable[str]]) -> str:
    """The rooms as a Graphviz graph: a frame for every package, what is used below."""
    lines = [*opening("house", "diagram-house"), "  rankdir=TB; ranksep=0.4;"]
    for package in sorted({room.partition("/")[0] for room in used}):
        inside = [room for room in used if room.startswith(f"{package}/")]
        names = [f'{quote(room)} [label={quote(room.partition("/")[2])}, class="ww-node"];' for room in inside]
        lines += [
            f"subgraph {quote(f'cluster-{package}')} {{ id={quote(f'diagram-house-{package}')}; label={quote(package)}; style=rounded;",
            *names,
            "}",
        ]
    lines += [f'{quote(room)} -> {quote(goal)} [class="ww-edge"];' for room in used for goal in sorted(used[room])]
    return "\n".join([*lines, "}", ""])
