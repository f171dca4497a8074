"""What a person set, and where they were in each document."""
