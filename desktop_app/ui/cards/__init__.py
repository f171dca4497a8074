"""Cards for footnotes and cited documents.

- A card is a widget in the window, not a window of its own: so its text takes the keyboard,
  Wayland lets us position it, and it is in every picture of the window.
- Citations are looked for only in texts that are painted, after the first page. Their dotted line
  is drawn over the text, which need not be laid out again.
- Tab goes through the links on the page and then leaves the text; after Esc it leaves at once.
"""
