"""Where two language versions do not agree."""
