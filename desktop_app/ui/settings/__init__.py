"""What a person set, and where they were in each document.

- Settings are one named INI file, read only if it is there: QSettings costs the start half a
  millisecond, and would look for its folders only once in a process, where each test has its
  own.
- No name of an organization is set, because it would move the data folder.
- A place is kept by the paths of the files, the clause, and the share of the clause's height, so
  that it is found again in an edited file, another window and another size.
- A kept script is put in after the first page, because the dictionaries take longer than that
  page.
"""
