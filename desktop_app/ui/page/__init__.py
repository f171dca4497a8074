"""The tree with both texts.

- It is Qt's standard item model: the view asks a model thousands of things, and none of them has
  to wait for Python. What is painted comes from the nodes.
- Rows have estimated heights until they come near the screen, then exact ones.
- A long text takes several rows of the tree, because QTreeView keeps a row's height in 16 bits.
  The further rows are nothing by themselves.
- The first page is painted without the names of `Qt` (`ink.py`): with the first of them PySide
  makes ninety enumerations, which takes 12 ms. A test fails if one slips in.
- The model holds the published texts; what is painted is converted when it comes into view.
  Positions that are kept are positions in the published text.
- Another theme, size or font is another typesetter and no other model, so that folds, ticks and
  marked words stay.
- Labels grow with the text up to a quarter of the window; the rest belongs to the texts.
- Marked words are of kinds. A further kind is a name and two colours in `resources/themes.json`.
- Up, Down and the page keys are ours: Qt's go by rows, and stick to or jump over one that is
  higher than the page.
"""
