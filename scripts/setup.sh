#!/usr/bin/env bash
# Gets this machine and this folder ready, once: what is missing of the system in one go, then the packages of Python
# and Node.js that our lock files pin. Usage: scripts/setup.sh NEED… (python node dot chromium chromium-full hunspell
# soffice nginx apache2 zensical)
#
# On Debian and Ubuntu, where it may, it installs what is missing; elsewhere it says in one message what to install.
# Exit status: 0 all is there, 2 something is missing and nothing was changed.
set -euo pipefail
cd "$(dirname "$0")/.."

LONGEST_WAIT=900 # seconds for another program to let go of apt

package_of() {
  case "$1" in
    python) echo python3-venv ;;
    node) echo nodejs npm ;;
    dot) echo graphviz ;;
    soffice) echo libreoffice-impress libreoffice-writer fonts-liberation ;;
    hunspell) echo hunspell hunspell-nl ;;
    nginx) echo nginx libnginx-mod-http-brotli-static ;;
    chromium) apt-cache show chromium-headless-shell >/dev/null 2>&1 && echo chromium-headless-shell || echo chromium ;;
    chromium-full) echo chromium ;;
    apache2) echo apache2 ;;
    zensical) ;;
    *) echo "setup.sh kent ‘$1’ niet" >&2 && exit 2 ;;
  esac
}

name_of() {
  case "$1" in
    python) echo "Python 3.11 of nieuwer, met venv" ;;
    node) echo "Node.js 18 of nieuwer, met npm" ;;
    dot) echo "Graphviz" ;;
    chromium) echo "Chromium" ;;
    chromium-full) echo "Chromium met vensters" ;;
    soffice) echo "LibreOffice Impress en Writer" ;;
    hunspell) echo "Hunspell met het Nederlandse woordenboek" ;;
    nginx) echo "nginx met brotli" ;;
    apache2) echo "Apache" ;;
  esac
}

present() {
  case "$1" in
    python) python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ;;
    node) node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' 2>/dev/null && command -v npm >/dev/null ;;
    hunspell) echo dit | hunspell -d nl_NL -l >/dev/null 2>&1 ;;
    nginx | apache2) [ -x "/usr/sbin/$1" ] ;;
    chromium) command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null ;;
    chromium-full) command -v chromium >/dev/null ;;
    # Without Writer it opens no text: where packages come apart, both must be there.
    soffice) command -v soffice >/dev/null && { ! command -v dpkg >/dev/null || dpkg -s libreoffice-writer >/dev/null 2>&1; } ;;
    zensical) ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

wanted() { case " $needs " in *" $1 "*) true ;; *) false ;; esac }

missing() {
  local need
  for need in $needs; do present "$need" || echo "$need"; done
}

# -- what the system lacks -----------------------------------------------------------------------------------

# Sets $as_root to what goes before a command that changes the system; fails where this machine or user cannot.
may_install() {
  command -v apt-get >/dev/null || return 1
  as_root=""
  [ "$(id -u)" = 0 ] || { as_root="sudo -n" && $as_root true 2>/dev/null; }
}

# Sets $names and $packages for what is missing, in words and for apt.
name_missing() {
  local need
  names="" packages=""
  for need in $(missing); do
    names+="${names:+; }$(name_of "$need")"
    packages+=" $(package_of "$need")"
  done
}

give_up() {
  echo "Er ontbreekt iets: $names. Installeer het (op Debian of Ubuntu: sudo apt-get install$packages) en probeer opnieuw." >&2
  exit 2
}

install_missing() {
  name_missing
  [ -n "$names" ] || return 0
  echo "Dit ontbreekt nog: $names. We installeren het (${packages# }) …"
  apt install $packages || { apt update && name_missing && apt install $packages; } || true
  name_missing
  [ -n "$names" ] || return 0
  tail -n 5 "$words" >&2
  give_up
}

# Runs apt-get, and waits while another program holds its lock. What it says goes to the file $words.
# In English, to know a lock by its words; and without our own lock, which a service that it starts would keep.
apt() {
  local waited=0
  while ! $as_root env LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive apt-get -y -qq "$@" >"$words" 2>&1 9>&-; do
    grep -qiE "could not get lock|unable to (acquire|lock)" "$words" && [ "$waited" -lt "$LONGEST_WAIT" ] || return 1
    [ "$waited" -gt 0 ] || echo "Een ander programma gebruikt apt: we wachten tot het klaar is …"
    sleep 2
    waited=$((waited + 2))
  done
}

# -- what this folder lacks ----------------------------------------------------------------------------------

# A stamp holds the digest of the lock files that were installed, so no clock and no order of checking out counts.
stamp_of() { cat "$@" | sha256sum | cut -d ' ' -f 1; }
ready() { [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }

stamp_python() { { pwd && cat requirements.lock pyproject.toml; } | stamp_of -; } # an environment knows where it stands
ready_python() { ready .venv/.ready "$(stamp_python)"; }
ready_zensical() { ready .venv-zensical/.ready "$(stamp_of requirements-zensical.lock)"; }
ready_node() { ready node_modules/.ready "$(stamp_of package-lock.json)"; }

# An environment that was half made is made anew.
environment() {
  "$1/bin/python" -m pip --version >/dev/null 2>&1 || python3 -m venv --clear "$1"
  "$1/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes -r "$2"
}

install_python() {
  echo "Python-pakketten klaarzetten in .venv (de eerste keer duurt dat een minuut) …"
  environment .venv requirements.lock
  .venv/bin/python -m pip install -qq --disable-pip-version-check --no-build-isolation --no-deps -e .
  # Python reads a .pth file in the signs of the machine's language, which may lack an accent in the name of this folder:
  # then it would not start. A place seen from that file has none.
  for link in .venv/lib/python3*/site-packages/*wegwijzer.pth; do
    [ ! -e "$link" ] || echo ../../../../src >"$link"
  done
  stamp_python >.venv/.ready
}

install_zensical() {
  echo "Zensical klaarzetten in .venv-zensical …"
  environment .venv-zensical requirements-zensical.lock
  stamp_of requirements-zensical.lock >.venv-zensical/.ready
}

install_node() {
  echo "Pyodide en letters klaarzetten in node_modules …"
  local cache="${npm_config_cache:-${HOME:-$PWD/build}/.npm}"
  mkdir -p "$cache" 2>/dev/null && [ -w "$cache" ] || cache="$PWD/build/npm"
  npm ci --silent --no-fund --no-audit --cache "$cache"
  stamp_of package-lock.json >node_modules/.ready
}

all_ready() {
  [ -z "$(missing)" ] || return 1
  ! wanted python || ready_python || return 1
  ! wanted node || ready_node || return 1
  ! wanted zensical || ready_zensical || return 1
}

needs="$*"
for need in $needs; do package_of "$need" >/dev/null; done
all_ready && exit 0
name_missing
[ -z "$names" ] || may_install || give_up

# One at a time in this folder, the build included; the system lets go of the lock when this ends, however it ends.
mkdir -p build
exec 9>>build/.lock
if command -v flock >/dev/null && ! flock -n 9; then
  echo "Er loopt al een bouw: we wachten tot die klaar is …"
  flock 9
fi
words=$(mktemp)
trap 'rm -f "$words"' EXIT
install_missing
if wanted python && ! ready_python; then install_python; fi
if wanted node && ! ready_node; then install_node; fi
if wanted zensical && ! ready_zensical; then install_zensical; fi
