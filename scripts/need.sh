#!/usr/bin/env bash
# Makes sure that one program is there. On Debian and Ubuntu, where it may, it installs the package;
# elsewhere it says in one message what to install. Usage: scripts/need.sh PROGRAM
set -eu

program=$1
case "$program" in
  python3) package=python3-venv; what="Python 3.11 of nieuwer, met venv" ;;
  npm) package=npm; what="Node.js 20 of nieuwer, met npm" ;;
  dot) package=graphviz; what="Graphviz (het programma dot)" ;;
  chromium) package=chromium; what="Chromium" ;;
  soffice) package=libreoffice-impress; what="LibreOffice Impress" ;;
  liberation) package=fonts-liberation; what="het lettertype Liberation Sans" ;;
  hunspell) package="hunspell hunspell-nl"; what="Hunspell met het Nederlandse woordenboek" ;;
  nginx) package="nginx libnginx-mod-http-brotli-static"; what="nginx met brotli" ;;
  apache2) package=apache2; what="Apache" ;;
  *) echo "need.sh kent ‘$program’ niet" >&2; exit 2 ;;
esac

present() {
  case "$program" in
    python3) command -v python3 >/dev/null &&
      python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ;;
    liberation) fc-match "Liberation Sans" | grep -q LiberationSans ;;
    hunspell) command -v hunspell >/dev/null && echo dit | hunspell -d nl_NL -l >/dev/null 2>&1 ;;
    nginx | apache2) [ -x "/usr/sbin/$program" ] ;;
    *) command -v "$program" >/dev/null ;;
  esac
}

present && exit 0

as_root=""
[ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null && as_root="sudo -n"; } || as_root=no
if [ "$as_root" != no ] && command -v apt-get >/dev/null; then
  echo "$what ontbreekt: we installeren van Debian: $package …"
  if { $as_root apt-get install -y -qq $package ||
       { $as_root apt-get update -qq && $as_root apt-get install -y -qq $package; }; } >/dev/null 2>&1 && present; then
    exit 0
  fi
fi
echo "Er ontbreekt iets: $what. Installeer het (op Debian of Ubuntu: sudo apt-get install $package) en probeer opnieuw." >&2
exit 1
