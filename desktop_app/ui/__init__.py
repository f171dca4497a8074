"""The window: everything with Qt, and no rule about resolutions.

- A feature takes a `Workspace` (`workspace.py`): the open document, the page, and a place for its
  actions, bars and messages. It never takes the main window, which only lays out and connects.
  `window/features.py` lists all features.
- `OpenDocument` (`document.py`) has no widget and always has a model, at first that of an empty
  text. So nothing has to ask whether a document is open.
- The page knows neither cards nor selection. A feature that handles mouse or keyboard there adds an
  `Interaction` (`page/interaction.py`).
- What the first page needs is a named tuple, not a data class: `dataclasses` adds 2.5 ms to the
  start.
"""
