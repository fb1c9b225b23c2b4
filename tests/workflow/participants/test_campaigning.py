"""Campaigns: one a neighbourhood, whoever begins it at the same moment."""

from bot.clock import Clock
from bot.domain.errors import AlreadyDone
from bot.domain.participants.people import Colleague, Role
from bot.workflow.participants.campaigning import Campaigning
from bot.workflow.participants.recruiting import take_households
from storage.unit_of_work import Work
from tests.workflow.at_once import at_once

ELS = Colleague("U5", "Els van Dijk", frozenset({Role.SUPERUSER}))
LONG = "Vathorst en alles wat daarachter ligt, tot aan de snelweg en de spoorlijn naar Zwolle"


def campaigning(work: Work) -> Campaigning:
    return Campaigning(work, Clock(), 10, "https://burgernet.example")


def test_two_who_begin_at_once_begin_one(work: Work) -> None:
    take_households(work, Clock(), ["wijk;huishoudens", "Zielhorst;100"], print)

    def begins(within: Work) -> None:
        campaigning(within).start("Zielhorst", ELS)

    assert at_once(work, begins, begins) == [AlreadyDone]
    assert len(campaigning(work).choices()[1]) == 1


def test_a_name_longer_than_a_list_takes_is_found(work: Work) -> None:
    take_households(work, Clock(), ["wijk;huishoudens", f'"{LONG}";100'], print)
    campaigning(work).start(LONG[:75], ELS)
    [card] = campaigning(work).choices()[1]
    assert card.campaign.before.neighbourhood == LONG
