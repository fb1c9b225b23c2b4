"""Two at once who file, close or stop: one does, and no button that was drawn before does more."""

from bot.clock import Clock
from bot.domain.alerts.alert_errors import DraftGone, OutcomeUnderWay, TextChanged
from bot.domain.alerts.alerts import AlertStatus, CaseResult
from bot.domain.alerts.mailings import of_alert
from bot.domain.errors import SomebodyWasFirst
from bot.domain.participants.people import Colleague
from bot.workflow.alerts.closing import Closing
from tests.domain.samples import ANNA, BRAM, NOON
from tests.storage.things import Work, approved
from tests.workflow.alerts.samples import FLOOR, approving, drafted, requesting
from tests.workflow.at_once import at_once, told_by


def test_two_who_close_at_once_close_once(work: Work) -> None:
    alert = approved(work)
    with work() as uow:
        assert uow.alerts.mark_sent(alert.id, NOON)
        assert not uow.alerts.mark_sent(alert.id, NOON)

    def close(work: Work, by: Colleague, result: CaseResult) -> None:
        Closing(work, Clock()).close(alert.id, alert.version, result, "", by)

    told = at_once(
        work,
        lambda work: close(work, BRAM, CaseResult.ARRESTED),
        lambda work: close(work, FLOOR, CaseResult.NO_CRIME),
    )
    assert told == [SomebodyWasFirst]
    with work() as uow:
        assert uow.alerts.get(alert.id).result is CaseResult.ARRESTED


def test_a_form_that_is_sent_twice_at_once_is_one_request(work: Work) -> None:
    draft = drafted(work, ANNA)
    file = lambda work: requesting(work).file(draft, ANNA)  # noqa: E731
    assert at_once(work, file, file) == [DraftGone]
    with work() as uow:
        assert uow.alerts.by_reference(f"BM-{Clock().now().year}-0001")
        assert uow.alerts.by_reference(f"BM-{Clock().now().year}-0002") is None


def test_two_requests_at_once_have_two_numbers(work: Work) -> None:
    drafts = drafted(work, ANNA), drafted(work, BRAM)
    told = at_once(
        work,
        lambda work: requesting(work).file(drafts[0], ANNA),
        lambda work: requesting(work).file(drafts[1], BRAM),
    )
    assert told == []
    with work() as uow:
        numbers = [uow.alerts.get(number).reference[-4:] for number in (1, 2)]
    assert sorted(numbers) == ["0001", "0002"]


def test_two_outcome_mails_of_one_alert_at_once_are_one(work: Work) -> None:
    alert = approved(work)
    drafts = drafted(work, ANNA, about=alert.id), drafted(work, BRAM, about=alert.id)
    told = at_once(
        work,
        lambda work: requesting(work).file(drafts[0], ANNA),
        lambda work: requesting(work).file(drafts[1], BRAM),
    )
    assert told == [OutcomeUnderWay]


def test_a_stopped_mail_is_not_approved_by_the_button_that_was_drawn_before(work: Work) -> None:
    """Stopping and approving again at once: the button carries the version that was seen."""
    alert = approved(work)
    told = at_once(
        work,
        lambda work: approving(work).stop(alert.id, alert.version, BRAM),
        lambda work: approving(work).approve(alert.id, alert.version, FLOOR),
    )
    assert len(told) == 1
    with work() as uow:
        assert uow.alerts.get(alert.id).status is AlertStatus.REQUESTED
        assert uow.mailings.progress(of_alert(alert.id)) is None


def test_nor_is_it_stopped_once_more_by_the_button_that_was_drawn_before(work: Work) -> None:
    """It was stopped and approved anew: that approval is another."""
    alert = approved(work)
    approving(work).stop(alert.id, alert.version, BRAM)
    approving(work).approve(alert.id, alert.version + 1, FLOOR)
    assert told_by(lambda: approving(work).stop(alert.id, alert.version, BRAM)) == [TextChanged]
    with work() as uow:
        assert uow.alerts.get(alert.id).status is AlertStatus.APPROVED
        assert uow.mailings.progress(of_alert(alert.id))
