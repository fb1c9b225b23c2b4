"""Who had which role."""

from typing import NamedTuple

from bot.domain.participants.people import Role


class Held(NamedTuple):
    """A role that somebody has."""

    user_id: str
    role: Role
