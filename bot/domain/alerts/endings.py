"""How a case can end, by what it was, so that no mail contradicts itself; and what a mail about an alert holds."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.alerts.alerts import About, Alert, AlertContent, CaseResult
from bot.domain.alerts.offences import AnyOffence, Offence
from bot.domain.errors import Refusal

_TOOK_NOTHING: Final = frozenset({Offence.ATTEMPTED_BURGLARY, Offence.VIOLENCE, Offence.ARSON})


def results_of(offence: AnyOffence) -> Sequence[CaseResult]:
    """What a case of this offence can come to: where nothing was taken, nothing is found."""
    return [one for one in CaseResult if one is not CaseResult.STOLEN_GOODS_BACK or offence not in _TOOK_NOTHING]


def ending_of(offence: AnyOffence, result: CaseResult | None) -> CaseResult | None:
    """What a mail may tell of a result; none of one that was given before it was seen that it does not fit."""
    return result if result in results_of(offence) else None


def was_changed(alert: Alert) -> bool:
    """Whether its outcome, or the note to it, is another than it was closed with."""
    return bool(alert.closed_at and alert.decided_at and alert.decided_at > alert.closed_at)


def ended_at(alert: Alert) -> datetime | None:
    """When it was last said how it ended: who saw another moment saw another ending."""
    return alert.decided_at if was_changed(alert) else alert.closed_at


def check_was_sent(alert: Alert) -> About:
    """Only an alert that went out has another mail about it, and that one has none of its own."""
    if alert.sent_at is None or alert.about:
        raise Refusal
    return About(alert.id, alert.reference, alert.sent_at)


def content_about(told: AlertContent, text: str, ending: CaseResult | None = None) -> AlertContent:
    """What a mail about an alert holds: the case as it was told; how it ended, or tips, in place of what happened."""
    return replace(told, what_happened=text, description="", question="", ending=ending)
