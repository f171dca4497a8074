"""The main window: what is laid out in it, and what it connects.

- Menus and tool row are made after the first page, in room that was kept for them.
- Garbage collection is off until the first page is shown: thousands of objects are made by then,
  and none of them can go.
- Whether a font has a character is asked of a layout: Qt's tables do not know what the fonts
  that it falls back to can show.
"""
