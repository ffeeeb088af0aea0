"""What `wegwijzer serve` does while somebody writes: draw a changed text at once, and build the whole site behind it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Protocol

from watchdog.events import FileSystemEvent, FileSystemEventHandler

from wegwijzer.kinds.settings import SETTINGS
from wegwijzer.load.moved import MOVED
from wegwijzer.locale import say
from wegwijzer.pages.project import ours
from wegwijzer.serve.preview import Preview
from wegwijzer.site.steps import GENERATOR, packages
from wegwijzer.workplace import built, publisher, root

WRITTEN = (GENERATOR, MOVED, SETTINGS)
"""The files at the root that decide the site."""
QUIET = 0.1
"""Seconds without a change before we begin: an editor writes a file in several moves."""
NICE = ["nice"] if shutil.which("nice") else []
BUILD = [sys.executable, "-m", "wegwijzer.cli", "build"]


def build() -> list[str]:
    """The command that brings the site up to date."""
    local = publisher()
    return [*NICE, *BUILD, *(("--local", str(local)) if local else ())]


def of_publisher() -> set[Path]:
    """The file of who publishes the site as its own, and the logo beside it."""
    local, record = publisher(), ours()
    if local is None:
        return set()
    return {local, *([(local.parent / record.logo).resolve()] if record and record.logo else ())}


def site() -> Path:
    """The last whole site."""
    return root() / "site"


def live() -> Path:
    """What was drawn since."""
    return built() / "live"


class Status(Protocol):
    """Who tells the open pages."""

    def show(self) -> None: ...
    def fail(self, problems: str) -> None: ...
    def mend(self) -> None: ...


class Watcher(FileSystemEventHandler):
    """Collects which files changed, until somebody takes them."""

    def __init__(self) -> None:
        self.changed: set[Path] = set()
        self.wanted = threading.Condition()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a file that was written, made, removed or renamed."""
        if event.event_type not in ("modified", "created", "deleted", "moved") or event.is_directory:
            return
        paths = {Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path}
        with self.wanted:
            self.changed |= {path for path in paths if _counts(path)}
            if self.changed:
                self.wanted.notify_all()

    def take(self) -> set[Path]:
        """Wait for changes, and for the end of a burst of them."""
        with self.wanted:
            self.wanted.wait_for(lambda: self.changed)
            seen: set[Path] = set()
            while seen != self.changed:
                seen = set(self.changed)
                self.wanted.wait(QUIET)
            self.changed = set()
            return seen


def _counts(path: Path) -> bool:
    """Not what an editor, Python or we ourselves put beside a file."""
    return (
        (path.parent != root() or path.name in WRITTEN or path in of_publisher())
        and not path.name.startswith((".", "#"))
        and not path.name.endswith(("~", ".half", ".pyc", ".swp", ".tmp"))
        and "__pycache__" not in path.parts
    )


class Follower:
    """Follows the changes. One whole build runs at a time; a newer change stops it, and it starts again."""

    def __init__(self, watcher: Watcher, status: Status) -> None:
        self.watcher, self.status = watcher, status
        self.preview: Preview | None = None
        self.building: subprocess.Popen[str] | None = None

    def run(self) -> None:
        """Follow until the program ends."""
        shutil.rmtree(live(), ignore_errors=True)
        self.preview = Preview(site(), live())
        while True:
            self.take(self.watcher.take())

    def take(self, changed: set[Path]) -> None:
        """Show what changed, as soon as it can be shown."""
        if self.building:
            self.building.terminate()  # a build can be stopped at any moment; the next waits until its lock is free
        known = {file.path for file in self.preview.loaded.files} if self.preview else set()
        changed = {
            path for path in changed if path.exists() or path in known
        } or changed  # not what an editor wrote between
        started, shown = time.monotonic(), False

        def show() -> None:
            nonlocal shown
            shown = True
            self.status.show()

        if self.preview and self.preview.can_draw(changed):
            if problems := self.preview.draw(changed, show):
                print(problems, file=sys.stderr, flush=True)
                self.status.fail(problems)
                return
            self.status.mend()
            print(say("serve.shown", seconds=f"{time.monotonic() - started:.1f}"), flush=True)
        else:
            self.preview = None  # what it knows of the other pages is no longer so
            print(say("serve.again"), flush=True)
        restart = any(package in path.parents for path in changed for package in packages())
        self.building = subprocess.Popen(build(), cwd=root(), stderr=subprocess.PIPE, text=True, encoding="utf-8")
        threading.Thread(target=self._await, args=(self.building, shown, restart), daemon=True).start()

    def _await(self, building: subprocess.Popen[str], shown: bool, restart: bool) -> None:  # noqa: FBT001
        _, errors = building.communicate()
        if building is not self.building or building.returncode < 0:
            return
        if errors:
            print(errors, file=sys.stderr, flush=True)
        if building.returncode:
            self.status.fail(errors)
            return
        shutil.rmtree(live(), ignore_errors=True)
        if restart:  # this process still runs the programs as they were
            os.execv(sys.executable, [sys.executable, "-m", "wegwijzer.cli", *sys.argv[1:]])  # noqa: S606 - ourselves
        if shown:
            self.status.mend()
        else:
            self.status.show()
        if not self.preview:
            self.preview = Preview(site(), live())
