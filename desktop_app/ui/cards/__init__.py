"""The cards for footnotes and cited documents."""
