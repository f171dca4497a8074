"""Settings, and the place in each document.

- Settings are one named INI file, read only if it exists: QSettings costs the start half a
  millisecond, and would look up its folders only once in a process, where each test has its own.
- No organization name is set, because it would change the data folder.
- A place is kept by the paths of the files, the clause, and the share of the clause's height, so
  that it is found again in an edited file, another window and another size.
- A kept script is restored after the first page, because loading the dictionaries takes longer.
"""
