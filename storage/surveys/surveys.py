"""Surveys: four eyes, a random sample, and answers that no row ties to a person."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import SystemRandom
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, and_, delete, func, insert, select, update

from bot.domain.alerts.mailings import CAME_BACK, DeliveryState, of_survey
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import ReplyLabel
from bot.domain.surveys.surveys import (
    WENT_OUT,
    Answers,
    OpenQuestion,
    Survey,
    SurveyPlan,
    SurveyResults,
    SurveyStatus,
    with_answers,
)
from storage.dialects import add_once, insert_into
from storage.mailings.addressees import who_may_be_asked
from storage.mailings.ledger import is_about, plan_mailing
from storage.schema.mailings import deliveries, mailings
from storage.schema.participants import participants
from storage.schema.replies import replies
from storage.schema.surveys import survey_links_used, survey_words, surveys

_LOT = SystemRandom()
THEIR_MAILING = mailings.c.id == deliveries.c.mailing_id
_NOT_OUT = (DeliveryState.PLANNED, DeliveryState.REFUSED, DeliveryState.UNKNOWN, *CAME_BACK)


class StoredSurveys:
    """Requests for surveys, and what citizens answered: as counts, and as words without an author."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def eligible(self, since: datetime, asked_before: datetime) -> int:
        """How many got an alert from `since` on, take part still, and were not asked from `asked_before` on."""
        found = select(func.count()).select_from(participants).where(who_may_be_asked(since, asked_before))
        return self._db.execute(found).scalar_one()

    def add(self, form_key: str, plan: SurveyPlan, by: Colleague, at: datetime) -> int | None:
        """File a request; None where this form was filed before, or another request waits."""
        row = {
            **{"form_key": form_key, "status": SurveyStatus.REQUESTED, "version": 1, "requested_at": at},
            **{"people": plan.people, "since": plan.since, "closes_on": plan.closes_on, "remark": plan.remark},
            **{"requester_id": by.id, "requester_name": by.name, "answered": 0, "counts": {}},
        }
        once = insert_into(self._db, surveys).values(**row).on_conflict_do_nothing().returning(surveys.c.id)
        return self._db.execute(once).scalar_one_or_none()

    def get(self, survey_id: int) -> Survey:
        return _survey_of(self._db.execute(select(surveys).where(surveys.c.id == survey_id)).one())

    def find(self, survey_id: int) -> Survey | None:
        """A survey that went out; None where there is none of this number."""
        found = select(surveys).where(surveys.c.id == survey_id, surveys.c.status.in_(WENT_OUT))
        row = self._db.execute(found).one_or_none()
        return _survey_of(row) if row else None

    def newest(self, *statuses: SurveyStatus) -> Survey | None:
        """The newest of those in these statuses; of all where none is named."""
        found = select(surveys).where(surveys.c.status.in_(statuses or tuple(SurveyStatus)))
        row = self._db.execute(found.order_by(surveys.c.id.desc()).limit(1)).one_or_none()
        return _survey_of(row) if row else None

    def move(self, survey: Survey, to: SurveyStatus, by: Colleague, reason: str = "") -> bool:
        """Compare and set on status and version; False where somebody was first. Approving makes them the approver."""
        as_seen = and_(
            surveys.c.id == survey.id, surveys.c.status == survey.status, surveys.c.version == survey.version
        )
        approver = by if to is SurveyStatus.APPROVED else None
        values = {
            **{"status": to, "version": survey.version + 1, "decided_by_name": by.name, "decided_reason": reason},
            **{"approver_id": approver and approver.id, "approver_name": approver and approver.name},
        }
        return self._db.execute(update(surveys).where(as_seen).values(**values)).rowcount == 1

    def mark_sent(self, survey_id: int, at: datetime) -> bool:
        """All its mails left; marked once."""
        going = and_(surveys.c.id == survey_id, surveys.c.status == SurveyStatus.APPROVED)
        sent = update(surveys).where(going).values(status=SurveyStatus.SENT, sent_at=at)
        return self._db.execute(sent).rowcount == 1

    def plan(
        self, survey: Survey, since: datetime, asked_before: datetime, batch_size: int, at: datetime, hold: timedelta
    ) -> int:
        """Draw whom to ask, each with the same chance, and write the ledger; the number of people."""
        found = select(participants.c.id).where(who_may_be_asked(since, asked_before))
        eligible = list(self._db.execute(found).scalars())
        drawn = _LOT.sample(eligible, min(survey.plan.people, len(eligible)))
        mailing = {"survey_id": survey.id, "total": len(drawn), "planned_at": at}
        return plan_mailing(self._db, mailing, participants.c.id.in_(drawn), batch_size, hold)

    def of_delivery(self, delivery_id: int) -> Survey | None:
        """The survey that this mail asked for; None for any other mail."""
        found = select(surveys).join(mailings, mailings.c.survey_id == surveys.c.id).join(deliveries, THEIR_MAILING)
        row = self._db.execute(found.where(deliveries.c.id == delivery_id)).one_or_none()
        return _survey_of(row) if row else None

    def is_used(self, delivery_id: int) -> bool:
        """Whether somebody answered by the link of this mail."""
        found = select(survey_links_used.c.delivery_id).where(survey_links_used.c.delivery_id == delivery_id)
        return self._db.execute(found).first() is not None

    def replied(self, delivery_id: int, since: datetime) -> bool:
        """Whether to whom this mail went sent a reply from `since` on, to any mail of ours."""
        mine = select(deliveries.c.participant_id).where(deliveries.c.id == delivery_id).scalar_subquery()
        of = select(replies.c.id).join(deliveries, deliveries.c.id == replies.c.delivery_id)
        found = of.where(deliveries.c.participant_id == mine, replies.c.received_at >= since)
        return self._db.execute(found.where(replies.c.label == ReplyLabel.REPLY).limit(1)).first() is not None

    def answer(self, survey: Survey, delivery_id: int, answers: Answers) -> bool:
        """Use the link up and count the answers, with nothing between the two; False where it was used before.

        A form as a whole is never kept. PostgreSQL stamps each row with its transaction, and both databases keep rows
        as they came: so all counts are one row, and all words are written anew, shuffled, with each form that comes in.
        """
        counted = select(surveys.c.counts).where(surveys.c.id == survey.id).with_for_update()
        counts = self._db.execute(counted).scalar_one()  # locked: two forms at once would lose one
        if not add_once(self._db, survey_links_used, {"delivery_id": delivery_id}):
            return False
        values = {"counts": with_answers(counts, answers), "answered": surveys.c.answered + 1}
        self._db.execute(update(surveys).where(surveys.c.id == survey.id).values(**values))
        self._shuffle_in(survey.id, answers)
        return True

    def _shuffle_in(self, survey_id: int, answers: Answers) -> None:
        mine = survey_words.c.survey_id == survey_id
        taken = delete(survey_words).where(mine).returning(survey_words.c.question, survey_words.c.words)
        all_words = [(row.question, row.words) for row in self._db.execute(taken)]
        all_words += [(str(question), words) for question, words in answers.words.items() if words]
        _LOT.shuffle(all_words)
        if all_words:
            rows = [
                {"id": uuid4().hex, "survey_id": survey_id, "question": question, "words": words}
                for question, words in all_words
            ]
            self._db.execute(insert(survey_words), rows)

    def results(self, survey_id: int, today: date) -> SurveyResults:
        """What came of it so far."""
        columns = surveys.c.answered, surveys.c.counts, surveys.c.closes_on
        row = self._db.execute(select(*columns).where(surveys.c.id == survey_id)).one()
        out = select(func.count()).select_from(deliveries).join(mailings, THEIR_MAILING)
        asked = self._db.execute(out.where(is_about(of_survey(survey_id)), deliveries.c.state.not_in(_NOT_OUT)))
        words = self._db.execute(select(func.count()).where(survey_words.c.survey_id == survey_id))
        # Who answered was asked, also where the provider's answer was lost or a report came late.
        out_there, is_open = max(asked.scalar_one(), row.answered), today <= row.closes_on
        return SurveyResults(out_there, row.answered, row.counts, words.scalar_one(), is_open)

    def words(self, survey_id: int, question: OpenQuestion) -> Sequence[str]:
        """The answers to an open question, in an order that says nothing."""
        of = and_(survey_words.c.survey_id == survey_id, survey_words.c.question == question)
        return list(self._db.execute(select(survey_words.c.words).where(of).order_by(survey_words.c.id)).scalars())

    def picture(self, survey_id: int) -> str:
        """The uploaded picture of its results, empty where there is none."""
        found = select(surveys.c.picture_file_id).where(surveys.c.id == survey_id)
        return self._db.execute(found).scalar_one() or ""

    def set_picture(self, survey_id: int, file_id: str) -> None:
        self._db.execute(update(surveys).where(surveys.c.id == survey_id).values(picture_file_id=file_id))

    def over(self, today: date) -> list[int]:
        """Surveys that went out and are closed, whose results were not owed to the channel yet."""
        closed = and_(surveys.c.status.in_(WENT_OUT), surveys.c.closes_on < today, surveys.c.results_at.is_(None))
        return list(self._db.execute(select(surveys.c.id).where(closed).order_by(surveys.c.id)).scalars())

    def sent(self, start: datetime, end: datetime) -> list[int]:
        """Surveys whose mails left then, the oldest first."""
        then = and_(surveys.c.sent_at >= start, surveys.c.sent_at < end)
        return list(self._db.execute(select(surveys.c.id).where(then).order_by(surveys.c.sent_at)).scalars())

    def mark_told(self, survey_id: int, at: datetime) -> bool:
        """Mark that its results were owed to the channel, once."""
        untold = and_(surveys.c.id == survey_id, surveys.c.results_at.is_(None))
        return self._db.execute(update(surveys).where(untold).values(results_at=at)).rowcount == 1

    def erase_words(self, closed_before: date, at: datetime) -> list[int]:
        """Take out the open answers of surveys that closed before this day; the surveys that had not been erased."""
        due = and_(surveys.c.closes_on < closed_before, surveys.c.status.in_(WENT_OUT), surveys.c.erased_at.is_(None))
        erased = update(surveys).where(due).values(erased_at=at).returning(surveys.c.id)
        ids = sorted(self._db.execute(erased).scalars())
        self._db.execute(delete(survey_words).where(survey_words.c.survey_id.in_(ids)))
        return ids

    def first_mail(self) -> datetime | None:
        """When the first alert of all was mailed."""
        found = select(func.min(mailings.c.planned_at)).where(mailings.c.alert_id.is_not(None))
        return self._db.execute(found).scalar_one_or_none()


def _survey_of(row: Row[Any]) -> Survey:
    return Survey(
        id=row.id,
        status=SurveyStatus(row.status),
        version=row.version,
        plan=SurveyPlan(row.people, row.since, row.closes_on, row.remark),
        requester_id=row.requester_id,
        requester_name=row.requester_name,
        approver_name=row.approver_name or "",
        decided_by_name=row.decided_by_name or "",
        decided_reason=row.decided_reason or "",
    )
