"""Two language versions to rows."""
