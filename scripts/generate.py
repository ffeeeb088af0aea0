"""The pages of the site, by the generator, in this process: what the build has loaded, the macros need not load again."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

import mkdocs.commands.build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

ROOT = Path(__file__).resolve().parent.parent


def settings(site: Path) -> MkDocsConfig:
    """The settings in mkdocs.yml, with pages going to `site`. Warnings appear on the terminal, and stop the build."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    if not logging.getLogger("mkdocs").handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(message)s"))
        logging.getLogger("mkdocs").addHandler(handler)
    return load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site))


def generate(*_what_it_is_made_from: str) -> dict[str, bytes]:
    """Every page and what belongs to the theme, as files. The diagrams must have been made."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        config = settings(site)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs.commands.build.build(config)
        except Abort as stopped:
            raise SystemExit(f"De pagina's kunnen niet gemaakt worden: {stopped}") from None
        finally:
            config.plugins.on_shutdown()
        return {
            f"pages/{file.relative_to(site).as_posix()}": file.read_bytes()
            for file in site.rglob("*")
            if file.is_file()
        }
