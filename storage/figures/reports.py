"""What the figures are made of, a query a kind of record; and the reports that are posted."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select, and_, func, or_, select, update

from bot.domain.alerts.alerts import AlertKind, CaseResult
from bot.domain.alerts.mailings import CAME_BACK, DeliveryState
from bot.domain.alerts.offences import Offence, OwnOffence
from bot.domain.figures.counted import AlertClock, SentAlert, ValidReply
from bot.domain.leads.leads import USABLE_RESULTS
from bot.domain.participants.people import LeaveReason
from bot.domain.replies.images.offered import Images
from bot.domain.replies.replies import LetterKind, LetterStatus, Rating, ReplyKind, ReplyLabel
from bot.records.figures import PostedReport
from storage.dialects import add_once
from storage.offences import StoredOffences
from storage.schema.alerts import alerts
from storage.schema.day_monitor import incidents
from storage.schema.figures import reports
from storage.schema.leads import leads
from storage.schema.letters import letters
from storage.schema.mailings import deliveries, mailings
from storage.schema.privacy import audit
from storage.schema.replies import replies

NOT_OUT = (DeliveryState.PLANNED, DeliveryState.REFUSED, DeliveryState.UNKNOWN)
GIVEN = (LetterStatus.SENT, LetterStatus.SPOKEN)
CLOCK = (
    *(alerts.c.reference, alerts.c.offence, alerts.c.window_end, alerts.c.opened_at, alerts.c.requested_at),
    *(alerts.c.approved_at, alerts.c.sent_at),
    select(func.min(incidents.c.reported_at))
    .where(incidents.c.alert_id == alerts.c.id)
    .correlate(alerts)
    .scalar_subquery()
    .label("reported_at"),
)


_NUMBERED = select(
    replies.c.id, func.row_number().over(partition_by=replies.c.alert_id, order_by=replies.c.id).label("number")
).where(replies.c.label == ReplyLabel.REPLY)
"""As `reply_number` counts them, of all at once."""


_TIPS = alerts.alias("tips")
_OF_TIPS = (
    select(deliveries.c.id)
    .join(mailings, mailings.c.id == deliveries.c.mailing_id)
    .join(_TIPS, _TIPS.c.id == mailings.c.alert_id)
    .where(_TIPS.c.kind == AlertKind.PREVENTIVE)
)
"""The mails with tips."""
_OF_ALERT = and_(
    replies.c.label == ReplyLabel.REPLY, or_(replies.c.delivery_id.is_(None), replies.c.delivery_id.not_in(_OF_TIPS))
)


class StoredReports:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def alerts_sent(self, start: datetime, end: datetime) -> list[SentAlert]:
        """Alerts sent from `start` on and before `end`, oldest first; not one of which all mails were refused."""
        these = sent(AlertKind.ALERT, start, end)
        mails, replied, led = self._mails(these), self._replied(these), self._led(these)
        people = (alerts.c.requester_id, alerts.c.requester_name, alerts.c.approver_id, alerts.c.approver_name)
        found = (
            select(alerts.c.id, *CLOCK, *people, alerts.c.result).where(these).order_by(alerts.c.sent_at, alerts.c.id)
        )
        rows, own = self._db.execute(found).all(), StoredOffences(self._db).every()
        return [
            _alert_of(row, own, mails[row.id], (replied.get(row.id, 0), led.get(row.id, 0)))
            for row in rows
            if _went_out(mails[row.id])
        ]

    def _mails(self, these: ColumnElement[bool]) -> Mapping[int, Counter[str]]:
        """By alert, how many of its mails are in which state."""
        found = (
            select(mailings.c.alert_id, deliveries.c.state, func.count().label("mails"))
            .join(deliveries, deliveries.c.mailing_id == mailings.c.id)
            .join(alerts, alerts.c.id == mailings.c.alert_id)
            .where(these)
            .group_by(mailings.c.alert_id, deliveries.c.state)
        )
        mails: defaultdict[int, Counter[str]] = defaultdict(Counter)
        for row in self._db.execute(found):
            mails[row.alert_id][row.state] = row.mails
        return mails

    def _replied(self, these: ColumnElement[bool]) -> Mapping[int, int]:
        """By alert, how many valid replies it has, whenever they came; what answers a preventive mail is none."""
        return self._by_alert(select(replies.c.alert_id, func.count().label("n")).where(these, _OF_ALERT))

    def _led(self, these: ColumnElement[bool]) -> Mapping[int, int]:
        """By alert, how many of these became a lead that the burglary team can use, in whichever case."""
        usable = and_(leads.c.reply_id == replies.c.id, leads.c.result.in_(sorted(USABLE_RESULTS)))
        counted = select(replies.c.alert_id, func.count().label("n")).where(these, _OF_ALERT)
        return self._by_alert(counted.join(leads, usable))

    def _by_alert(self, counted: Select[Any]) -> Mapping[int, int]:
        found = counted.join(alerts, alerts.c.id == replies.c.alert_id).group_by(replies.c.alert_id)
        return {row.alert_id: row.n for row in self._db.execute(found)}

    def outcome_mails(self, start: datetime, end: datetime) -> int:
        """Mails of outcomes that were sent then."""
        return sum(map(_out, self._mails(sent(AlertKind.OUTCOME, start, end)).values()))

    def replies_received(self, start: datetime, end: datetime) -> list[ValidReply]:
        """Citizens' replies that came in from `start` on and before `end`, oldest first."""
        columns = (
            *(replies.c.id, replies.c.kind, replies.c.received_at, replies.c.rating, replies.c.settled_at),
            *(replies.c.may_acknowledge, replies.c.opened_at),
            *(replies.c.images, replies.c.images_in_at, replies.c.images_until),
        )
        numbers = _NUMBERED.subquery()
        found = (
            select(
                *columns,
                *(alerts.c.reference, numbers.c.number),
                _has_address().label("has_address"),
                _is_acknowledged().label("acknowledged"),
                _is_answered().label("answered"),
                _first_answer().label("answer_at"),
                replies.c.delivery_id.in_(_OF_TIPS).label("of_tips"),
            )
            .outerjoin(alerts, alerts.c.id == replies.c.alert_id)
            .join(numbers, numbers.c.id == replies.c.id)
            .where(replies.c.label == ReplyLabel.REPLY, replies.c.received_at >= start, replies.c.received_at < end)
            .order_by(replies.c.received_at, replies.c.id)
        )
        return [_reply_of(row) for row in self._db.execute(found)]

    def left(self, start: datetime, end: datetime) -> Mapping[LeaveReason, int]:
        """Participants who left then, by reason; by the trail, which also knows those who came back since."""
        found = select(audit.c.details).where(audit.c.what == "left", audit.c.at >= start, audit.c.at < end)
        return Counter(LeaveReason(details["reason"]) for details in self._db.execute(found).scalars())

    def clock(self, reference: str) -> AlertClock | None:
        """When what happened to an alert; None where there is none."""
        named = and_(alerts.c.reference == reference, alerts.c.kind == AlertKind.ALERT)
        row = self._db.execute(select(*CLOCK).where(named)).one_or_none()
        return _clock_of(row, StoredOffences(self._db).every()) if row else None

    def ask(self, period: str, occasion: str, by_name: str, at: datetime) -> tuple[int, bool]:
        """The id of the report for this occasion, and whether it is a new one."""
        row = {"period": period, "occasion": occasion, "by_name": by_name, "asked_at": at}
        is_new = add_once(self._db, reports, row)
        found = select(reports.c.id).where(reports.c.period == period, reports.c.occasion == occasion)
        return self._db.execute(found).scalar_one(), is_new

    def get(self, report_id: int) -> PostedReport:
        row = self._db.execute(select(reports).where(reports.c.id == report_id)).one()
        return PostedReport(row.id, row.period, row.by_name, row.picture_file_id or "")

    def set_picture(self, report_id: int, file_id: str) -> None:
        self._db.execute(update(reports).where(reports.c.id == report_id).values(picture_file_id=file_id))

    def owe_files(self, report_id: int, at: datetime, *, for_leader: bool = False) -> bool:
        """Once in either channel; False where its files were asked for there before."""
        asked = reports.c.leader_files_at if for_leader else reports.c.files_at
        first = and_(reports.c.id == report_id, asked.is_(None))
        return self._db.execute(update(reports).where(first).values({asked: at})).rowcount == 1


