"""Of the plain door: the session line by line, in a pipe and in a real terminal."""
