"""Opening files as bitexts, and keeping what was read for the next start.

A snapshot holds what was read as JSON, with the bytes of the files. It counts only while files
and program are the same. To open the bundled text from one needs neither the Markdown parser nor
the aligner.

The only room that may ever open a socket; it opens none.
"""
