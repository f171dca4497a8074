"""`make fuzz MINUTES=30`: damaged documents for every reader, every exporter and the aligner.

Whatever is found wrong is written into a folder, `dist/fuzz` unless another is named: the smallest
input found that shows it, and in `FIND.txt` the error and the command that shows it again. Once it
is mended, the input goes into `tests/fixtures/finds/` under a name that says what was wrong
(`deep_quotation.md`, and `deep_quotation.translation.md` if it takes two), and
`tests/tools/fuzz/test_finds.py` has every target try it from then on.

- `inputs.py`: seeds, and how they are damaged
- `formats.py`: the same for formats that are no text, and for exports
- `targets.py`: what is done with an input, one table
- `invariants.py`: what must be true of it
- `finds.py`: making a find smaller, and writing it
- `guided.py`: the same led by coverage, where `atheris` is installed (no dependency of the project)
"""
