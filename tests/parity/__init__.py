"""The same interview through every door gives the same agreement."""
