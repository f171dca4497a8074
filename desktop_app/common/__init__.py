"""What every room may use: messages, errors, paths, files written whole or not at all, fonts."""
