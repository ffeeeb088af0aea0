"""What the reference for makers is made of, as Markdown from the code itself: settings, macros, options of an embedded wizard."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from inspect import Parameter
from typing import Any

from wegwijzer.check.settings import EXAMPLES, KEYS
from wegwijzer.kinds import statement
from wegwijzer.kinds.extensions import offered
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.own import PAGES
from wegwijzer.kinds.settings import SITE_KEYS, STATEMENT
from wegwijzer.locale import say
from wegwijzer.locale.catalogue import languages
from wegwijzer.pages import tree
from wegwijzer.pages.guide import BLOCKS, SEVERAL, GuideMacros
from wegwijzer.pages.parts import parts
from wegwijzer.pages.project import project
from wegwijzer.render.bare import LOOK
from wegwijzer.render.guide.parts import PlaceOnSite

LINE = r"{key} = (?:\".*\"|\[.*\]|true|false)"
"""An example in a message: a line of the settings."""


def settings() -> str:
    """Every key of wegwijzer.toml: what it does, and what to write."""
    top = [key for key in KEYS if key not in {*EXAMPLES, "rules", "effort"}]
    sections = [_table(say("reference.top"), "reference.settings_head", (_setting("", key) for key in top))]
    for block in EXAMPLES:
        rows = (_setting(block, key) for other, key in SITE_KEYS if other == block)
        sections.append(_table(f"`[{block}]`", "reference.settings_head", rows))
    rows = (_row(key, wanted.write(key)) for key, wanted in statement.KEYS.items())
    head = f"`[{STATEMENT}.{statement.EXCEPTIONS}]`"
    exceptions = _table(head, "reference.settings_head", rows).replace(
        "\n\n", f"\n\n{say('setting.exceptions')}\n\n", 1
    )
    sections.insert(len(EXAMPLES) + 1, exceptions)
    sections.append(f"### `[rules]`\n\n{say('setting.rules')}\n")
    sections.append(f"### `[effort]`\n\n{say('setting.effort')}\n")
    return "\n".join(sections)


def _setting(block: str, key: str) -> str:
    if (block, key) in SITE_KEYS:
        write = SITE_KEYS[block, key].write(key)
    elif key == "language":
        write = say("hint.choose_from", names=", ".join(f'`"{code}"`' for code in languages()))
    else:
        write = f"{say(f'settings.{key}')}."
    return _row(key, write)


def _row(key: str, write: str) -> str:
    """`write` says what to write, with an example."""
    write = re.sub(LINE.replace("{key}", key), r"`\g<0>`", write)
    return f"| `{key}` | {say(f'setting.{key}')} | {write} |"


def macro_list() -> str:
    """Every macro: its arguments, and what it shows. Those of the kit, and those of the extensions of the project."""
    project()  # reads which extensions there are
    return _table("", "reference.macros_head", _macros())


def _macros() -> Iterator[str]:
    methods = [getattr(GuideMacros, method) for method in SEVERAL.values()]
    for name, block in BLOCKS.items():
        yield _macro([name], _given(block), say(f"macro.{name}"))
    for method in dict.fromkeys(methods):
        names = [name for name, called in SEVERAL.items() if called == method.__name__]
        yield _macro(names, _given(method), say(f"macro.{names[0]}"))
    for each in KINDS.listed.values():
        if each.link:
            yield _macro([each.link], _given(GuideMacros.link)[1:], say("macro.link", noun=each.noun))
    for name in PAGES.blocks:
        yield _macro([name], [], say(f"macro.{name}"))
    for listed in offered("site", "BLOCKS"):
        for name, block in listed.items():
            yield _macro([name], _given(block), _say(f"macro.{name}", inspect.getdoc(block) or ""))


def _given(block: Callable[..., Any]) -> list[Parameter]:
    """What a page gives a macro: all but the first, which is where it stands."""
    return list(inspect.signature(block).parameters.values())[1:]


def _macro(names: list[str], given: Iterable[Parameter], shows: str) -> str:
    needed, more = "", ""
    for one in given:
        text = f'"{_say(f"argument.{one.name}", one.name)}"'
        if one.kind is Parameter.VAR_POSITIONAL:
            more = f"{text}, …"
        elif one.default is not Parameter.empty:
            more = f"{one.name}={text}" if one.kind is Parameter.KEYWORD_ONLY else text
        else:
            needed += f", {text}" if needed else text
    if more:
        needed += f"[, {more}]" if needed else f"[{more}]"
    first = f"`{{{{ {names[0]}({needed}) }}}}`"
    others = "".join(f", `{name}`" for name in names[1:])
    return f"| {first}{others} | {' '.join(shows.split()).replace('|', '&#124;')} |"


def _say(key: str, default: str) -> str:
    """The words of an extension, when it has any in this language."""
    try:
        return say(key)
    except KeyError:
        return default


def embed_options() -> str:
    """What an address of an embedded wizard may ask for, after the question mark."""
    rows = (f"| {_options(name, values)} | {say(f'embed_option.{name}')} |" for name, values in LOOK.items())
    policy = f"| `{say('embed_option.policy_form')}` | {say('embed_option.policy')} |"
    return _table("", "reference.options_head", (*rows, policy))


def _options(name: str, values: Iterable[str]) -> str:
    return say("keys.or").join(f"`{name}={value}`" for value in values or ("…",))


def _table(heading: str, head: str, rows: Iterable[str]) -> str:
    columns = say(head)
    line = "|" + " --- |" * (columns.count("|") - 1)
    return "\n".join(([f"### {heading}", ""] if heading else []) + [columns, line, *rows, ""])


MARKDOWN: dict[str, Callable[[], str]] = {
    "keys": tree.keys,
    "rules": tree.rules,
    "settings": settings,
    "macro_list": macro_list,
    "embed_options": embed_options,
}
"""What gives Markdown of our own, and no HTML."""
ON_PAGE: dict[str, Callable[[PlaceOnSite], str]] = {"parts": parts}
"""The same, with links that start from the page at work."""
