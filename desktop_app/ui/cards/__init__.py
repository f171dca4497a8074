"""The cards for footnotes and cited documents.

- A card is a part of the window and no window of its own: its text takes the keyboard, it stands
  where it should under Wayland, and it is in every picture of the window.
- Citations are looked for only in what is painted, once the first page is. Their dotted line is
  drawn over the text, which does not have to be laid out again.
- Tab goes through the marks on the page and then leaves the text; after Esc it leaves at once.
"""
