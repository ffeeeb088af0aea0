"""The pages of the site, by the generator, in this process: what the build has loaded, the macros need not load again."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import mkdocs.commands.build
from material.plugins.search.plugin import SearchPlugin
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from wegwijzer.kinds.extensions import folders
from wegwijzer.locale import say
from wegwijzer.site.beside import MADE
from wegwijzer.workplace import KIT, built, root, site_url


def settings(site: Path) -> MkDocsConfig:
    """The settings in mkdocs.yml, with pages going to `site`. Warnings appear on the terminal, and stop the build.

    The theme does not look through the pages: another index takes the place of its own (`publish/find.py`).
    """
    os.environ[MADE] = "1"
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    if not logging.getLogger("mkdocs").handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(message)s"))
        logging.getLogger("mkdocs").addHandler(handler)
    config = load_config(str(root() / "mkdocs.yml"), site_dir=str(site), site_url=site_url())
    events = config.plugins.events
    events["page_context"] = [
        event for event in events["page_context"] if not isinstance(getattr(event, "__self__", None), SearchPlugin)
    ]
    return config


def generate(*_made_from: str) -> dict[str, bytes]:
    """Every page and what belongs to the theme, by MkDocs, as files. The diagrams must have been made."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        config = settings(site)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs.commands.build.build(config)
        except Abort as stopped:
            raise SystemExit(say("site.stopped", why=stopped)) from None
        finally:
            config.plugins.on_shutdown()
        return _files(site, "pages")


def generate_with_zensical(*_made_from: str) -> dict[str, bytes]:
    """The same by Zensical, in its own process and environment."""
    with tempfile.TemporaryDirectory(dir=built()) as folder:  # it writes in the project alone
        site = Path(folder) / "site"
        code = os.pathsep.join(dict.fromkeys(str(package.parent) for package in (KIT, *folders())))
        environment = {**os.environ, "PYTHONPATH": code, "SITE_DIR": str(site), "SITE_URL": site_url(), MADE: "1"}
        own = root() / ".venv-zensical/bin/zensical"
        program = own if own.is_file() else shutil.which("zensical")
        if not program:
            raise SystemExit(say("site.no_zensical"))
        done = subprocess.run([program, "build", "--clean", "--strict"], cwd=root(), env=environment, check=False)
        shutil.rmtree(root() / ".cache", ignore_errors=True)
        if done.returncode:
            raise SystemExit(say("site.zensical_fails"))
        return _files(site, "zensical")


def _files(site: Path, folder: str) -> dict[str, bytes]:
    return {
        f"{folder}/{file.relative_to(site).as_posix()}": file.read_bytes() for file in site.rglob("*") if file.is_file()
    }