def sent(kind: AlertKind, start: datetime, end: datetime) -> ColumnElement[bool]:
    return and_(alerts.c.kind == kind, alerts.c.sent_at >= start, alerts.c.sent_at < end)


def _out(mails: Counter[str]) -> int:
    """How many of them were sent."""
    return mails.total() - sum(mails[state] for state in NOT_OUT)


def _went_out(mails: Counter[str]) -> bool:
    """Whether anybody may have got it."""
    return _out(mails) + mails[DeliveryState.UNKNOWN] > 0


def _has_address() -> ColumnElement[bool]:
    """An erased reply has none any more; all but phone calls had one."""
    erased = and_(replies.c.erased_at.is_not(None), replies.c.kind != ReplyKind.PHONE)
    return or_(replies.c.from_address != "", erased)


def _is_acknowledged() -> ColumnElement[bool]:
    """By an acknowledgement of this reply, or of another from the same address about the same alert: one is enough.

    What was erased tells no address any more; then the mail that both answer counts.
    """
    others = replies.alias("others")
    given = and_(letters.c.kind == LetterKind.ACKNOWLEDGEMENT, letters.c.status.in_(GIVEN))
    own = select(letters.c.id).where(given, letters.c.reply_id == replies.c.id).correlate(replies)
    theirs = select(letters.c.id).join(others, others.c.id == letters.c.reply_id)
    same = and_(
        others.c.alert_id == replies.c.alert_id,
        others.c.delivery_id.in_(_to_the_same_person()),
        replies.c.from_address != "",
        func.lower(others.c.from_address) == func.lower(replies.c.from_address),
    )
    erased = or_(replies.c.erased_at.is_not(None), others.c.erased_at.is_not(None))
    same_mail = and_(others.c.delivery_id == replies.c.delivery_id, erased)
    return or_(own.exists(), theirs.where(given, or_(same, same_mail)).correlate(replies).exists())


