"""The main window, and the features that belong to it alone.

- Menus and tool row are made after the first page, in space reserved for them, from the actions
  that features have added.
- Garbage collection is off until the first page is shown: thousands of objects are made until then,
  and none can go.
"""
