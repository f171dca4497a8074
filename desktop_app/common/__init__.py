"""What every room may use: messages, paths, files written whole or not at all, fonts."""
