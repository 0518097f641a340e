"""What is taken home: the agreement as a record, its file, and the documents made of it.

This room imports nothing else of ours: an agreement prints without any bank of questions.
"""
