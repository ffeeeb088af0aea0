"""Building a site: steps that know what they were made from, one build at a time, a new site only when it is whole.

Nothing here knows which files a site has: who builds one lists its steps (see wegwijzer.site.steps).
"""

from wegwijzer.build.code import files_used, imports, modules_in
from wegwijzer.build.lock import one_build
from wegwijzer.build.publish import replace_folder
from wegwijzer.build.run import Made, StepError, forget, run
from wegwijzer.build.step import Files, Step, digest, digest_of_files
from wegwijzer.build.workers import workers

__all__ = [
    "Files",
    "Made",
    "Step",
    "StepError",
    "digest",
    "digest_of_files",
    "files_used",
    "forget",
    "imports",
    "modules_in",
    "one_build",
    "replace_folder",
    "run",
    "workers",
]
