"""Where the site will stand: SITE_URL, the same variable that mkdocs.yml reads."""

from __future__ import annotations

import os

SITE_URL = os.environ.get("SITE_URL", "http://127.0.0.1:8000/").rstrip("/") + "/"
