"""One build at a time in one project."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def one_build(file: Path, *, when_waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock on `file`; wait for whoever holds it, after calling `when_waiting` once.

    The system lets go of it when the process ends, however it ends, and with it those that it forked (see workers.py):
    a killed build leaves no lock behind.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            when_waiting()
            fcntl.flock(held, fcntl.LOCK_EX)
        try:
            yield
        finally:  # also when a process that was forked meanwhile lives on
            fcntl.flock(held, fcntl.LOCK_UN)
