"""Why a command cannot be followed."""


class Refusal(Exception):
    """A command that makes no sense here, and why, as a sentence for the person who asked."""
