#!/bin/sh
# Makes a virtual environment with a Python that is new enough, in place of what is there.
# Usage: virtual-environment.sh FOLDER
set -eu

python=
for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo 'Resolution Reader needs Python 3.11 or newer, and none was found.' >&2
    exit 1
fi

# Debian keeps the module that puts pip into an environment in a package of its own.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing system package: $python-venv"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive \
            apt-get install -qq -y --no-install-recommends "$python-venv" </dev/null >/dev/null
    else
        echo "Python's venv module is missing; please type: sudo apt-get install $python-venv" >&2
        exit 1
    fi
fi

"$python" -m venv --clear "$1"
