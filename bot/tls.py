"""The certificates that this machine trusts: reading them takes longer than a call, so it is done once."""

import ssl
from functools import cache


@cache
def trusted() -> ssl.SSLContext:
    """A context that checks the other side's name against them."""
    return ssl.create_default_context()
