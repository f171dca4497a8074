#!/bin/sh
# Puts Resolution Reader into this user's menu of programs; run it again after moving the folder.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
applications=${XDG_DATA_HOME:-$HOME/.local/share}/applications
mkdir -p "$applications"
# The entry is to name this very folder, which is on no search path. In an entry's Exec a path with
# spaces stands in quotes.
awk -v here="$here" '
    /^Exec=/ { print "Exec=\"" here "/resolution-reader\" %f"; next }
    /^Icon=/ { print "Icon=" here "/resolution-reader.svg"; next }
    { print }
' "$here/resolution-reader.desktop" >"$applications/resolution-reader.desktop"
if command -v update-desktop-database >/dev/null; then
    update-desktop-database -q "$applications"
fi
echo "Installed $applications/resolution-reader.desktop"
