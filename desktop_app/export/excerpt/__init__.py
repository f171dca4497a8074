"""What was chosen, with all that must go with it."""
