"""Stands in for asyncio: Pyodide's core wants the name, the engine never waits."""
