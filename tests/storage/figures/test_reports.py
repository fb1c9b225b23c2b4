"""What the figures are counted from, on both databases."""

from datetime import timedelta
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Engine, select, text, update

from bot.domain.figures.periods import Month, Period
from bot.domain.participants.people import LeaveReason
from bot.domain.replies.replies import LetterKind, LetterStatus, Rating, ReplyKind, ReplyLabel
from bot.workflow.handling import reply_changed
from storage.engine import alembic_config, make_engine, migrate
from storage.schema.letters import letters
from storage.schema.mailings import deliveries
from storage.schema.replies import replies
from tests.domain.samples import ANNA, BRAM, NOON
from tests.storage.things import CARLA, Work, letter_to, replied, sent

DAY = timedelta(days=1)
JANUARY = (NOON - 13 * DAY, NOON + 17 * DAY)


def states(engine: Engine, *states: str) -> None:
    with engine.begin() as connection:
        for number, state in enumerate(states, 1):
            connection.execute(update(deliveries).where(deliveries.c.id == number).values(state=state))


def given(work: Work, letter_id: int) -> None:
    with work() as uow:
        assert uow.letters.move(letter_id, LetterStatus.WAITING, LetterStatus.SENT, "", NOON)


def test_an_alert_with_its_mails_and_valid_replies(work: Work, engine: Engine) -> None:
    alert_id = sent(work, people=6)
    states(engine, "delivered", "bounce", "dropped", "spamreport", "unknown", "refused")
    replied(work, alert_id, 1)
    replied(work, alert_id, 4, received_at=NOON + 90 * DAY)
    for label in set(ReplyLabel) - {ReplyLabel.REPLY}:
        replied(work, alert_id, 1, label=label)
    with work() as uow:
        [alert] = uow.reports.alerts_sent(*JANUARY)
        assert uow.reports.alerts_sent(NOON + timedelta(seconds=1), JANUARY[1]) == []
        assert uow.reports.alerts_sent(JANUARY[0], NOON) == []
        assert uow.reports.clock(alert.reference) == alert.clock
        assert uow.reports.outcome_mails(*JANUARY) == 0
    assert (alert.mails, alert.bounced, alert.complaints, alert.replies) == (4, 2, 1, 2)
    assert (alert.requester_id, alert.approver_id, alert.sent_at) == (ANNA.id, BRAM.id, NOON)


@pytest.mark.parametrize(("state", "counts"), [("refused", False), ("unknown", True), ("sent", True)])
def test_an_alert_that_nobody_can_have_got_was_not_sent(work: Work, engine: Engine, state: str, counts: bool) -> None:
    sent(work, people=2)
    states(engine, state, state)
    with work() as uow:
        assert bool(uow.reports.alerts_sent(*JANUARY)) is counts


def test_one_acknowledgement_a_citizen_is_enough_and_only_what_went_out_counts(work: Work) -> None:
    alert_id = sent(work)
    first, again, other = (replied(work, alert_id, delivery) for delivery in (1, 1, 2))
    loose, phoned = replied(work), replied(work, alert_id, kind=ReplyKind.PHONE, from_address="")
    given(work, letter_to(work, first, LetterKind.ACKNOWLEDGEMENT))
    letter_to(work, other, LetterKind.ACKNOWLEDGEMENT)  # still waits
    with work() as uow:
        found = {reply.id: reply for reply in uow.reports.replies_received(*JANUARY)}
    acknowledged = {number for number, reply in found.items() if reply.acknowledged}
    assert acknowledged == {first.id, again.id}
    assert {number for number, reply in found.items() if reply.has_address} == {*found} - {phoned.id}
    assert found[loose.id].reference == ""


@pytest.mark.parametrize(
    ("statuses", "answered"),
    [
        ((), False),
        (("waiting",), False),
        (("unknown",), False),
        (("sent",), True),
        (("spoken",), True),
        (("bounced", "sent"), True),
        (("sent", "bounced"), False),
    ],
)
def test_the_newest_answer_counts(work: Work, engine: Engine, statuses: tuple[str, ...], answered: bool) -> None:
    reply = replied(work, sent(work), 1)
    for status in statuses:
        number = letter_to(work, reply)
        with engine.begin() as connection:
            connection.execute(update(letters).where(letters.c.id == number).values(status=status))
    with work() as uow:
        assert [found.answered for found in uow.reports.replies_received(*JANUARY)] == [answered]


