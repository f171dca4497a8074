"""What a person may do to the rows of a bitext."""
