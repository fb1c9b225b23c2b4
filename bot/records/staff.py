"""Who had which role."""

from typing import NamedTuple

from bot.domain.participants.people import Role


class Held(NamedTuple):
    user_id: str
    role: Role
