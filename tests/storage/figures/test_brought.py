"""What the figures of what it brought are counted from, on both databases."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Engine, Table, insert, select, update

from bot.domain.figures.brought import Reached, SeenIncident
from bot.domain.leads.leads import LeadResult
from bot.domain.replies.replies import Rating, ReplyLabel
from storage.schema.alerts import alerts
from storage.schema.day_monitor import incidents
from storage.schema.leads import leads
from storage.schema.mailings import deliveries
from storage.schema.participants import participants
from tests.domain.samples import BRAM, NOON
from tests.incidents import ROW
from tests.storage.things import CARLA, DAAN, Work, filed, replied, sent

DAY = timedelta(days=1)
JANUARY = (NOON - 13 * DAY, NOON + 17 * DAY)


def changed(engine: Engine, table: Table, row_id: int, **values: Any) -> None:
    with engine.begin() as connection:
        connection.execute(update(table).where(table.c.id == row_id).values(**values))


def seen(engine: Engine, **values: Any) -> None:
    with engine.begin() as connection:
        number = len(connection.execute(select(incidents.c.id)).all()) + 1
        row = {**ROW, "bvh_key": str(number), "bvh_number": str(number), "first_seen_at": NOON, **values}
        connection.execute(insert(incidents).values(row))


def test_an_incident_is_mailed_with_its_alert_also_in_another_s_mail_and_not_where_all_was_refused(
    work: Work, engine: Engine
) -> None:
    main, joined = sent(work, people=1), filed(work).id
    changed(engine, alerts, joined, status="sent", sent_at=NOON, with_id=main, approver_id=BRAM.id, approved_at=NOON)
    for alert_id in (main, joined, None):
        seen(engine, alert_id=alert_id)
    for reason in ("too_old", "Familie"):
        seen(engine, skip_reason=reason)
    seen(engine, first_seen_at=NOON - 20 * DAY)
    changed(engine, deliveries, 1, state="sent")
    with work() as uow:
        found = uow.brought.incidents(*JANUARY)
    mailed, unmailed = SeenIncident(NOON, NOON), SeenIncident(NOON)
    kinds = [SeenIncident(NOON, None, kind) for kind in ("too_old", "other")]
    assert found == [mailed, mailed, unmailed, *kinds]
    changed(engine, deliveries, 1, state="refused")
    with work() as uow:
        assert uow.brought.incidents(*JANUARY)[:2] == [unmailed, unmailed]


def test_who_was_reached_in_how_many_homes_and_who_more_than_once(work: Work, engine: Engine) -> None:
    sent(work, people=4)
    sent(work, people=4)
    for delivery, state in ((1, "delivered"), (2, "bounce"), (6, "dropped"), (7, "unknown"), (3, "sent")):
        changed(engine, deliveries, delivery, state=state)
    for participant, number in ((1, "7"), (2, "8"), (3, "8")):
        changed(engine, participants, participant, house_number=number)
    for delivery in (4, 5, 8):
        changed(engine, deliveries, delivery, state="sent")
    with work() as uow:  # the second got none of them
        assert uow.brought.reached(*JANUARY) == Reached(participants=3, homes=2, repeatedly=2)
        for forgotten in (1, 4):
            uow.erasures.erase_participant(forgotten, NOON)
        assert uow.brought.reached(*JANUARY).homes == 3
        assert uow.brought.reached(NOON + DAY, NOON + 2 * DAY) == Reached()


def test_who_saw_nothing_did_not_reply_after_all(work: Work) -> None:
    alert_id = sent(work)
    with work() as uow:
        for delivery in (1, 2):
            assert uow.replies.saw_nothing(delivery, NOON)
        assert uow.brought.saw_nothing(*JANUARY) == 2
    replied(work, alert_id, 1)
    replied(work, alert_id, 2, label=ReplyLabel.AUTO_REPLY)
    with work() as uow:
        assert uow.brought.saw_nothing(*JANUARY) == 1
        assert uow.brought.saw_nothing(NOON + DAY, JANUARY[1]) == 0


def test_leads_by_worth_and_the_alerts_that_they_came_of(work: Work, engine: Engine) -> None:
    alert_id = sent(work)
    changed(engine, deliveries, 1, state="sent")
    judged = (LeadResult.GOLDEN_TIP, LeadResult.RULED_OUT, None)
    for result in judged:
        row = {"reply_id": replied(work, alert_id, 1).id, "escalated_by_name": "Carla", "escalated_at": NOON}
        with engine.begin() as connection:
            connection.execute(insert(leads).values(**row, result=result))
    with work() as uow:
        assert uow.brought.leads(*JANUARY) == dict.fromkeys(judged, 1)
        assert uow.brought.leads(NOON + DAY, JANUARY[1]) == {}
        [alert] = uow.reports.alerts_sent(*JANUARY)
    assert (alert.usable_leads, alert.result) == (1, None)


def test_colleagues_who_rated_are_counted_once(work: Work) -> None:
    reply, other = replied(work), replied(work)
    with work() as uow:
        for one, by in ((reply, CARLA), (reply, CARLA), (other, DAAN)):
            uow.replies.rate(one.id, Rating.NOT_RELEVANT, by, NOON)
        assert uow.brought.responders(*JANUARY) == 2
        assert uow.brought.responders(NOON + DAY, JANUARY[1]) == 0


def test_the_desk_began_when_somebody_first_had_it_before_them(work: Work) -> None:
    reply = replied(work)
    with work() as uow:
        for minutes in (5, 9):
            uow.replies.open(reply.id, NOON + timedelta(minutes=minutes))
        uow.replies.assign(reply.id, CARLA, NOON + DAY)
        uow.replies.rate(reply.id, Rating.NOT_RELEVANT, CARLA, NOON + DAY)
        [counted] = uow.reports.replies_received(*JANUARY)
    assert counted.opened_at == NOON + timedelta(minutes=5)
