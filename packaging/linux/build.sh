#!/bin/sh
# Builds dist/resolution-reader: a folder that holds the program and all it needs, Python included.
# Usage: build.sh        (or: make package)
set -eu
cd "$(dirname "$0")/../.."

environment=build/package-environment
output=dist/resolution-reader

# Qt's own libraries must be here to be copied.
packaging/linux/system-libraries.sh

# An environment of its own: PyInstaller is a tool of this build and of nothing else.
if [ ! -e "$environment/.made" ]; then
    packaging/linux/virtual-environment.sh "$environment"
    touch "$environment/.made"
fi
echo 'Installing the program and PyInstaller ...'
# The program is installed as any user would install it, so this tries the wheel too.
"$environment/bin/python" -m pip install --quiet --no-input --disable-pip-version-check \
    'pyinstaller>=6.10,<7' .
"$environment/bin/python" -m pip install --quiet --no-input --disable-pip-version-check \
    --no-deps --force-reinstall .

echo 'Building ...'
rm -rf "$output"
"$environment/bin/pyinstaller" --log-level ERROR --noconfirm --clean \
    --workpath build/pyinstaller --distpath dist packaging/linux/resolution-reader.spec

# Python is often built with all that a debugger wants, three quarters of its size.
find "$output/_internal" \( -name 'libpython*' -o -path '*/lib-dynload/*' \) \
    -exec strip --strip-unneeded {} +

cp resources/icon.svg "$output/resolution-reader.svg"
cp packaging/linux/resolution-reader.desktop \
    packaging/linux/install-desktop-entry.sh LICENSE packaging/linux/THIRD-PARTY.md "$output/"

# The texts of all licences; nothing leaves this script that may not be passed on.
PYTHONPATH=packaging/linux "$environment/bin/python" -m bundle collect "$output" \
    build/pyinstaller/resolution-reader/made-of.json

# Nor a folder that does not start by itself.
env -i HOME=/nonexistent LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen \
    "$output/resolution-reader" screenshot -o build/packaged.png
# Nor one that lacks what a format is written with.
for format in md txt html docx pdf tmx xliff csv xlsx akn json; do
    env -i HOME=/nonexistent LC_ALL=C.UTF-8 "$output/resolution-reader" export \
        resources/texts/A_RES_75_58.zh.md --translation resources/texts/A_RES_75_58.en.md \
        --clauses OP1 --to "$format" -o "build/packaged.$format"
done
# Nor one that cannot read what it has written, which a second process does.
env -i HOME=/nonexistent LC_ALL=C.UTF-8 "$output/resolution-reader" export \
    resources/texts/A_RES_75_58.en.md --clauses all --to pdf -o build/packaged.pdf
env -i HOME=/nonexistent LC_ALL=C.UTF-8 "$output/resolution-reader" show build/packaged.pdf \
    >/dev/null

echo "Built $output ($(du -sh "$output" | cut -f1))."
