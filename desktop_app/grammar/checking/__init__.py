"""What the checks between two versions know of languages: names, doubled and foreign words."""
