"""Of the project itself: what it imports, what it ships, how it is kept."""
