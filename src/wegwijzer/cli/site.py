"""The commands that make a site, or something of it: `init`, `build`, `serve`, `add`, `slides`, `print`."""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from wegwijzer.cli.usage import OK, PROBLEMS, ContentError, Options, UsageError, local_option, today
from wegwijzer.kinds.settings import SettingsError, find_root, follow
from wegwijzer.locale import language, say
from wegwijzer.locale.catalogue import languages
from wegwijzer.render.addresses import download
from wegwijzer.workplace import built, publish_after, publish_for, root, work_in

if TYPE_CHECKING:
    from wegwijzer.build import Files
    from wegwijzer.compile.compiled import Compiled


MOST_PORT = 65_535


def _init_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("folder", type=Path, metavar=say("command.folder"), help=say("init.folder"))
    sub.add_argument("--language", choices=languages(), help=say("init.language"))
    sub.add_argument("--name", default="", metavar=say("command.name"), help=say("init.name"))
    sub.set_defaults(run=_init)


def _build_options(sub: argparse.ArgumentParser) -> None:
    local_option(sub)
    sub.add_argument("--published", type=Path, metavar=say("command.file"), help=say("site.published"))
    sub.add_argument("--zensical", type=Path, metavar=say("command.folder"), help=say("site.zensical"))
    sub.set_defaults(run=_build)


def _serve_options(sub: argparse.ArgumentParser) -> None:
    local_option(sub)
    asked = os.environ.get("PORT") or "8000"
    sub.add_argument("--port", type=_port, default=asked, metavar=say("command.port"), help=say("serve.which_port"))
    sub.set_defaults(run=_serve)


def _add_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("site", type=Path, metavar=say("command.folder"), help=say("add.site"))
    sub.set_defaults(run=_add)


def _slides_options(sub: argparse.ArgumentParser) -> None:
    _of_trees(sub, "dist/slides")
    sub.add_argument(
        "--colours", nargs="+", type=_colour, default=[], metavar=say("command.colour"), help=say("slides.colours")
    )
    sub.set_defaults(run=_slides)


def _print_options(sub: argparse.ArgumentParser) -> None:
    _of_trees(sub, "dist/print")
    sub.set_defaults(run=_print)


def _of_trees(sub: argparse.ArgumentParser, folder: str) -> None:
    """Let a command make something of trees in a folder."""
    sub.add_argument("trees", nargs="*", metavar=say("slides.tree"), help=say("slides.only"))
    local_option(sub)
    sub.add_argument(
        "--output", type=Path, default=Path(folder), metavar=say("command.folder"), help=say("command.where")
    )


COMMANDS: dict[str, Options] = {
    "init": _init_options,
    "build": _build_options,
    "serve": _serve_options,
    "add": _add_options,
    "slides": _slides_options,
    "print": _print_options,
}


def _project(local: Path | None = None) -> None:
    """Work in the project in which the user stands, for who publishes it as its own in the file `local`.

    Raises UsageError outside a project, or when there is no such file.
    """
    found = find_root(Path.cwd())
    if found is None:
        raise UsageError(say("site.no_project"))
    if local and not local.is_file():
        raise UsageError(say("site.no_local", file=local))
    work_in(found)
    publish_for(local)
    try:
        follow(found)
    except SettingsError as error:
        raise UsageError(f"{error}.") from None


def _init(options: argparse.Namespace) -> int:
    from wegwijzer.cli.project import start  # noqa: PLC0415 - as below

    print(start(options.folder, options.language or language(), options.name))
    return OK


def _build(options: argparse.Namespace) -> int:
    from wegwijzer.site.build import UnbuildableError, build_site  # noqa: PLC0415 - the checker needs no generator

    if options.zensical and options.local:
        raise UsageError(say("site.no_local_zensical"))
    _project(options.local)
    publish_after(options.published, today() if options.published else "")
    _has_generator()
    try:
        if options.zensical:
            build_site(options.zensical.resolve(), pages_from="zensical")
        else:
            build_site(root() / "site")
    except UnbuildableError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    gc.freeze()  # the program ends: to look then for what is left over takes most of a second
    return OK


def _serve(options: argparse.Namespace) -> int:
    from wegwijzer.serve.server import serve  # noqa: PLC0415 - as above

    _project(options.local)
    _has_generator()
    return serve(options.port)


def _has_generator() -> None:
    from wegwijzer.site.steps import GENERATOR  # noqa: PLC0415 - as above

    if not (root() / GENERATOR).is_file():
        raise UsageError(say("site.no_generator", file=GENERATOR))


def _add(options: argparse.Namespace) -> int:
    from wegwijzer.site.beside import add, keep_apart  # noqa: PLC0415 - as above
    from wegwijzer.site.finish import UnfitError  # noqa: PLC0415

    if not options.site.is_dir():
        raise UsageError(say("add.no_site", site=options.site))
    site = options.site.resolve()
    _project()
    keep_apart()
    if not (built() / "trees").is_dir():
        raise UsageError(say("add.nothing_made"))
    try:
        print(say("add.done", count=add(site), site=options.site))
    except UnfitError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    return OK


def _slides(options: argparse.Namespace) -> int:
    """Slides of some trees, perhaps in other colours: the build makes them of all, in those of the project."""
    from wegwijzer.site.apart import slides_of  # noqa: PLC0415 - as above
    from wegwijzer.slides.template import Colours  # noqa: PLC0415
    from wegwijzer.workplace import colours  # noqa: PLC0415

    trees = _trees(options)
    shown = Colours(*(options.colours[:2] or colours()))
    for tree in trees:
        _put(options.output, {download(what, tree.id): file for what, file in slides_of(tree, shown).items()})
    print(say("slides.made", count=len(trees), output=options.output))
    return OK


def _print(options: argparse.Namespace) -> int:
    """What there is to print of some trees."""
    from wegwijzer.site.apart import sheets_of  # noqa: PLC0415 - as above

    trees = _trees(options)
    for tree in trees:
        _put(options.output, sheets_of(tree))
    print(say("print.made", count=len(trees), output=options.output))
    return OK


def _trees(options: argparse.Namespace) -> list[Compiled]:
    """The trees that somebody named, or all, as they are where `--local` publishes them. Raises UsageError."""
    from wegwijzer.pages.project import project  # noqa: PLC0415 - as above
    from wegwijzer.pages.tree import compiled  # noqa: PLC0415
    from wegwijzer.site.build import errors_of_publisher  # noqa: PLC0415

    _project(options.local)
    if not (built() / "fonts").is_dir():
        raise UsageError(say("slides.build_first"))
    if report := errors_of_publisher():
        raise ContentError(report)
    known = project().library.trees
    if unknown := [name for name in options.trees if name not in known]:
        raise UsageError(say("slides.unknown", trees=", ".join(unknown)))
    return [compiled(name) for name in options.trees or known]


def _put(folder: Path, files: Files) -> None:
    """Write files into one folder, each under its own name."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (folder / Path(path).name).write_bytes(content)


def _port(text: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", text) or int(text) > MOST_PORT:
        raise argparse.ArgumentTypeError(say("serve.no_port", text=text, most=MOST_PORT))
    return int(text)


def _colour(text: str) -> str:
    if not re.fullmatch(r"#?[0-9A-Fa-f]{6}", text):
        raise argparse.ArgumentTypeError(say("slides.no_colour", text=text))
    return text.lstrip("#").upper()
