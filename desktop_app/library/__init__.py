"""The person's own data, in one database."""
