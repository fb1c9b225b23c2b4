"""Recruiting in a neighbourhood: a code of its own, what is printed with it, and what it brought four weeks later."""

from collections.abc import Sequence
from dataclasses import replace
from secrets import choice

from bot.clock import Clock
from bot.domain.errors import AlreadyDone
from bot.domain.participants.campaigns import (
    NEIGHBOURS,
    TOLD_AFTER,
    Campaign,
    CampaignCard,
    chosen_as,
    new_code,
    tidy_code,
)
from bot.domain.participants.people import Colleague
from bot.domain.participants.reach import NeighbourhoodReach, Reach, name_key
from bot.records.outbox import Task
from bot.workflow.participants.recruiting import reach_in
from storage.unit_of_work import Work


class Campaigning:
    """`public_url`: where the pages stand; `norm`: as the reach counts."""

    def __init__(self, work: Work, clock: Clock, norm: int, public_url: str) -> None:
        self._work = work
        self._clock = clock
        self._norm = norm
        self._url = public_url

    def choices(self) -> tuple[Reach | None, Sequence[CampaignCard], int]:
        """Where participants are missing, the campaigns of the last four weeks, and who came by a neighbour."""
        with self._work() as uow:
            uow.take_time()
            reach = reach_in(uow, self._norm)
            running = [self._card(one, reach) for one in uow.campaigns.since(self._clock.now() - TOLD_AFTER)]
            return reach, running, uow.campaigns.confirmed_by(NEIGHBOURS)

    def start(self, chosen: str, colleague: Colleague) -> str:
        """Its code; once a neighbourhood while one runs there, AlreadyDone after that. `chosen`: as a list has it."""
        now = self._clock.now()
        with self._work() as uow:
            uow.take_time()
            uow.campaigns.begin_alone()
            reach = reach_in(uow, self._norm)
            before = next(
                (row for row in (reach.rows if reach else ()) if chosen_as(row.neighbourhood) == chosen), None
            )
            running = {name_key(one.before.neighbourhood) for one in uow.campaigns.since(now - TOLD_AFTER)}
            if before is None or name_key(before.neighbourhood) in running:
                raise AlreadyDone
            campaign_id = uow.campaigns.start(code := new_code(choice), before, colleague, now)
            uow.audit.record(colleague.id, "started_campaign", f"campaign {campaign_id}", now)
            uow.outbox.owe(Task.SHOW_CAMPAIGN, campaign_id)
            uow.outbox.owe(Task.CAMPAIGN_FILES, campaign_id)
        return code

    def open(self, code: str) -> None:
        """Somebody looks at the page of a code."""
        with self._work() as uow:
            uow.campaigns.open(tidy_code(code))

    def tell_due(self) -> int:
        """Owe what campaigns brought, four weeks after they began; how many."""
        now = self._clock.now()
        with self._work() as uow:
            due = uow.campaigns.take_due(now - TOLD_AFTER, now)
            for campaign_id in due:
                uow.outbox.owe(Task.SHOW_CAMPAIGN_RESULT, campaign_id)
        return len(due)

    def card(self, campaign_id: int, *, is_over: bool) -> CampaignCard:
        """What its message shows."""
        with self._work() as uow:
            uow.take_time()
            card = self._card(uow.campaigns.get(campaign_id), reach_in(uow, self._norm))
        return replace(card, is_over=is_over)

    def _card(self, campaign: Campaign, reach: Reach | None) -> CampaignCard:
        now = _row(reach, campaign.before.neighbourhood) or campaign.before
        return CampaignCard(campaign, now, f"{self._url}/aanmelden/{campaign.code}")


def _row(reach: Reach | None, neighbourhood: str) -> NeighbourhoodReach | None:
    rows = reach.rows if reach else ()
    return next((row for row in rows if name_key(row.neighbourhood) == name_key(neighbourhood)), None)
