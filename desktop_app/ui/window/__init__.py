"""The main window: what is laid out in it, and what it connects.

- Menus and tool row are made after the first page, in room that was kept for them, from the
  actions that features have added.
- Garbage collection is off until the first page is shown: thousands of objects are made by then,
  and none of them can go.
"""
