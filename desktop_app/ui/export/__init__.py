"""The export dialog.

- The preview is cut from the real excerpt, so that "Ibid.", citation and counts are those of the
  file. That of Word is read back from the document that would be written.
- What Qt paints is made in the window's thread, and lets the window answer whenever it reports
  its progress; everything else is made beside it. The file is written when all is made, so that
  a cancelled export leaves none.
- The Save dialog does not ask about a file by itself: the name gets the ending of the format
  first, and it is that file which would be replaced.
"""
