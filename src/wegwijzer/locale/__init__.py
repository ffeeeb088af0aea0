"""Every word of the interface. One module a language, so that the browser needs no file and no YAML for it."""

from wegwijzer.locale.nl import WORDS


def say(key: str, **values: object) -> str:
    """The text of the interface under `key`, with its values filled in. Raises KeyError for an unknown key."""
    return WORDS[key].format(**values)