def test_a_reply_that_was_opened_again_is_not_answered_and_an_erased_one_still_counts(
    work: Work, engine: Engine
) -> None:
    reply = replied(work, sent(work), 1)
    given(work, letter_to(work, reply))
    changes: tuple[tuple[dict[str, Any], bool, bool], ...] = (
        ({"answered_at": NOON}, True, True),
        ({"reopened_at": NOON + DAY}, False, True),
        ({"answered_at": NOON + 2 * DAY}, True, True),
        ({"erased_at": NOON + 3 * DAY, "from_address": ""}, True, True),
        ({"kind": "phone"}, True, False),
    )
    for values, answered, has_address in changes:
        with engine.begin() as connection:
            connection.execute(update(replies).values(**values))
        with work() as uow:
            [found] = uow.reports.replies_received(*JANUARY)
        assert (found.answered, found.has_address) == (answered, has_address), values


def test_handled_is_rated_answered_and_in_bvh_where_relevant(work: Work, engine: Engine) -> None:
    reply = replied(work, sent(work), 1)

    def moment(hours: int) -> Any:
        with work() as uow:
            reply_changed(uow, reply.id, NOON + timedelta(hours=hours))
        with work() as uow:
            return uow.reports.replies_received(*JANUARY)[0].handled_at

    assert moment(1) is None
    with work() as uow:
        uow.replies.rate(reply.id, Rating.RELEVANT_HERE, CARLA, NOON)
    number = letter_to(work, reply)
    assert moment(2) is None
    with work() as uow:
        uow.replies.record_in_bvh(reply.id, "2026-1", CARLA)
    assert moment(3) == NOON + timedelta(hours=3)
    assert moment(4) == NOON + timedelta(hours=3)
    with work() as uow:
        uow.letters.move(number, LetterStatus.WAITING, LetterStatus.BOUNCED, "", NOON)
    assert moment(5) is None


def test_who_left_is_known_from_the_trail(work: Work) -> None:
    with work() as uow:
        for number, reason in enumerate(LeaveReason):
            uow.audit.record("citizen", "left", f"participant {number}", NOON, reason=reason)
        uow.audit.record("citizen", "left", "participant 1", NOON - 40 * DAY, reason="unsubscribe")
        uow.audit.record("citizen", "came_back", "participant 0", NOON)
    with work() as uow:
        assert uow.reports.left(*JANUARY) == dict.fromkeys(LeaveReason, 1)


def test_a_report_stands_once_an_occasion_and_its_files_are_owed_once(work: Work) -> None:
    period = Period(Month(2025, 10), Month(2026, 1))
    with work() as uow:
        number, is_new = uow.reports.ask(str(period), "monthly", "", NOON)
        assert is_new
        assert uow.reports.ask(str(period), "monthly", "Els", NOON) == (number, False)
        assert uow.reports.ask(str(period), "2026-01-14", "Els", NOON)[1]
        uow.reports.set_picture(number, "F1")
        assert [uow.reports.owe_files(number, NOON) for _ in range(2)] == [True, False]
    with work() as uow:
        posted = uow.reports.get(number)
    assert (posted.period, posted.by_name, posted.picture_file_id) == ("2025-10 2026-01", "", "F1")


def test_what_was_handled_before_stays_handled(empty_url: str) -> None:
    """Migrations read from the trail when a relevant reply was first recorded in BVH, and when one was taken."""
    engine = make_engine(empty_url)
    command.upgrade(alembic_config(engine), "0004")
    rows: tuple[tuple[str, str | None, str], ...] = (
        ("not_relevant", None, "sent"),
        ("relevant_here", "2026-1", "spoken"),
        ("relevant_here", None, "sent"),
        ("not_relevant", None, "bounced"),
    )
    with engine.begin() as connection:
        for number, (rating, bvh, answer) in enumerate(rows, 1):
            _fill(connection, number, rating, bvh, answer)
        took = "INSERT INTO audit (at, who, what, subject, details) VALUES (:at, 'U3', :what, 'reply 1', '{}')"
        for days, what in enumerate(("rated", "took_over", "took")):
            connection.execute(text(took), {"at": NOON + days * DAY, "what": what})
    migrate(empty_url)
    with engine.connect() as connection:
        found = connection.execute(select(replies.c.settled_at, replies.c.opened_at).order_by(replies.c.id)).all()
    assert [tuple(row) for row in found] == [(NOON, NOON + DAY), (NOON + 2 * DAY, None), (None, None), (None, None)]
    engine.dispose()


