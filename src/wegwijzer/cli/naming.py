"""The command for who gives something another name: rename."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from wegwijzer.cli.usage import OK, Options, UsageError, load
from wegwijzer.kinds.settings import SETTINGS
from wegwijzer.locale import say


def _rename_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("path", type=Path, metavar=say("command.file"), help=say("command.rename_file"))
    sub.add_argument("old", metavar=say("command.old"), help=say("command.old_name"))
    sub.add_argument("new", metavar=say("command.new_version"), help=say("command.new_name"))
    sub.set_defaults(run=run_rename)


COMMANDS: dict[str, Options] = {"rename": _rename_options}


def run_rename(options: argparse.Namespace) -> int:
    from wegwijzer.load.moved import MOVED  # noqa: PLC0415 - only what reads YAML needs its package
    from wegwijzer.workbench.desk import Desk, project  # noqa: PLC0415 - the same
    from wegwijzer.workbench.edit import edit  # noqa: PLC0415 - the same
    from wegwijzer.workbench.mentions import called  # noqa: PLC0415 - the same

    loaded = load([options.path], whole=True)
    root, path = loaded.root, options.path.resolve()
    if root is None or not path.is_file() or not path.is_relative_to(root):
        raise UsageError(say("cli.no_such", file=options.path))
    files = [file.path for file in loaded.files if file.text] + [root / name for name in (SETTINGS, MOVED)]
    texts = {file.relative_to(root).as_posix(): file.read_bytes().decode() for file in files if file.is_file()}
    texts.setdefault(MOVED, "")
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        project(desk, {"files": texts})
        shown = path.relative_to(root).as_posix()
        file = desk.file(shown)
        where = called(file, options.old) if file else None
        if where is None:
            raise UsageError(say("cli.not_called", name=options.old, file=options.path))
        reply = edit(desk, {"path": shown, "edit": {"op": "rename", "where": where, "to": options.new}})
        if "error" in reply:
            raise UsageError(reply["error"])
        for name, count in sorted(Counter(change["path"] for change in reply["changes"]).items()):
            (root / name).write_bytes(desk.texts[name].encode())
            print(say("cli.renamed", file=name, count=count))
    return OK
