"""What a person can do to the rows of a bitext, and how it is undone and joined."""
