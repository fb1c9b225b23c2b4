"""What this program holds in memory is for nobody else, though it runs as the same user."""

import ctypes
import sys
from contextlib import suppress
from typing import Final

PR_SET_DUMPABLE: Final = 4


def keep_to_itself() -> None:
    """A process that reads strangers' files could read the settings in /proc of who started it, or a dump of it."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0)
