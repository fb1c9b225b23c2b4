"""Whom an area holds, in words: of few people no number, which would tell about one home."""

from typing import Final

from bot.records.alerts import Counted
from bot.texts import Texts

LEAST_TOLD: Final = 5


def told_lines(_: Texts, counted: Counted) -> list[str]:
    """One line each: recipients, homes, and mails that they had lately."""
    return [_recipients(_, counted.recipients), *_homes(_, counted), *_lately(_, counted)]


def _recipients(_: Texts, people: int) -> str:
    if not people:
        return _("Nobody gets this mail: no participant lives there.")
    if people < LEAST_TOLD:
        return _("Fewer than {n} people get this mail.", n=LEAST_TOLD)
    return _.plural("{n} person gets this mail.", "{n} people get this mail.", people)


def _homes(_: Texts, counted: Counted) -> list[str]:
    homes = counted.homes
    if homes is None:
        return []
    told = _.plural("{n} home stands there", "{n} homes stand there", homes.number)
    if homes.share is None or homes.reached < LEAST_TOLD:
        return [f"{told}."]
    reached = {"reached": _.number(homes.reached), "share": _.tenth(homes.share)}
    return [f"{told}; {_('in {reached} of them somebody takes part ({share}%)', **reached)}."]


def _lately(_: Texts, counted: Counted) -> list[str]:
    week = counted.lately.week
    if not week:
        return []
    if week < LEAST_TOLD:
        return [_("Fewer than {n} of them had a mail in the last 7 days.", n=LEAST_TOLD)]
    return [_("{n} of them had a mail in the last 7 days.", n=_.number(week))]
