"""What pages load, put into a site that another generator made and that has a look and a policy of its own."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

from wegwijzer.locale import say
from wegwijzer.publish.foot import with_foot
from wegwijzer.publish.hosting import name_runtime
from wegwijzer.site.finish import OWN_POLICY, PLACES, UnfitError, early_script, finished, foot_of, gather

OWN_SITE = (
    *("pages/", "zensical/", "schema/", "app/", "news/", "styles/offline.css"),
    *("assets/offline.js", "assets/search.js", "assets/finder.js", "assets/roots.js"),
    *("vendor/minisearch.js", "vendor/stemmer.js", "vendor/stopwords.js"),
)
"""What only a site of ours has."""
ADDED = ".added.json"
"""What was put into which site: the place of a site → a file in it → the digest of what was put there."""


def add_to(build: Path, site: Path) -> int:
    """Put what pages load into a site that another generator made, and that has a look and a policy of its own.

    Returns the number of files. Raises UnfitError, before anything is written, for a file that is there and not ours.
    """
    with tempfile.TemporaryDirectory() as folder:
        ours = Path(folder)
        gather(build, (path for path in _made(build) if not path.startswith(OWN_SITE)), ours, PLACES)
        name_runtime(ours)
        for page in ours.rglob("*.html"):
            place = page.relative_to(ours)
            if OWN_POLICY in place.parents:
                continue
            html = with_foot(page.read_text(encoding="utf-8"), foot_of(place))
            page.write_text(finished(html, early_script(place), ()), encoding="utf-8")
        files = {file.relative_to(ours).as_posix(): file for file in ours.rglob("*") if file.is_file()}
        note = build / ADDED
        sites = json.loads(note.read_text(encoding="utf-8")) if note.is_file() else {}
        digests = {name: _digest(file) for name, file in files.items()}
        before = {name: digest for name, digest in sites.get(str(site), {}).items() if _digest(site / name) == digest}
        taken = [name for name in files if _digest(site / name) not in ("", before.get(name), digests[name])]
        if taken:
            raise UnfitError("\n".join(say("site.taken", name=name) for name in sorted(taken)))
        for name in before.keys() - files.keys():
            (site / name).unlink()
        for name, file in files.items():
            if before.get(name) != digests[name]:
                (site / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, site / name)
        note.write_text(json.dumps({**sites, str(site): digests}), encoding="utf-8")
        return len(files)


def _digest(file: Path) -> str:
    """A digest of a file; nothing when it is not there."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def _made(build: Path) -> list[str]:
    return [file.relative_to(build).as_posix() for file in build.rglob("*") if file.is_file()]
