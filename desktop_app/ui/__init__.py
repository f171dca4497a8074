"""The window: Qt, and no rule about resolutions.

- A feature takes a `Workspace` (`workspace.py`): the open document, the page, and where its
  actions, bars and sentences go. It never takes the main window, which lays out and connects,
  and knows none of the features (`window/features.py` lists them).
- `OpenDocument` (`document.py`) has no widget and always has a model: before anything is opened,
  one of an empty text. So nobody asks whether there is a document.
- The page knows neither cards nor selection: what answers the mouse and the keyboard on it is an
  `Interaction` (`page/interaction.py`) that a feature adds.
- Named tuples, not data classes, where the first page needs them: `dataclasses` takes 2.5 ms of the
  start.
"""
