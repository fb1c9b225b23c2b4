"""Two at once about the mail of two: nothing is filed that it does not hold, and nobody sends what they asked for."""

from dataclasses import replace
from uuid import uuid4

from bot.clock import Clock
from bot.domain.alerts.alert_errors import DraftGone, TextChanged
from bot.domain.alerts.alerts import Alert, AlertStatus, Draft
from bot.domain.errors import AlreadyDone, SomebodyWasFirst
from bot.domain.participants.people import Colleague
from bot.mail.sending.composing import TemplateComposer
from bot.workflow.alerts.repeats.joining import Joining
from bot.workflow.letters.guarding import Guard
from tests.domain.samples import ANNA, BRAM, CONTENT, NOON
from tests.storage.things import Work, enrolled
from tests.workflow.alerts.samples import FLOOR, GUARDS, approving, drafted, requesting
from tests.workflow.at_once import at_once


def waits(work: Work) -> Alert:
    enrolled(work, 3)
    return requesting(work).file(drafted(work, ANNA), ANNA)


def beside(work: Work, number: int = 9, by: Colleague = BRAM) -> Draft:
    """A form about another burglary, 100 m from it."""
    content = replace(CONTENT, x=CONTENT.x + 100, bvh_number=f"2026-00000{number}")
    draft = Draft(uuid4().hex, by.id, content, NOON)
    with work() as uow:
        uow.drafts.save(draft)
    return draft


def both(work: Work, draft: Draft, by: Colleague = BRAM) -> str:
    """The form of the mail of two."""
    composer = TemplateComposer("Amersfoort", "nl", "https://bm.example.nl")
    return Joining(work, composer, GUARDS, Guard()).preview(draft.id, by)[1].draft_id


def chooses(work: Work, draft: Draft) -> None:
    """Another area, on the map."""
    with work() as uow:
        found = uow.drafts.get(draft.id)
        if found:
            uow.drafts.save(replace(found, content=replace(found.content, radius_m=1000), on_map=True))


def filed(work: Work) -> list[tuple[int, AlertStatus, int | None]]:
    with work() as uow:
        found = [uow.alerts.by_reference(f"BM-{Clock().now().year}-000{number}") for number in (1, 2, 3)]
    return [(alert.content.radius_m, alert.status, alert.with_id) for alert in found if alert]


def test_an_area_that_is_chosen_while_the_mail_of_two_is_filed(work: Work) -> None:
    waits(work)
    draft = beside(work)
    form = both(work, draft)
    told = at_once(
        work, lambda work: chooses(work, draft), lambda work: approving(work).amend(form, BRAM, and_send=False)
    )
    assert told == [DraftGone]
    assert len(filed(work)) == 1
    form = both(work, draft)
    at_once(work, lambda work: approving(work).amend(form, BRAM, and_send=False), lambda work: chooses(work, draft))
    assert filed(work)[1] == (1000, AlertStatus.JOINED, 1)
    with work() as uow:
        assert uow.drafts.get(draft.id) is None


def test_two_who_put_theirs_into_one_mail_at_once(work: Work) -> None:
    waits(work)
    forms = both(work, beside(work)), both(work, beside(work, 8, FLOOR), FLOOR)
    told = at_once(
        work,
        lambda work: approving(work).amend(forms[0], BRAM, and_send=False),
        lambda work: approving(work).amend(forms[1], FLOOR, and_send=False),
    )
    assert told in ([TextChanged], [SomebodyWasFirst], [AlreadyDone])
    assert [status for _, status, _ in filed(work)] == [AlertStatus.REQUESTED, AlertStatus.JOINED]


def test_a_mail_that_is_approved_while_another_is_put_into_it(work: Work) -> None:
    main = waits(work)
    form = both(work, beside(work))
    told = at_once(
        work,
        lambda work: approving(work).amend(form, BRAM, and_send=False),
        lambda work: approving(work).approve(main.id, main.version, FLOOR),
    )
    assert told in ([TextChanged], [SomebodyWasFirst], [AlreadyDone])
    assert [status for _, status, _ in filed(work)] == [AlertStatus.REQUESTED, AlertStatus.JOINED]


def test_a_mail_that_is_withdrawn_while_another_is_put_into_it(work: Work) -> None:
    main = waits(work)
    form = both(work, beside(work))
    told = at_once(
        work,
        lambda work: approving(work).withdraw(main.id, main.version, ANNA),
        lambda work: approving(work).amend(form, BRAM, and_send=False),
        looks=1,
    )
    assert told in ([TextChanged], [SomebodyWasFirst], [AlreadyDone])
    assert [status for _, status, _ in filed(work)] == [AlertStatus.WITHDRAWN]


def test_a_mail_that_is_withdrawn_while_it_is_changed_to_leave_the_other_out(work: Work) -> None:
    """Whoever is first: the other waits for itself, once."""
    main = waits(work)
    approving(work).amend(both(work, beside(work)), BRAM, and_send=False)
    with work() as uow:
        main = uow.alerts.get(main.id)
        small = Draft(uuid4().hex, ANNA.id, replace(main.content, x=CONTENT.x + 900), NOON, main.id, main.version)
        uow.drafts.save(small)
    told = at_once(
        work,
        lambda work: approving(work).amend(small.id, ANNA, and_send=False),
        lambda work: approving(work).withdraw(main.id, main.version, ANNA),
    )
    assert len(told) == 1
    assert [(status, with_id) for _, status, with_id in filed(work)] == [(AlertStatus.REQUESTED, None)] * 2
