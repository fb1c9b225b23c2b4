"""What following the roles asks of the database."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, Protocol

from bot.domain.people import Role


class Held(NamedTuple):
    """A role that somebody has."""

    user_id: str
    role: Role


class RoleHolders(Protocol):
    """Who had which role when it was last looked at."""

    def all(self) -> set[Held]:
        """As they were last written down."""

    def add(self, held: Iterable[tuple[Held, str]], at: datetime) -> None:
        """These have it from now on, each with their name."""

    def remove(self, lost: Iterable[Held]) -> None:
        """These no longer have it."""
