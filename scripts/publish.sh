#!/usr/bin/env bash
# Builds the site to publish it, compared with what stands at its address now: SITE_URL. So the page on what changed knows what did,
# without any history of the repository. A site that has no list yet is published for the first time. A list that cannot be had
# for another reason stops it: without it everything that was told before would be gone.
set -eu
cd "$(dirname "$0")/.."

list=$(mktemp)
trap 'rm -f "$list"' EXIT
code=$(curl --silent --location --max-time 60 --output "$list" --write-out '%{http_code}' "${SITE_URL%/}/published.json") || code=000
case $code in
  200) ${MAKE:-make} build PUBLISHED="$list" ;;
  404) ${MAKE:-make} build ;;
  *) echo "${SITE_URL%/}/published.json: $code. Probeer het straks opnieuw, of bouw met ‘make build’ zonder te vergelijken." >&2; exit 1 ;;
esac
