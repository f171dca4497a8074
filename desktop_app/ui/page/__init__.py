"""The page: one tree whose rows hold both texts.

- The model is Qt's standard item model: a view asks its model thousands of questions, and none may
  wait for Python. Painting uses the nodes instead.
- Row heights are estimates until a row comes near the screen, then exact.
- A long text takes several rows of Qt's tree, because QTreeView keeps a row's height in 16 bits.
  The rows after the first are only its continuation.
- The first page is painted without the names of `Qt` (`ink.py`): the first one used makes PySide
  build ninety enumerations, which takes 12 ms. A test fails if one slips in.
- The model holds the published texts; a text is converted when it comes into view. All stored
  positions are positions in the published text.
- A new theme, size or font needs a new typesetter but not a new model, so folds, ticks and
  highlights stay.
- Labels grow with the text up to a quarter of the window; the rest belongs to the texts.
- A new kind of highlight is a name here and two colours in `resources/themes.json`.
- Up, Down and the page keys are our own: Qt's move by rows, and get stuck at a row higher than the
  page or jump over it.
"""
