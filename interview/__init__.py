"""The conversation: the session that a group works through, and the doors into it.

Everything that happens goes through ``interview.session``; the front ends ask it what comes
next and tell it what was said.
"""
