"""What is asked: the bank of questions, the kinds of answer, and the wording they make.

This room imports nothing else of ours.
"""
