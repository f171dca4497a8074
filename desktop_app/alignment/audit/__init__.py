"""The check between two language versions: where they do not agree in what must be the same.

Numbers, dates, document symbols and footnotes agree in all versions of a resolution; where they
do not, one version has an error, or the file was damaged on its way. What languages say differently
and mean alike is no finding: a number in words, a year said once for two dates, A/RES/74/43 for
74/43.
"""
