#!/bin/sh
# Makes sure of the shared libraries that Qt loads and of a Chinese font, on Debian and its kin.
# Usage: system-libraries.sh [--test]     --test: also a screen in memory, for tests of the window
set -eu

# On other systems we do not know the names; Qt itself says which library it misses.
command -v dpkg-query >/dev/null 2>&1 || exit 0

wanted='libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1
    libxcb-shape0 libxcb-image0 libxcb-render-util0 libxcb-xinerama0 libxcb-randr0 libdbus-1-3
    libfontconfig1 libglib2.0-0'
# Any Chinese font will do.
if [ -z "$(fc-list :lang=zh 2>/dev/null)" ]; then wanted="$wanted fonts-noto-cjk"; fi
# xvfb-run calls xauth, which the package xvfb only recommends.
if [ "${1-}" = --test ]; then wanted="$wanted xvfb xauth"; fi

# What an installed package provides counts too: Debian 13 has libglib2.0-0 as libglib2.0-0t64.
installed=$(dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' |
    sed -n 's/^installed / /p' | tr ',\n' '  ')
missing=
for package in $wanted; do
    case "$installed " in
        *" $package "*) ;;
        *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=
elif sudo -n true 2>/dev/null; then
    as_root='sudo -n'
else
    echo "Qt needs some system packages; please type: sudo apt-get install$missing" >&2
    exit 1
fi

echo "Installing system packages:$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086  # both are lists of words
$as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq -y --no-install-recommends $missing </dev/null >/dev/null