def _to_the_same_person() -> Any:
    """The mail that a reply answers, and others to that participant: how it ended, for one."""
    answered = deliveries.alias("answered")
    theirs = select(answered.c.participant_id).where(answered.c.id == replies.c.delivery_id).correlate(replies)
    return select(deliveries.c.id).where(deliveries.c.participant_id == theirs.scalar_subquery())


def _is_answered() -> ColumnElement[bool]:
    """The newest answer was given, and nothing came after it that wants another."""
    answer = and_(letters.c.kind == LetterKind.ANSWER, letters.c.reply_id == replies.c.id)
    newest = select(letters.c.status).where(answer).order_by(letters.c.id.desc()).limit(1).correlate(replies)
    reopened = and_(replies.c.reopened_at.is_not(None), replies.c.reopened_at > replies.c.answered_at)
    return and_(func.coalesce(newest.scalar_subquery(), "").in_(GIVEN), ~func.coalesce(reopened, False))


def _first_answer() -> ScalarSelect[Any]:
    """When it was given: as its letter left, or was spoken."""
    given = and_(letters.c.kind == LetterKind.ANSWER, letters.c.status.in_(GIVEN), letters.c.reply_id == replies.c.id)
    return select(func.min(letters.c.status_at)).where(given).correlate(replies).scalar_subquery()


def _clock_of(row: Any, own: Mapping[str, OwnOffence]) -> AlertClock:
    moments = (row.window_end, row.opened_at, row.requested_at, row.approved_at, row.sent_at, row.reported_at)
    return AlertClock(row.reference, own.get(row.offence) or Offence(row.offence), *moments)


def _alert_of(row: Any, own: Mapping[str, OwnOffence], mails: Counter[str], brought: tuple[int, int]) -> SentAlert:
    """`brought`: replies, and usable leads."""
    people = (row.requester_id, row.requester_name, row.approver_id, row.approver_name)
    came_back = sum(mails[state] for state in CAME_BACK)
    complaints = mails[DeliveryState.SPAMREPORT]
    result = CaseResult(row.result) if row.result else None
    return SentAlert(_clock_of(row, own), row.sent_at, *people, _out(mails), came_back, complaints, *brought, result)


def _reply_of(row: Any) -> ValidReply:
    return ValidReply(
        id=row.id,
        reference=row.reference or "",
        kind=ReplyKind(row.kind),
        received_at=row.received_at,
        rating=Rating(row.rating) if row.rating else None,
        has_address=bool(row.has_address),
        acknowledged=bool(row.acknowledged),
        answered=bool(row.answered),
        handled_at=row.settled_at,
        may_be_acknowledged=bool(row.may_acknowledge),
        opened_at=row.opened_at,
        answer_at=row.answer_at,
        images=Images(row.images) if row.images else None,
        images_in_at=row.images_in_at,
        images_until=row.images_until,
        number=row.number,
        of_tips=bool(row.of_tips),
    )
