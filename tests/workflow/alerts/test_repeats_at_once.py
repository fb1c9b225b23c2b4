"""Two copies that see the same repeat at once propose once; of two preventive mails at once nobody gets both."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from bot.clock import Clock
from bot.domain.alerts.alerts import Alert, Draft
from bot.domain.alerts.endings import content_about
from bot.domain.alerts.repeats.repeat_errors import TipsRequested
from bot.domain.alerts.repeats.repeats import RepeatStatus
from bot.workflow.alerts.repeats.noticing import notice
from tests.domain.samples import ANNA, BRAM, CONTENT, NOON
from tests.storage.things import Work, enrolled
from tests.workflow.alerts.samples import FLOOR, approving, requesting
from tests.workflow.at_once import at_once


def burglary(work: Work, number: int, east: float = 0) -> Alert:
    """One of which a mail was approved."""
    content = replace(CONTENT, x=CONTENT.x + east, bvh_number=f"2026-00000{number}")
    with work() as uow:
        alert = uow.alerts.file(Draft(uuid4().hex, ANNA.id, content, NOON), ANNA, NOON)
        assert uow.alerts.approve(alert, BRAM, NOON)
        return uow.alerts.get(alert.id)


def noticed(work: Work, alert: Alert) -> None:
    """Its mail is out."""
    with work() as uow:
        assert uow.alerts.mark_sent(alert.id, NOON)
        notice(uow, uow.alerts.get(alert.id), NOON)


def proposed(work: Work, *alerts: Alert) -> list[int]:
    with work() as uow:
        return [*uow.repeats.open_among([alert.id for alert in alerts])]


def tips(work: Work, alert: Alert) -> str:
    """A form that was filled in."""
    content = content_about(alert.content, "Doe uw deur op slot.")
    draft = Draft(uuid4().hex, ANNA.id, content, NOON, about_id=alert.id, preventive=True)
    with work() as uow:
        uow.drafts.save(draft)
    return draft.id


def test_two_copies_that_notice_at_once_propose_once(work: Work) -> None:
    first, second = burglary(work, 1), burglary(work, 2, east=200)
    at_once(work, lambda work: noticed(work, first), lambda work: noticed(work, second))
    assert proposed(work, first, second) == [second.id]


def test_three_near_each_other_that_are_noticed_at_once_are_one_proposal(work: Work) -> None:
    three = [burglary(work, number, east=60 * number) for number in (1, 2, 3)]
    at_once(work, lambda work: noticed(work, three[1]), lambda work: noticed(work, three[2]))
    noticed(work, three[0])
    assert len(proposed(work, *three)) == 1


def test_two_who_ask_for_it_at_once_ask_once(work: Work) -> None:
    first, second = burglary(work, 1), burglary(work, 2)
    noticed(work, first)
    noticed(work, second)
    forms = tips(work, second), tips(work, second)
    told = at_once(
        work,
        lambda work: requesting(work).file(forms[0], ANNA),
        lambda work: requesting(work).file(forms[1], ANNA),
    )
    assert told == [TipsRequested]
    with work() as uow:
        assert uow.repeats.status(second.id)[0] is RepeatStatus.REQUESTED
    assert proposed(work, first, second) == []


def test_who_is_in_two_mails_that_are_approved_at_once_gets_one(work: Work) -> None:
    enrolled(work, 3)
    mails = []
    for number, east in ((1, 0), (3, 250)):
        noticed(work, burglary(work, number, east))
        last = burglary(work, number + 1, east)
        noticed(work, last)
        mails.append(requesting(work).file(tips(work, last), ANNA))
    at_once(
        work,
        lambda work: approving(work).approve(mails[0].id, 1, FLOOR),
        lambda work: approving(work).approve(mails[1].id, 1, BRAM),
    )
    at = Clock().now() + timedelta(hours=1)
    got: list[str] = []
    with work() as uow:
        while batch := uow.mailings.claim_batch(at, at + timedelta(minutes=1)):
            got += [person.email for person in uow.mailings.recipients(batch, at)]
    assert sorted(got) == [f"p{number}@example.nl" for number in range(3)]
