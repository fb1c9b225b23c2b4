"""Who is in which channel, on both databases: what was told last holds, whichever way it came."""

from datetime import timedelta

from bot.records.staff import Account
from tests.domain.samples import NOON
from tests.storage.things import Work

SECOND = timedelta(seconds=1)


def test_a_list_takes_the_place_of_the_one_before_but_not_of_what_was_told_since(work: Work) -> None:
    with work() as uow:
        uow.directory.take_in("C1", ["U1", "U2", "U3"], NOON)
        uow.directory.take_in("C2", ["U1"], NOON)
        uow.directory.tell("C1", "U2", NOON + 2 * SECOND, is_in=False)
        uow.directory.tell("C1", "U9", NOON + 2 * SECOND, is_in=True)
    with work() as uow:
        assert uow.directory.members() == {"C1": {"U1", "U3", "U9"}, "C2": {"U1"}}
        uow.directory.take_in("C1", ["U1", "U2"], NOON + SECOND)  # asked for before, taken in after
        assert uow.directory.members()["C1"] == {"U1", "U9"}
        uow.directory.take_in("C1", ["U1", "U2"], NOON + 3 * SECOND)
        assert uow.directory.members()["C1"] == {"U1", "U2"}
        assert uow.directory.known("U1", []).places == {"C1", "C2"}
        assert uow.directory.known("U9", []).places == set()


def test_who_is_forgotten_is_asked_for_again(work: Work) -> None:
    with work() as uow:
        uow.directory.keep(Account("U1", "Anna", "anna", "nl"))
        uow.directory.keep(Account("U1", "Anna Bakker", "anna", "nl"))
        uow.directory.look("account U1", NOON)
        assert uow.directory.account("U1") == Account("U1", "Anna Bakker", "anna", "nl")
        assert uow.directory.looked_at(["account U1", "account U2"]) == {"account U1": NOON}
        uow.directory.forget_accounts(["U1"])
    with work() as uow:
        assert uow.directory.account("U1") is None
        assert uow.directory.looked_at(["account U1"]) == {}
