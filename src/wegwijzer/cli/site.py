"""The commands that make a site: `init`, `build`, `serve`, `add`, `slides`."""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

from wegwijzer.cli.usage import OK, PROBLEMS, Options, UsageError
from wegwijzer.kinds.settings import SettingsError, find_root, follow
from wegwijzer.locale import language, say
from wegwijzer.locale.catalogue import languages
from wegwijzer.workplace import built, root, work_in


def _init_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("folder", type=Path, metavar=say("command.folder"), help=say("init.folder"))
    sub.add_argument("--language", choices=languages(), help=say("init.language"))
    sub.add_argument("--name", default="", metavar=say("command.name"), help=say("init.name"))
    sub.set_defaults(run=_init)


def _build_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--zensical", type=Path, metavar=say("command.folder"), help=say("site.zensical"))
    sub.set_defaults(run=_build)


def _serve_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--port", type=int, metavar=say("command.port"), help=say("serve.which_port"))
    sub.set_defaults(run=_serve)


def _add_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("site", type=Path, metavar=say("command.folder"), help=say("add.site"))
    sub.set_defaults(run=_add)


def _slides_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("trees", nargs="*", metavar=say("slides.tree"), help=say("slides.only"))
    sub.add_argument(
        "--colours", nargs="+", type=_colour, default=[], metavar=say("command.colour"), help=say("slides.colours")
    )
    sub.add_argument(
        "--output", type=Path, default=Path("dist/slides"), metavar=say("command.folder"), help=say("command.where")
    )
    sub.set_defaults(run=_slides)


COMMANDS: dict[str, Options] = {
    "init": _init_options,
    "build": _build_options,
    "serve": _serve_options,
    "add": _add_options,
    "slides": _slides_options,
}


def _project() -> None:
    """Work in the project in which the user stands. Raises UsageError outside one."""
    found = find_root(Path.cwd())
    if found is None:
        raise UsageError(say("site.no_project"))
    work_in(found)
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

    _project()
    _has_generator()
    try:
        if options.zensical:
            build_site(options.zensical.resolve(), pages_from="zensical")
        else:
            build_site(root() / "site")
    except UnbuildableError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    return OK


def _serve(options: argparse.Namespace) -> int:
    from wegwijzer.serve.server import serve  # noqa: PLC0415 - as above

    _project()
    _has_generator()
    return serve(options.port or int(os.environ.get("PORT", "8000")))


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
    """Slides in other colours, for who asks: the build makes them in those of the project."""
    from wegwijzer.pages.project import project  # noqa: PLC0415 - as above
    from wegwijzer.pages.tree import compiled  # noqa: PLC0415
    from wegwijzer.render.addresses import download  # noqa: PLC0415
    from wegwijzer.slides.presentation import presentations  # noqa: PLC0415
    from wegwijzer.slides.template import Colours  # noqa: PLC0415

    _project()
    if not (built() / "slides").is_dir():
        raise UsageError(say("slides.build_first"))
    known = project().library.trees
    if unknown := [name for name in options.trees if name not in known]:
        raise UsageError(say("slides.unknown", trees=", ".join(unknown)))
    names = options.trees or list(known)
    options.output.mkdir(parents=True, exist_ok=True)
    for name in names:
        for what, slides in presentations(compiled(name), Colours(*options.colours[:2])).items():
            (options.output / Path(download(what, name)).name).write_bytes(slides)
    print(say("slides.made", count=len(names), output=options.output))
    return OK


def _colour(text: str) -> str:
    if not re.fullmatch(r"#?[0-9A-Fa-f]{6}", text):
        raise argparse.ArgumentTypeError(say("slides.no_colour", text=text))
    return text.lstrip("#").upper()
