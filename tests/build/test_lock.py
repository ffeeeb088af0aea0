"""One build at a time: the second waits and says so, and a killed one lets go."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress

import pytest

from wegwijzer.build import one_build

HOLD = """
import sys, time
from pathlib import Path
from wegwijzer.build import one_build, workers
with one_build(Path(sys.argv[1]), when_waiting=lambda: print("wacht", flush=True)):
    if "werkers" in sys.argv:
        pool = workers(2)
        pool.submit(time.sleep, 0).result()
    print("heb", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def holder(file, *words):
    """Another process that takes the lock, and holds it until it reads a line."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, file, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def test_the_second_waits_and_says_so(tmp_path):
    """Said once, at once; it goes on when the first is done, and the first never hears of it."""
    file = tmp_path / "map die er nog niet is/.lock"
    with holder(file) as first, holder(file) as second:
        told = {first: first.stdout.readline(), second: second.stdout.readline()}
        assert sorted(told.values()) == ["heb\n", "wacht\n"]
        early, late = sorted(told, key=told.get)
        assert (early.poll(), late.poll()) == (None, None)
        assert early.communicate("\n", timeout=60)[0] == ""
        assert late.stdout.readline() == "heb\n"
        assert late.communicate("\n", timeout=60)[0] == ""
        assert (early.returncode, late.returncode) == (0, 0)


@pytest.mark.parametrize("words", [(), ("werkers",)])
def test_a_killed_holder_lets_go(tmp_path, words):
    """Killed without a chance to clean up, with processes of its own or not: the next one gets the lock."""
    file = tmp_path / ".lock"
    with holder(file, *words) as first:
        assert first.stdout.readline() == "heb\n"
        with holder(file) as second:
            assert second.stdout.readline() == "wacht\n"
            first.send_signal(signal.SIGKILL)
            killer = threading.Timer(30, second.kill)
            killer.start()
            assert second.stdout.readline() == "heb\n"
            killer.cancel()


def test_an_error_lets_go(tmp_path):
    """Also when what was done under the lock fails, and when nobody else holds it nobody is told to wait."""
    waited = []
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), one_build(tmp_path / ".lock", when_waiting=lambda: waited.append(1)):
            raise ZeroDivisionError
    assert waited == []
