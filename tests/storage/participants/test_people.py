"""Participants: who gets mail, and where they live."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import Engine, update

from bot.domain.alerts.alerts import RADII_M
from bot.domain.alerts.mailings import DeliveryState, MailEvent, of_alert
from bot.domain.participants.faults import Failure, Fault
from bot.domain.participants.people import Leave, LeaveReason, Participant, ParticipantStatus
from bot.domain.participants.places import distance_m, square_side_m
from bot.domain.participants.shapes import Circle
from bot.records.mailings import LastMail
from storage.schema.mailings import deliveries
from tests.domain.samples import CONTENT, NOON
from tests.storage.things import LATER, NOOR, Work, approved

X, Y = CONTENT.x, CONTENT.y
DAY = timedelta(days=1)


def test_a_file_adds_changes_and_leaves_alone(work: Work) -> None:
    omar = replace(NOOR, email="omar@example.nl")
    with work() as uow:
        assert uow.people.enrol([NOOR]) == (1, 0, 0)
        assert uow.people.enrol([NOOR, omar]) == (1, 0, 1)
        assert uow.people.enrol([replace(NOOR, x=X), omar]) == (0, 1, 1)
        assert uow.people.enrol([]) == (0, 0, 0)
        assert uow.people.get(1) == Participant(1, NOOR.email, "Noor", "3823 AB", "7", "Kattenbroek", X, NOOR.y)


@pytest.mark.parametrize("field", ["name", "postcode", "house_number", "neighbourhood"])
def test_every_column_can_change(work: Work, field: str) -> None:
    changed = replace(NOOR, **{field: "Çelik"})  # type: ignore[arg-type]  # texts all
    with work() as uow:
        uow.people.enrol([NOOR])
        assert uow.people.enrol([changed]) == (0, 1, 0)
        assert getattr(uow.people.get(1), field) == "Çelik"


def test_who_moves_is_found_where_they_live_now(work: Work) -> None:
    with work() as uow:
        uow.people.enrol([NOOR])
        uow.people.enrol([replace(NOOR, x=X + 5000)])
        assert uow.mailings.count_recipients(Circle(X, Y, 2000)) == 0
        assert uow.mailings.count_recipients(Circle(X + 5000, Y, 100)) == 1


def test_an_address_twice_in_one_file_is_one_person(work: Work) -> None:
    with work() as uow:
        assert uow.people.enrol([NOOR, replace(NOOR, name="N.")]) == (1, 0, 1)
        assert (uow.people.count(), uow.people.get(1).name) == (1, "N.")


def test_who_had_left_elsewhere_is_enrolled_as_such_where_nobody_knows_them(work: Work) -> None:
    gone = replace(NOOR, left=Leave(NOON, LeaveReason.COMPLAINED))
    with work() as uow:
        assert uow.people.enrol([gone]) == (1, 0, 0)
        left = uow.people.get(1)
        assert (left.status, left.left_at, left.left_reason) == (ParticipantStatus.LEFT, NOON, LeaveReason.COMPLAINED)
        assert uow.people.come_back(1, LATER)
        assert uow.people.enrol([gone]) == (0, 0, 1)
        assert uow.people.get(1).left_at is None


def test_some_come_by_their_numbers(work: Work) -> None:
    with work() as uow:
        uow.people.enrol(replace(NOOR, email=f"p{number}@example.nl") for number in range(3))
        assert [person.id for person in uow.people.some(0, 2)] == [1, 2]
        assert [person.id for person in uow.people.some(2, 2)] == [3]


def test_who_left_stays_away_whatever_a_file_says_and_comes_back_by_themselves(work: Work) -> None:
    with work() as uow:
        uow.people.enrol([NOOR])
        assert not uow.people.come_back(1, LATER)
        assert [uow.people.leave(1, at, LeaveReason.BOUNCED) for at in (NOON, LATER)] == [True, False]
        uow.people.enrol([replace(NOOR, name="Noor Çelik")])
        left = uow.people.get(1)
        assert (left.name, left.status, left.left_at) == ("Noor Çelik", ParticipantStatus.LEFT, NOON)
        assert (uow.people.count(), uow.mailings.count_recipients(Circle(X, Y, 100))) == (0, 0)
        assert [uow.people.come_back(1, LATER), uow.people.come_back(1, LATER)] == [True, False]
        assert (uow.people.get(1).left_at, uow.people.count()) == (None, 1)
        assert uow.mailings.count_recipients(Circle(X, Y, 100)) == 1


def test_recipients_are_exactly_those_within_the_circle(work: Work) -> None:
    chance = Random(1)
    rows = [
        replace(NOOR, email=f"p{n}@example.nl", x=X + chance.gauss(0, 900), y=Y + chance.gauss(0, 900))
        for n in range(800)
    ]
    with work() as uow:
        uow.people.enrol(rows)
        for radius_m in RADII_M:
            near = [row for row in rows if distance_m(row.x, row.y, X, Y) <= radius_m]
            spread = uow.mailings.spread(Circle(X, Y, radius_m))
            assert uow.mailings.count_recipients(Circle(X, Y, radius_m)) == len(near) > 0
            assert sum(people for _, _, people in spread) == len(near)
            reach = radius_m / square_side_m(radius_m)
            assert all(-reach - 1 <= column <= reach and -reach - 1 <= row <= reach for column, row, _ in spread)


@pytest.mark.parametrize(("metres", "inside"), [(299.999, 1), (300, 1), (300.001, 0)])
def test_who_lives_on_the_circle_is_in_it(work: Work, metres: float, inside: int) -> None:
    with work() as uow:
        uow.people.enrol([replace(NOOR, x=X + metres, y=Y)])
        assert uow.mailings.count_recipients(Circle(X, Y, 300)) == inside


def test_the_middle_of_a_postcode_is_that_of_its_people_else_of_its_four_digits(work: Work) -> None:
    with work() as uow:
        assert uow.people.postcode_centre("3823 AB") is None
        for number, (postcode, x) in enumerate([*[("3823 AB", 100.0), ("3823 AB", 200.0)] * 3, ("3823 ZZ", 600.0)]):
            uow.people.enrol([replace(NOOR, email=f"{number}", postcode=postcode, x=x, y=50.0)])
        found = [uow.people.postcode_centre(postcode) for postcode in ("3823 AB", "3823 XX", "3824 AB")]
    assert [place and (place.x, place.y, place.approximate) for place in found] == [
        (150.0, 50.0, True),
        (1500 / 7, 50.0, True),
        None,
    ]


def test_the_middle_of_a_few_is_somebodys_home_and_told_to_nobody(work: Work) -> None:
    with work() as uow:
        for number in range(4):
            uow.people.enrol([replace(NOOR, email=f"{number}", postcode="3823 AB")])
        assert uow.people.postcode_centre("3823 AB") is None


def test_who_is_paused_gets_no_mail_until_they_are_tried_or_heard_of(work: Work) -> None:
    def mailed() -> int:
        with work() as uow:
            return uow.mailings.count_recipients(Circle(X, Y, 100))

    with work() as uow:
        uow.people.enrol([NOOR])
        assert [uow.people.pause(1, NOON), uow.people.pause(1, NOON)] == [True, False]
        paused = uow.people.get(1)
        assert (paused.status, paused.paused_at, paused.on_trial) == (ParticipantStatus.PAUSED, NOON, False)
        assert uow.people.count() == 0
    assert mailed() == 0
    with work() as uow:
        assert uow.people.try_again(NOON - DAY, LATER) == []
        assert uow.people.try_again(NOON, LATER) == [1]
        assert uow.people.get(1).on_trial
    assert mailed() == 1
    with work() as uow:
        assert [uow.people.arrived([1], LATER), uow.people.arrived([1], LATER)] == [[1], []]
        assert not uow.people.get(1).on_trial
        assert not uow.people.works(1, LATER)
        uow.people.pause(1, NOON)
        assert [uow.people.works(1, LATER), uow.people.works(1, LATER)] == [True, False]
        assert uow.people.leave(1, NOON, LeaveReason.ASKED)
        assert not uow.people.works(1, LATER)
        assert uow.people.try_again(LATER, LATER) == []
        assert uow.people.get(1).status is ParticipantStatus.LEFT


def test_failures_count_from_when_mail_was_last_known_to_work(work: Work) -> None:
    approved(work)
    told = MailEvent("d1", DeliveryState.BOUNCE, NOON + DAY, "full", Fault.FULL)
    with work() as uow:
        assert uow.people.last_mail(1) == LastMail("BM-2026-0001", DeliveryState.PLANNED, NOON)
        assert len(uow.mailings.record_events({1: told}).moved) == 1
        assert uow.mailings.record_events({1: told}).moved == ()
        assert len(uow.mailings.record_events({1: replace(told, fault=Fault.GONE)}).moved) == 1
        assert uow.mailings.record_events({1: told}).moved == ()
        assert uow.people.failures(1, NOON, NOON) == [Failure(NOON + DAY, Fault.GONE)]
        assert uow.people.failures(1, NOON + 2 * DAY, NOON) == uow.people.failures(2, NOON, NOON) == []
        assert uow.people.last_mail(1) == LastMail("BM-2026-0001", DeliveryState.BOUNCE, NOON + DAY, Fault.GONE)
        progress = uow.mailings.progress(of_alert(1))
        assert progress
        assert (progress.bounced, progress.faults) == (1, {Fault.GONE: 1})
        uow.people.works(1, NOON + 2 * DAY)
        assert uow.people.failures(1, NOON, NOON) == []


def test_a_mail_that_did_not_come_back_in_time_ends_a_trial(work: Work, engine: Engine) -> None:
    approved(work)
    with work() as uow:
        uow.people.pause(1, NOON - 30 * DAY)
        uow.people.try_again(NOON, NOON - DAY)
    for state, passed in (("planned", []), ("deferred", []), ("bounce", []), ("sent", [1])):
        with engine.begin() as connection:
            connection.execute(update(deliveries).values(state=state))
        with work() as uow:
            assert uow.people.pass_unheard(NOON, LATER) == []
            assert uow.people.pass_unheard(LATER, LATER) == passed, state
