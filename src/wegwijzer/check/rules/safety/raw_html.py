"""W402: HTML in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.prose import Prose
from wegwijzer.locale import say
from wegwijzer.problems import Finding

TAGS = (
    "a|abbr|article|audio|b|blockquote|body|br|button|center|code|div|em|embed|font|footer|form|h[1-6]|head|header|hr|html|"
    "i|iframe|img|input|li|link|main|math|meta|nav|object|ol|p|pre|s|script|section|small|span|strong|style|sub|sup|svg|"
    "table|tbody|td|textarea|th|tr|u|ul|video"
)
HTML = re.compile(rf"</?(?:{TAGS})(?:\s[^<>]*)?/?>|<!--|&(?:[a-z]{{2,8}}|#\d{{1,6}}|#x[0-9a-f]{{1,6}});", re.IGNORECASE)


def check_prose(prose: Prose) -> Iterator[Finding]:
    for passage in prose.passages:
        found = HTML.search(passage.text) if "<" in passage.text or "&" in passage.text else None
        if found:
            yield Finding(
                passage.where,
                say("W402.html", tag=found.group()[:40]),
                say("W402.plain"),
                find=found.group(),
            )


RULE = Rule(module=__name__, code="W402", level="error", prose=check_prose, apart=True)
