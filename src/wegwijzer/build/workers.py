"""Processes that make things for a build, and end when it ends."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait


def workers(count: int) -> ProcessPoolExecutor:
    """So many processes. They are forked: what the build has loaded, they hold already."""
    return ProcessPoolExecutor(count, multiprocessing.get_context("fork"), _begin)


def _begin() -> None:
    gc.freeze()  # what it was given is never left over, and looking at it would copy it
    gc.set_threshold(100_000)  # one step leaves little behind: looking for it after each 700 things costs a tenth
    gc.enable()
    _end_with_the_build()


def _end_with_the_build() -> None:
    """Let this process end with the one that started it, also when that is killed: it would keep its lock for ever."""
    build = multiprocessing.parent_process()
    if build is None:  # nobody started this process
        return
    ends = build.sentinel

    def follow() -> None:
        wait([ends])
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
