"""The resolution that ships with the program, and its translation."""

from desktop_app.common.paths import resource

BUNDLED = resource("texts/A_RES_75_58.zh.md")
BUNDLED_TRANSLATION = resource("texts/A_RES_75_58.en.md")
