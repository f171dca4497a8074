"""Opening files as bitexts, and keeping what was read for the next start."""
