"""Of what is taken home: the file, its faults, and the documents."""
