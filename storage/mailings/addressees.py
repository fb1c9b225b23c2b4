"""Who gets a mail: one rule for counting, for previews, for planning."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, case, select

from bot.domain.alerts.mailings import GOT_OUT, DeliveryState
from bot.domain.participants.shapes import Area
from storage.participants.areas import ACTIVE, within
from storage.schema.alerts import alerts
from storage.schema.mailings import deliveries, mailings
from storage.schema.participants import participants

_MAILED = select(deliveries.c.participant_id).join(mailings, mailings.c.id == deliveries.c.mailing_id)


def who_gets(connection: Connection, area: Area, about_id: int | None) -> ColumnElement[bool]:
    """An alert: who lives in its area; an outcome: to whom the alert that it is `about` got out."""
    if about_id is None:
        return within(connection, area)
    told = _MAILED.where(mailings.c.alert_id == about_id, deliveries.c.state.in_(GOT_OUT))
    return and_(ACTIVE, participants.c.wants_outcomes, participants.c.id.in_(told))


def still_gets() -> ColumnElement[bool]:
    """Whether somebody for whom a mail waits gets it as it leaves; for `mailings` joined to the alert it is of."""
    wanted = case(
        (mailings.c.survey_id.is_not(None), participants.c.wants_surveys),
        (alerts.c.about_id.is_not(None), participants.c.wants_outcomes),
        else_=participants.c.wants_alerts,
    )
    return and_(ACTIVE, wanted)


def who_may_be_asked(since: datetime, asked_before: datetime) -> ColumnElement[bool]:
    """A survey: who got an alert since then (not only how one ended), and was not drawn for another lately."""
    an_alert = _MAILED.join(alerts, alerts.c.id == mailings.c.alert_id).where(alerts.c.about_id.is_(None))
    got = an_alert.where(mailings.c.planned_at >= since, deliveries.c.state.in_(GOT_OUT))
    a_survey = _MAILED.where(mailings.c.survey_id.is_not(None), mailings.c.planned_at >= asked_before)
    asked = a_survey.where(deliveries.c.state != DeliveryState.REFUSED)
    theirs = participants.c.id.in_(got), participants.c.id.not_in(asked)
    return and_(ACTIVE, participants.c.wants_surveys, *theirs)
