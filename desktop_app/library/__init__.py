"""The person's own data, in one database.

- Corrections are kept by content: the key is a digest of ids and published words of both sides,
  the same in either order, and the value is all rows. So they are found again wherever the files
  are.
- They are put in after the first page: a start without corrections loads no database.
- Two windows may correct one pair. What is kept is read again in the transaction that writes,
  and joined stretch by stretch with what this window read or kept last as the common ancestor.
  Where both changed a stretch in different ways, the last one counts, and the other goes into
  the table `former`.
"""
