"""Two language versions side by side: rows, the audit of what they say, a person's corrections."""
