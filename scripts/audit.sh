#!/usr/bin/env bash
# Asks PyPI and npm whether a hole is known in any package that a lock file pins (which is `make audit`). Needs internet.
# Exit status: 0 none is known, 1 one is.
set -euo pipefail
cd "$(dirname "$0")/.."

place=build/audit
mkdir -p build
python3 -m venv "$place"
"$place/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-audit.lock
status=0
for lock in requirements.lock requirements-zensical.lock requirements-audit.lock tests/depth/requirements.lock; do
  echo "$lock"
  "$place/bin/pip-audit" --strict --progress-spinner off --disable-pip --require-hashes -r "$lock" || status=1
done
echo package-lock.json
npm audit --package-lock-only || status=1
exit "$status"
