"""What goes into the self-contained folder, and under which licences.

The folder must hold nothing that may not be passed on with the program, and the text of every
licence of what it holds. The build fails otherwise, with a sentence for each fault:

- `contents` chooses files and modules (resolution-reader.spec asks it);
- `terms` reads terms.toml: the licences that are allowed, and those of each package;
- `origins` finds the package that a file comes from;
- `licences` puts the texts into the folder, and a list: file, package, version, licence, texts;
- `checking` holds a folder against its list, without whatever it was built from.
"""