def _fill(connection: Any, number: int, rating: str, bvh: str | None, answer: str) -> None:
    values = {"id": number, "at": NOON, "later": NOON + 2 * DAY, "rating": rating, "bvh": bvh, "answer": answer}
    for statement in (
        "INSERT INTO inbound (id, kind, lane, digest, raw, envelope_to, received_at, attempts, due_at) "
        "VALUES (:id, 'mail', '', :id, '', '[]', :at, 0, :at)",
        "INSERT INTO replies (id, inbound_id, kind, label, received_at, words, original, from_address, from_name, "
        'subject, message_id, "references", attachment_names, late, version, rating, bvh_number, answered_at) VALUES '
        "(:id, :id, 'mail', 'reply', :at, '', '', '', '', '', '', '', '[]', false, 1, :rating, :bvh, :at)",
        "INSERT INTO letters (kind, reply_id, status, status_at, detail, message_id, recipient, subject, text, html, "
        'reply_token, automatic, in_reply_to, "references") VALUES '
        "('answer', :id, :answer, :at, '', '', '', '', '', '', '', false, '', '')",
        "INSERT INTO audit (at, who, what, subject, details) "
        "VALUES (:later, 'U3', 'recorded_in_bvh', 'reply ' || CAST(:id AS TEXT), '{}')",
    ):
        connection.execute(text(statement), values)


def test_which_replies_may_be_acknowledged_is_told_of_those_that_were_there(empty_url: str) -> None:
    """The participant's own address, or one that DKIM proved; the rest stays as it was."""
    engine = make_engine(empty_url)
    command.upgrade(alembic_config(engine), "0010")
    odd = '[{"kind": "other_sender", "detail": ""}]'
    rows = (("mail", "", "[]"), ("mail", "", odd), ("mail", "proven", odd), ("phone", "", "[]"))
    with engine.begin() as connection:
        _deliver(connection)
        for number, (kind, check, cautions) in enumerate(rows, 1):
            _fill(connection, number, "not_relevant", None, "sent")
            values = {"kind": kind, "check": check, "cautions": cautions, "number": number}
            changed = "UPDATE replies SET kind = :kind, sender_check = :check, cautions = :cautions, delivery_id = 1"
            connection.execute(text(f"{changed} WHERE id = :number"), values)
        _fill(connection, 5, "not_relevant", None, "sent")
    migrate(empty_url)
    with engine.connect() as connection:
        found = [*connection.execute(select(replies.c.may_acknowledge).order_by(replies.c.id)).scalars()]
        assert found == [True, False, True, False, False]
        assert connection.execute(select(deliveries.c.fault, deliveries.c.state)).one() == (None, "sent")
    engine.dispose()


def _deliver(connection: Any) -> None:
    """A mail to somebody, whatever it was about: nothing checks that here."""
    values = {"at": NOON, "day": NOON.date()}
    for statement in (
        "INSERT INTO participants (id, email, name, postcode, house_number, neighbourhood, x, y, cell, status) "
        "VALUES (1, 'noor@example.nl', '', '', '', '', 0, 0, 0, 'active')",
        "INSERT INTO surveys (id, form_key, status, version, people, since, closes_on, remark, requester_id, "
        "requester_name, requested_at, approver_id, answered, counts) "
        "VALUES (1, 'k', 'sent', 1, 1, :day, :day, '', 'U1', '', :at, 'U2', 0, '{}')",
        "INSERT INTO mailings (id, survey_id, total, planned_at) VALUES (1, 1, -1, :at)",
        "INSERT INTO batches (id, mailing_id, status, attempts, due_at, detail) VALUES (1, 1, 'accepted', 1, :at, '')",
        "INSERT INTO deliveries (id, mailing_id, batch_id, participant_id, state, state_at, reason) "
        "VALUES (1, 1, 1, 1, 'sent', :at, '')",
    ):
        connection.execute(text(statement), values)
