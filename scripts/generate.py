"""The pages of the site, by the generator, in this process: what the build has loaded, the macros need not load again."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import mkdocs.commands.build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from wegwijzer.locale import say

ROOT = Path(__file__).resolve().parent.parent


def settings(site: Path) -> MkDocsConfig:
    """The settings in mkdocs.yml, with pages going to `site`. Warnings appear on the terminal, and stop the build."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    if not logging.getLogger("mkdocs").handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(message)s"))
        logging.getLogger("mkdocs").addHandler(handler)
    return load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site))


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
    with tempfile.TemporaryDirectory(dir=ROOT / "build") as folder:  # it writes in the project alone
        site = Path(folder) / "site"
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "SITE_DIR": str(site)}
        program = ROOT / ".venv-zensical/bin/zensical"
        done = subprocess.run([program, "build", "--clean", "--strict"], cwd=ROOT, env=environment, check=False)
        shutil.rmtree(ROOT / ".cache", ignore_errors=True)
        if done.returncode:
            raise SystemExit(say("site.zensical_fails"))
        return _files(site, "zensical")


def _files(site: Path, folder: str) -> dict[str, bytes]:
    return {
        f"{folder}/{file.relative_to(site).as_posix()}": file.read_bytes() for file in site.rglob("*") if file.is_file()
    }
