"""Stands in for Pyodide's ways to run code: the worker calls one function."""

from _pyodide._base import eval_code

__all__ = ["eval_code"]
