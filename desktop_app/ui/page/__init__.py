"""The tree with both texts."""
