"""Who gets a mail: one rule for counting, for previews, for planning."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, select

from bot.domain.alerts.alerts import Alert, AlertKind, Draft
from bot.domain.alerts.mailings import GOT_OUT, DeliveryState
from bot.domain.alerts.repeats.repeats import TIPS_EVERY
from storage.participants.areas import ACTIVE, wants_tips_within, within
from storage.schema.alerts import alerts
from storage.schema.mailings import deliveries, mailings
from storage.schema.participants import participants

_MAILED = select(deliveries.c.participant_id).join(mailings, mailings.c.id == deliveries.c.mailing_id)


def gets(connection: Connection, mail: Alert | Draft, at: datetime) -> ColumnElement[bool]:
    """Who would get this mail, approved then."""
    area = mail.content.area
    if mail.kind is AlertKind.PREVENTIVE:
        lately = participants.c.id.in_(_tips_since(at - TIPS_EVERY))
        return and_(wants_tips_within(connection, area), ~lately)
    return within(connection, area) if mail.about_id is None else _was_told(mail.about_id)


def _was_told(about_id: int) -> ColumnElement[bool]:
    """To whom an alert got out hears how it ended."""
    mailed = select(func.coalesce(alerts.c.with_id, alerts.c.id)).where(alerts.c.id == about_id).scalar_subquery()
    told = _MAILED.where(mailings.c.alert_id == mailed, deliveries.c.state.in_(GOT_OUT))
    return and_(ACTIVE, participants.c.wants_outcomes, participants.c.id.in_(told))


def _tips_since(since: datetime) -> Select[Any]:
    """Who got a preventive mail, or is about to; one of which nobody knows whether it went out counts."""
    tips = _MAILED.join(alerts, alerts.c.id == mailings.c.alert_id).where(alerts.c.kind == AlertKind.PREVENTIVE)
    return tips.where(mailings.c.planned_at > since, deliveries.c.state != DeliveryState.REFUSED)


def still_gets(at: datetime) -> ColumnElement[bool]:
    """Whether somebody for whom a mail waits gets it as it leaves; for `mailings` joined to the alert it is of.

    Two preventive mails that were approved at once know nothing of each other until then: the earlier one goes out.
    """
    wanted = case(
        (mailings.c.survey_id.is_not(None), participants.c.wants_surveys),
        (alerts.c.kind == AlertKind.OUTCOME, participants.c.wants_outcomes),
        (alerts.c.kind == AlertKind.PREVENTIVE, and_(participants.c.wants_preventive, ~_earlier_tips(at - TIPS_EVERY))),
        else_=participants.c.wants_alerts,
    )
    return and_(ACTIVE, wanted)


def _earlier_tips(since: datetime) -> ColumnElement[bool]:
    its, mailing, alert = deliveries.alias(), mailings.alias(), alerts.alias()
    joined = (
        select(its.c.id).join(mailing, mailing.c.id == its.c.mailing_id).join(alert, alert.c.id == mailing.c.alert_id)
    )
    theirs = joined.where(its.c.participant_id == participants.c.id, its.c.state != DeliveryState.REFUSED)
    lately = theirs.where(mailing.c.planned_at > since, mailing.c.id < mailings.c.id)
    return lately.where(alert.c.kind == AlertKind.PREVENTIVE).correlate(participants, mailings).exists()


def who_may_be_asked(since: datetime, asked_before: datetime) -> ColumnElement[bool]:
    """A survey: who got an alert since then (not only how one ended), and was not drawn for another lately."""
    an_alert = _MAILED.join(alerts, alerts.c.id == mailings.c.alert_id).where(alerts.c.about_id.is_(None))
    got = an_alert.where(mailings.c.planned_at >= since, deliveries.c.state.in_(GOT_OUT))
    a_survey = _MAILED.where(mailings.c.survey_id.is_not(None), mailings.c.planned_at >= asked_before)
    asked = a_survey.where(deliveries.c.state != DeliveryState.REFUSED)
    theirs = participants.c.id.in_(got), participants.c.id.not_in(asked)
    return and_(ACTIVE, participants.c.wants_surveys, *theirs)
