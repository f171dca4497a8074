"""What stands beside what: the language versions of the document shown, and the choice among them.

- Versions are those that were loaded, which stay in memory, and those that a search has found: in
  the folders of the files shown, among recent documents, and among what was fetched.
- They are looked for when a person opens the menu, in threads: a start costs nothing, and a network
  drive that hangs keeps nobody waiting.
- Two texts that stood beside each other once are not aligned again. Turned round, the pair has the
  same rows, and the same corrections.
"""
