"""Wegwijzer: decision trees in YAML, checked, walked and rendered by one engine.

The engine runs the same on the command line, in the build and, through Pyodide, in the browser.
Only `wegwijzer.load` needs PyYAML.
"""

__version__ = "0.1.0"
