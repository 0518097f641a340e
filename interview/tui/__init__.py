"""The full-screen door. Nothing else of ours imports textual."""
