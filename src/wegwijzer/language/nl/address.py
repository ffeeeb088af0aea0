"""How a text speaks to its reader: the formal and the familiar you."""

from __future__ import annotations

import re

FORMAL = re.compile(r"(?<![\w\d.-])(?<!\d )(?:u|uw|uzelf)(?![\w.-])", re.IGNORECASE)
INFORMAL = re.compile(r"(?<![\w-])(?:je|jij|jou|jouw|jezelf|jullie)(?![\w-])", re.IGNORECASE)
