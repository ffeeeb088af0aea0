"""Stands in for Pyodide's event loop: the engine never waits, and so needs no asyncio."""


def _initialize_event_loop() -> None:
    """Nothing to start."""
