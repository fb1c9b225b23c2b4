"""What participants told us themselves: whom a mail goes to, and what no file undoes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.clock import Clock
from bot.domain.alerts.mailings import Outcome
from bot.domain.participants.people import ALL_MAILS, LeaveReason, MailKind, ParticipantStatus
from bot.domain.participants.postcodes import centre_of
from bot.workflow.participants.enrolling import enrol, write_participants
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.databases import fresh_sqlite
from tests.domain.samples import CONTENT, NOON
from tests.storage.things import LATER, NOOR, Work, approved, claimed, outcome_of

HERE = CONTENT.area
MOVED = replace(NOOR, postcode="3813 AA", house_number="9", x=NOOR.x + 9000)
DAY = timedelta(days=1)


def everywhere(work: Work) -> tuple[int, int, int]:
    """How many an alert would reach, how many live in a known neighbourhood, how many the figures count."""
    with work() as uow:
        near = uow.mailings.count_recipients(HERE)
        return near, sum(uow.reach.by_neighbourhood().values()), uow.figures.participants(NOON).active


@pytest.mark.parametrize("unwanted", sorted(MailKind))
def test_who_wants_no_alerts_gets_none_and_counts_nowhere(work: Work, unwanted: MailKind) -> None:
    with work() as uow:
        uow.people.enrol([replace(NOOR, x=CONTENT.x, y=CONTENT.y)])
        uow.own.choose(1, ALL_MAILS - {unwanted}, NOON)
        assert uow.people.get(1).wants == ALL_MAILS - {unwanted}
    gets = int(unwanted is not MailKind.ALERT)
    assert everywhere(work) == (gets, gets, gets)


def test_who_changes_their_mind_before_the_mail_leaves_gets_none(work: Work) -> None:
    approved(work, people=3)
    with work() as uow:
        uow.own.choose(1, ALL_MAILS - {MailKind.ALERT}, NOON)
        uow.own.choose(2, ALL_MAILS - {MailKind.SURVEY, MailKind.OUTCOME}, NOON)
        assert uow.own.pause(3, LATER, NOON)
    batch = claimed(work)
    with work() as uow:
        assert [person.email for person in uow.mailings.recipients(batch, NOON)] == ["p1@example.nl"]


def test_an_outcome_goes_to_who_wants_to_hear_it(work: Work) -> None:
    alert = approved(work, people=2)
    batch = claimed(work)
    with work() as uow:
        uow.mailings.settle_batch(batch, Outcome.ACCEPTED, "", NOON, NOON)
        uow.own.choose(1, ALL_MAILS - {MailKind.OUTCOME}, NOON)
        assert uow.alerts.reach_of(outcome_of(alert.id)) == 1


def test_a_pause_ends_on_its_day_and_no_sooner(work: Work) -> None:
    with work() as uow:
        uow.people.enrol([replace(NOOR, x=CONTENT.x, y=CONTENT.y)])
        assert uow.own.pause(1, LATER, NOON)
    assert everywhere(work) == (0, 0, 0)
    with work() as uow:
        assert not uow.people.try_again(NOON + 400 * DAY, NOON)  # that is for mail which did not arrive
        assert not uow.people.works(1, NOON)  # a mail of theirs does not end it
        assert uow.own.end_pauses(LATER - timedelta(seconds=1)) == []
        assert uow.own.end_pauses(LATER) == [1]
        assert uow.own.end_pauses(LATER) == []
        assert uow.people.get(1).paused_until is None
    assert everywhere(work) == (1, 1, 1)


def test_who_left_pauses_nothing_and_who_comes_back_has_no_pause(work: Work) -> None:
    with work() as uow:
        uow.people.enrol([NOOR])
        assert uow.own.pause(1, LATER, NOON)
        assert uow.people.leave(1, NOON, LeaveReason.UNSUBSCRIBED)
        assert not uow.own.pause(1, LATER, NOON)
        assert uow.own.end_pauses(LATER) == []
        assert uow.people.come_back(1, NOON)
        assert not uow.own.go_on(1)
        assert uow.people.get(1).status is ParticipantStatus.ACTIVE


def test_no_file_undoes_what_somebody_told_us(work: Work) -> None:
    omar = replace(NOOR, email="omar@example.nl")
    with work() as uow:
        uow.people.enrol([NOOR, omar])
        uow.own.change(1, MOVED, NOON)
        assert uow.own.left_alone([NOOR, omar]) == 1
        assert uow.people.enrol([NOOR, replace(omar, house_number="8")]) == (0, 1, 1)
        assert uow.own.left_alone([MOVED, omar]) == 0
        assert (uow.people.get(1).house_number, uow.people.get(2).house_number) == ("9", "8")


def test_an_import_says_how_many_lines_it_left_alone(work: Work) -> None:
    def reads(*lines: str) -> tuple[int, int, int, int]:
        said = enrol(work, Clock(), ["email,name,postcode,house_number,neighbourhood,x,y", *lines], centre_of, print)
        return said.new, said.changed, said.unchanged, said.own

    noor, omar = (f"{name}@example.nl,N,3823 AB,7,Kattenbroek,155800,467300" for name in ("noor", "omar"))
    assert reads(noor, omar) == (2, 0, 0, 0)
    with work() as uow:
        uow.own.change(1, MOVED, NOON)
    assert reads(noor, omar) == (0, 0, 1, 1)


def test_what_they_chose_moves_to_another_database(work: Work) -> None:
    with work() as uow:
        uow.people.enrol([NOOR, replace(NOOR, email="omar@example.nl"), replace(NOOR, email="puck@example.nl")])
        uow.own.choose(1, {MailKind.ALERT}, NOON)
        assert uow.own.pause(1, LATER, NOON)
        uow.own.choose(2, set(), NOON)
    lines = [*write_participants(work, Clock())]
    other = make_engine(fresh_sqlite())
    there = unit_of_work(other, Clock())
    told: list[object] = []
    assert enrol(there, Clock(), lines, centre_of, told.append).new == 3
    assert not told
    with there() as uow, work() as here:
        assert [uow.people.get(number) for number in (1, 2, 3)] == [here.people.get(number) for number in (1, 2, 3)]
    other.dispose()


def test_who_signs_up_by_themselves_is_new_or_known(work: Work) -> None:
    with work() as uow:
        uow.people.enrol([NOOR])
        uow.people.leave(1, NOON, LeaveReason.UNSUBSCRIBED)
        assert uow.own.enrol(MOVED, NOON) == (1, False)
        assert uow.own.enrol(replace(MOVED, email="bep@example.nl"), NOON) == (2, True)
        assert {uow.people.get(number).status for number in (1, 2)} == {ParticipantStatus.ACTIVE}


def test_a_code_is_tried_five_times_and_used_once(work: Work) -> None:
    with work() as uow:
        uow.people.enrol([NOOR])
        uow.own.add_code(1, "right", NOON)

        def tries(digest: str) -> bool:
            return uow.own.try_code(1, digest, NOON - DAY, 5, NOON)

        assert [tries("wrong"), tries("right"), tries("right")] == [False, True, False]
        uow.own.add_code(1, "second", NOON)
        assert [tries("right") for _ in range(5)] == [False] * 5
        assert not tries("second")
        uow.own.add_code(1, "third", NOON)
        assert not uow.own.try_code(1, "third", NOON, 5, NOON)  # too old
        assert uow.own.codes_since(1, [NOON - DAY, NOON]) == [3, 0]
