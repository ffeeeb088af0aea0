"""Stands in for Pyodide's typed calls to JavaScript: one signature for all, the one that Pyodide has by default."""

from _pyodide_core import JsFuncSignature, js2py_default_call_result, py2js_default


def _call(*args: object, **kwargs: object) -> None:
    """What the signature is about."""


default_signature = JsFuncSignature(
    _call, False, 0, (), (), py2js_default, (), (), (), py2js_default, js2py_default_call_result
)
no_default = object()


def func_to_sig(_function: object) -> object:
    return default_signature


def get_attr_sig(_sig: object, _attr: str) -> tuple[bool, None]:
    return (False, None)


def bind_class_sig(sig: object) -> object:
    return sig
