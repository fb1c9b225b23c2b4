"""An address that was erased, or left for another, is enrolled by no file: a keyed hash of it stays, nothing else."""

import hmac
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Final

from bot.contacts.email_addresses import comparable
from bot.domain.participants.people import ParticipantRow
from storage.unit_of_work import UnitOfWork

_CHECKED: Final = "burgernetmail: is this the key?"


class WrongKey(Exception):
    """People were erased, and not with this key: nobody can tell whom a file must not bring back."""

    def __init__(self) -> None:
        super().__init__("ERASURE_KEY is not the key with which people were erased: set it as it was then.")


class ErasureKey:
    """Makes the hashes; whoever has them without this key can't try addresses on them."""

    def __init__(self, key: str) -> None:
        self._key = key.encode()
        self.check: Final = self.of_canonical(_CHECKED)
        """Stands beside each hash, so that another key is noticed."""

    def of(self, address: str) -> str:
        """The hash of an address, the same for all its spellings."""
        return self.of_canonical(comparable(address))

    def of_canonical(self, address: str) -> str:
        """The hash of an address in its canonical form."""
        return hmac.digest(self._key, address.encode(), "sha256").hex()


def keep_out(uow: UnitOfWork, key: ErasureKey, address: str, at: datetime) -> None:
    """From now on no file enrols this address; in the transaction that takes it from who had it. WrongKey."""
    _check(key, uow.erasures.kept_out())
    uow.erasures.keep_out(key.of(address), key.check, at)


def let_in(uow: UnitOfWork, key: ErasureKey, address: str) -> bool:
    """Undo that, for who signs up themselves; False where it was not so. WrongKey."""
    _check(key, uow.erasures.kept_out())
    return uow.erasures.let_in(key.of(address))


def welcome(uow: UnitOfWork, key: ErasureKey | None, address: str) -> bool:
    """`let_in` for a citizen who is waiting: where nobody can tell whether it was so, they come in all the same."""
    try:
        return key is not None and let_in(uow, key, address)
    except WrongKey:
        return False


def those_who_may(
    uow: UnitOfWork, key: ErasureKey | None
) -> Callable[[Iterable[ParticipantRow]], list[ParticipantRow]]:
    """A filter that leaves out who was erased; nobody else is erased before this transaction ends. WrongKey."""
    kept_out = uow.erasures.kept_out()
    if not kept_out:
        return list
    if key is None:
        raise WrongKey
    _check(key, kept_out)
    return lambda rows: [row for row in rows if key.of_canonical(row.email) not in kept_out]


def _check(key: ErasureKey, kept_out: Mapping[str, str]) -> None:
    if any(check != key.check for check in kept_out.values()):
        raise WrongKey
