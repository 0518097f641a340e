"""The plain door: the same session line by line, through questionary; for screen readers too."""
