#!/usr/bin/env bash
# Makes the wheel of the kit in dist/, and tries it as a newcomer would (which is `make release`): the same bytes twice, a
# line in CHANGELOG.md for its version, small enough, and a site from it in an empty environment (tests/kit).
# Publishing is left to whoever may: `twine upload dist/*`, and a tag with the version.
set -euo pipefail
cd "$(dirname "$0")/.."

MOST=$((12 * 1024 * 1024)) # bytes
python=.venv/bin/python
version=$("$python" -c 'import tomllib; print(tomllib.load(open("pyproject.toml", "rb"))["project"]["version"])')
grep -q "^## $version" CHANGELOG.md || {
  echo "CHANGELOG.md heeft geen deel ‘## $version’. Schrijf daar wat een maker merkt, en zet de datum erbij." >&2
  exit 1
}
rm -rf dist build/again
for folder in dist build/again; do "$python" -m hatchling build -t wheel -d "$folder" >/dev/null; done
wheel=$(ls dist/*.whl)
cmp "$wheel" build/again/*.whl
[ "$(stat -c %s "$wheel")" -le "$MOST" ] || { echo "$wheel is groter dan 12 MB" >&2; exit 1; }
WEGWIJZER_WHEEL="$wheel" "$python" -m pytest -q -m slow tests/kit
echo "$wheel is klaar. Publiceren: twine upload $wheel; git tag v$version"
