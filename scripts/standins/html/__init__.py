"""Stands in for html: the engine escapes, and never reads HTML."""


def escape(s, quote=True):
    """As in the standard library."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s
