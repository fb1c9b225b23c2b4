"""What waits, by kind: every open reply is one thing that waits, and the rules of the domain say which."""

from datetime import timedelta
from itertools import cycle, product

from sqlalchemy import Engine, insert, update

from bot.domain.desk.deadlines import ReminderStep, WaitKind
from bot.domain.leads.leads import LeadResult
from bot.domain.replies.images.offered import Images
from bot.domain.replies.images.owed import owes_only_images
from bot.domain.replies.replies import UNDELIVERED, Duty, LetterKind, LetterStatus, Rating, Reply, duties, is_reopened
from bot.domain.surveys.surveys import survey_reference
from bot.workflow.handling import reply_changed
from storage.schema.mailings import batches, mailings
from storage.schema.replies import replies
from storage.schema.surveys import surveys
from tests.domain.samples import NOON
from tests.storage.things import CARLA, DAAN, LATER, LETTER, Work, approved, filed, replied

SOON = NOON + timedelta(hours=1)
BEFORE = dict.fromkeys(WaitKind, NOON + timedelta(days=1))


def waiting(work: Work) -> list[tuple[WaitKind, int]]:
    with work() as uow:
        return [(one.kind, one.id) for one in uow.lateness.waiting(BEFORE)]


def expected(reply: Reply) -> set[WaitKind]:
    owed = duties(reply)
    images = {WaitKind.IMAGES} if Duty.FETCH_IMAGES in owed else set()
    if not owed or owes_only_images(reply):
        return images
    failed = bool(UNDELIVERED & {reply.answer_status, reply.acknowledgement_status})
    unheard = Duty.ANSWER in duties(reply) and not is_reopened(reply) and (reply.rating or failed)
    return {WaitKind.CITIZEN if unheard else WaitKind.REPLY} | images


def test_every_open_reply_waits_as_what_the_domain_has_it(engine: Engine, work: Work) -> None:
    alert, made = filed(work), []
    answered = (None, LetterStatus.WAITING, LetterStatus.SENT, *UNDELIVERED)
    moments = ((None, None), (SOON, None), (SOON, LATER), (LATER, SOON))  # wrote on, was answered
    images = cycle((None, *Images))
    for rating, status, acknowledged, (reopened, gave) in product(
        (None, Rating.NOT_RELEVANT, Rating.RELEVANT_ELSEWHERE), answered, (None, *UNDELIVERED), moments
    ):
        reply = replied(work, alert.id)
        made.append(reply.id)
        with work() as uow:
            for kind, its in ((LetterKind.ACKNOWLEDGEMENT, acknowledged), (LetterKind.ANSWER, status)):
                if its:
                    uow.letters.add(kind, reply.id, LETTER, NOON, its)
            if rating:
                uow.replies.rate(reply.id, rating, CARLA, NOON)
        values = {"reopened_at": reopened, "answered_at": gave, "images": next(images), "images_until": NOON}
        with engine.begin() as connection:
            connection.execute(update(replies).where(replies.c.id == reply.id).values(**values))
        with work() as uow:
            reply_changed(uow, reply.id, NOON)
    found = waiting(work)
    with work() as uow:
        wanted = {reply_id: expected(uow.replies.get(reply_id)) for reply_id in made}
    kinds = {WaitKind.REPLY, WaitKind.CITIZEN, WaitKind.IMAGES}
    alone = {WaitKind.IMAGES}
    assert set(map(frozenset, wanted.values())) == {frozenset(), frozenset(alone)} | {
        frozenset({kind} | images) for kind in kinds - alone for images in (set(), alone)
    }
    got = [(kind, reply_id) for kind, reply_id in found if kind in kinds]
    assert sorted(got) == sorted((kind, reply_id) for reply_id, its in wanted.items() for kind in its)


def test_a_batch_waits_from_when_people_were_asked_until_they_decided(engine: Engine, work: Work) -> None:
    approved(work)
    states = (("unknown", None, None, 0), ("unknown", NOON, None, 1), ("unknown", NOON, "leave", 0))
    for status, asked, decision, count in (*states, ("planned", NOON, "send_again", 0)):
        with engine.begin() as connection:
            connection.execute(update(batches).values(status=status, asked_at=asked, decision=decision))
        assert [kind for kind, _id in waiting(work)].count(WaitKind.BATCH) == count


def test_when_it_waits_anew_the_reminders_of_before_do_not_count(engine: Engine, work: Work) -> None:
    reply = replied(work, filed(work).id)
    with work() as uow:
        first = next(one for one in uow.lateness.waiting(BEFORE) if one.kind is WaitKind.REPLY)
        assert uow.reminders.mark(first.subject, ReminderStep.THREAD, NOON)
        assert not uow.reminders.mark(first.subject, ReminderStep.THREAD, LATER)
        [again] = [one for one in uow.lateness.waiting(BEFORE) if one.kind is WaitKind.REPLY]
        assert again.reminded == {ReminderStep.THREAD: NOON}
    with engine.begin() as connection:
        connection.execute(update(replies).where(replies.c.id == reply.id).values(reopened_at=SOON))
    with work() as uow:
        [anew] = [one for one in uow.lateness.waiting(BEFORE) if one.kind is WaitKind.REPLY]
    assert (anew.since, anew.reminded) == (SOON, {})


def test_who_picked_a_lead_up_is_known_and_a_lead_without_an_alert_has_a_thread_too(work: Work) -> None:
    reply = replied(work)
    with work() as uow:
        lead = uow.leads.escalate(reply.id, CARLA, NOON)
        [open_] = [one for one in uow.lateness.waiting(BEFORE) if one.kind is WaitKind.LEAD]
        assert (open_.person_id, open_.thread_id) == ("", 0)
        assert uow.leads.set_result(lead, LeadResult.PICKED_UP, "", DAAN, NOON)
        [taken] = [one for one in uow.lateness.waiting(BEFORE) if one.kind is WaitKind.LEAD]
        assert taken.person_id == DAAN.id
        assert uow.leads.set_result(uow.leads.get(lead.id), LeadResult.USABLE, "", DAAN, NOON)
        assert not [one for one in uow.lateness.waiting(BEFORE) if one.kind is WaitKind.LEAD]


def test_a_batch_of_a_survey_waits_too_under_the_survey_s_own_name(engine: Engine, work: Work) -> None:
    with engine.begin() as connection:
        told = {"form_key": "x", "remark": "x", "requester_id": "UBRAM", "requester_name": "Bram"}
        days = {"since": NOON.date(), "closes_on": NOON.date(), "requested_at": NOON}
        numbers = {"version": 1, "people": 1, "answered": 0, "counts": {}}
        survey = (
            insert(surveys)
            .values(**told, **days, **numbers, status="sent", approver_id="UANNA", approver_name="Anna")
            .returning(surveys.c.id)
        )
        survey_id = connection.execute(survey).scalar_one()
        mailing = insert(mailings).values(survey_id=survey_id, total=1, planned_at=NOON).returning(mailings.c.id)
        mailing_id = connection.execute(mailing).scalar_one()
        state = {"status": "unknown", "attempts": 1, "due_at": NOON, "detail": "", "asked_at": NOON}
        connection.execute(insert(batches).values(mailing_id=mailing_id, **state))
    with work() as uow:
        [one] = uow.lateness.waiting(BEFORE)
        assert (one.kind, one.reference) == (WaitKind.BATCH, survey_reference(survey_id))
        assert uow.lateness.listed(BEFORE, 0).lines[0].headline == ""
