"""The person's own data, in one database.

- Corrections are kept by content: the key is a digest of ids and published words of both sides,
  the same in either order, and the value is all rows. So they are found again wherever the files
  are.
- They are put in after the first page: a start without corrections loads no database.
- Two windows may correct one pair. The transaction that writes first reads the entry again, and
  joins both versions stretch by stretch; their common ancestor is the version this window last
  read or kept. If both changed a stretch differently, the last one counts, and the other goes
  into the table `former`.
"""
