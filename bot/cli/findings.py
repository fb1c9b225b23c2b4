"""What `burgernetmail check` finds, a line each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One line of the check."""

    ok: bool
    what: str
    remedy: str = ""
    advised: bool = False
    """Right as it is, and better with the remedy."""
