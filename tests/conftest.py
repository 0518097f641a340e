"""How thoroughly the tests that try everything do so."""

from __future__ import annotations

import os
from typing import Final

from hypothesis import settings

THOROUGH: Final = bool(os.environ.get("JOINT_WORKING_THOROUGH"))
"""Set the variable for a night's worth of tries, each time others."""

# Without it every run tries the same, on a fast machine and on a slow one: a test that fails
# here fails everywhere.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("thorough", derandomize=False, deadline=None, max_examples=1000)
settings.load_profile("thorough" if THOROUGH else "steady")
