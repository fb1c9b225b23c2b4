from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, or_, select, update

from bot.clock import local
from bot.domain.alerts.alerts import (
    NEARBY_M,
    NEARBY_WINDOW,
    UNDER_WAY,
    Alert,
    AlertContent,
    AlertKind,
    AlertStatus,
    CaseResult,
    Draft,
)
from bot.domain.alerts.authorship import Authors
from bot.domain.alerts.mailings import of_alert
from bot.domain.guard.kept import Kept
from bot.domain.numbering import bvh_key, tidy_reference
from bot.domain.participants.people import Colleague
from bot.domain.participants.places import distance_m
from bot.records.alerts import AlertFacts, Overlap
from storage.alerts.joined import StoredJoined
from storage.alerts.numbers import NUMBERS
from storage.alerts.words import StoredWords
from storage.dialects import add_once
from storage.mailings.mailings import StoredMailings
from storage.rows import (
    content_columns,
    content_to_json,
    get_alert,
    kept_to_json,
)
from storage.schema.alerts import alert_versions, alerts, proposals, reference_numbers
from storage.schema.borders import THE_TEAM
from storage.schema.teams import teams

RANKS: Final = {AlertKind.OUTCOME: "A", AlertKind.PREVENTIVE: "P"}
"""What stands behind the alert's reference in that of a mail about it."""
OUR_PREFIX: Final = "BM"
_PREFIX: Final = select(teams.c.prefix).where(teams.c.id == THE_TEAM).scalar_subquery()


class StoredAlerts:
    def __init__(self, connection: Connection, now: datetime) -> None:
        self._db = connection
        self._now = now

    def file(self, draft: Draft, requester: Colleague, at: datetime) -> Alert:
        """A new alert with the next reference number of its year, or a mail about one with its alert's and a rank."""
        about_id = draft.about_id
        values = {
            "reference": self._reference_about(about_id, draft.kind)
            if about_id
            else self._next_reference(local(at).year),
            "kind": draft.kind,
            "about_id": about_id,
            "status": AlertStatus.REQUESTED,
            "version": 1,
            "keep_reason": "",
            "kept": kept_to_json(draft.kept),
            "requester_id": requester.id,
            "requester_name": requester.name,
            "content_by_id": requester.id,
            "content_by_name": requester.name,
            "opened_at": draft.opened_at,
            "requested_at": at,
        }
        alert_id = self._db.execute(
            insert(alerts).values(**_columns(draft.content), **values).returning(alerts.c.id)
        ).scalar_one()
        self._keep_version(alert_id, 1, draft.content, draft.kept, requester, at)
        return self.get(alert_id)

    def _next_reference(self, year: int) -> str:
        add_once(self._db, reference_numbers, {"year": year, "last": 0})  # two may both be the first of their year
        counted = (
            update(reference_numbers)
            .where(reference_numbers.c.year == year)
            .values(last=reference_numbers.c.last + 1)
            .returning(reference_numbers.c.last, _PREFIX)
        )
        last, prefix = self._db.execute(counted).one()
        return f"{prefix or OUR_PREFIX}-{year}-{last:04d}"

    def _reference_about(self, about_id: int, kind: AlertKind) -> str:
        these = and_(alerts.c.about_id == about_id, alerts.c.kind == kind)
        earlier = self._db.execute(select(func.count()).where(these)).scalar_one()
        return f"{self.get(about_id).reference}-{RANKS[kind]}{earlier + 1}"

    def under_way(self, alert_id: int, kind: AlertKind) -> str:
        """The reference of its mail of this kind that waits or is being sent; who asks is alone until they commit."""
        self._db.execute(select(alerts.c.id).where(alerts.c.id == alert_id).with_for_update())
        open_ones = and_(alerts.c.about_id == alert_id, alerts.c.kind == kind, alerts.c.status.in_(UNDER_WAY))
        return self._db.execute(select(alerts.c.reference).where(open_ones)).scalar_one_or_none() or ""

    def outcomes(self, alert_id: int) -> list[Alert]:
        """The mails that tell, or are to tell, how it ended, the oldest first; none of those that were withdrawn."""
        told = and_(alerts.c.about_id == alert_id, alerts.c.kind == AlertKind.OUTCOME)
        found = select(alerts.c.id).where(told, alerts.c.status != AlertStatus.WITHDRAWN).order_by(alerts.c.id)
        return [self.get(one) for one in self._db.execute(found).scalars()]

    def _keep_version(
        self, alert_id: int, version: int, content: AlertContent, kept: Sequence[Kept], by: Colleague, at: datetime
    ) -> None:
        self._db.execute(
            insert(alert_versions).values(
                alert_id=alert_id,
                version=version,
                content=content_to_json(content),
                keep_reason="",
                kept=kept_to_json(kept),
                by_id=by.id,
                by_name=by.name,
                at=at,
            )
        )

    def amend(
        self,
        alert: Alert,
        content: AlertContent,
        kept: Sequence[Kept],
        authors: Authors,
        by: Colleague,
        at: datetime,
    ) -> bool:
        """Replace the text of this version and make the alert wait again; False where somebody was first."""
        if not self._change(
            alert,
            status=AlertStatus.REQUESTED,
            version=alert.version + 1,
            keep_reason="",
            kept=kept_to_json(kept),
            decided_by_name=None,
            decided_reason=None,
            decided_at=None,
            **_columns(content),
            **{name: value or None for name, value in vars(authors).items()},
        ):
            return False
        self._keep_version(alert.id, alert.version + 1, content, kept, by, at)
        return True

    def move(self, alert: Alert, to: AlertStatus, by: Colleague, reason: str, at: datetime) -> bool:
        """Compare-and-set of the status at this version; False where somebody was first."""
        return self._change(alert, status=to, decided_by_name=by.name, decided_reason=reason, decided_at=at)

    def close(self, alert: Alert, result: CaseResult, reason: str, by: Colleague, at: datetime) -> bool:
        """Compare-and-set from sent to closed; False where somebody was first."""
        values = {"result": result, "closed_at": at, "decided_by_name": by.name, "decided_reason": reason}
        return self._change(alert, status=AlertStatus.CLOSED, decided_at=None, **values)

    def change_result(self, alert: Alert, result: CaseResult, reason: str, by: Colleague, at: datetime) -> bool:
        """Another outcome than this; False where somebody was first."""
        return self._end_otherwise(alert, by, at, result=result, decided_reason=reason)

    def reopen(self, alert: Alert, by: Colleague, at: datetime) -> bool:
        """From closed to sent; False where somebody was first."""
        nothing = dict.fromkeys(("result", "closed_at", "decided_reason"))
        return self._end_otherwise(alert, by, at, status=AlertStatus.SENT, **nothing)

    def _end_otherwise(self, alert: Alert, by: Colleague, at: datetime, **values: Any) -> bool:
        """Its version stays what it was approved as: the moment at which it was last said tells who was first."""
        said = alerts.c.closed_at == alert.closed_at, alerts.c.decided_at.is_not_distinct_from(alert.decided_at)
        return self._change(alert, *said, decided_by_name=by.name, decided_at=at, **values)

    def approve(self, alert: Alert, by: Colleague, at: datetime) -> bool:
        """Compare-and-set to approved; False where somebody was first."""
        return self._change(
            alert,
            status=AlertStatus.APPROVED,
            approver_id=by.id,
            approver_name=by.name,
            approved_at=at,
            decided_by_name=None,
            decided_reason=None,
            decided_at=None,
        )

    def stop(self, alert: Alert, by: Colleague, at: datetime) -> bool:
        """Compare-and-set from approved to waiting; the next version, so that no button drawn before counts."""
        nobody = dict.fromkeys(("approver_id", "approver_name", "approved_at"))
        return self._move_on(alert, AlertStatus.REQUESTED, by, at, **nobody)

    def send_back_with_words(self, alert: Alert, by: Colleague, at: datetime) -> bool:
        """Back to the requester; the next version, so that each proposal has buttons of its own."""
        return self._move_on(alert, AlertStatus.RETURNED, by, at, decided_reason=None)

    def _move_on(self, alert: Alert, to: AlertStatus, by: Colleague, at: datetime, **values: Any) -> bool:
        version = alert.version + 1
        if not self._change(alert, status=to, version=version, decided_by_name=by.name, decided_at=at, **values):
            return False
        self._keep_version(alert.id, version, alert.content, alert.kept, by, at)
        return True

    def _change(self, alert: Alert, *also: ColumnElement[bool], **values: Any) -> bool:
        """Compare-and-set; what was proposed for it as it stood goes."""
        expected = and_(alerts.c.id == alert.id, alerts.c.status == alert.status, alerts.c.version == alert.version)
        if self._db.execute(update(alerts).where(expected, *also).values(**values)).rowcount != 1:
            return False
        self._db.execute(delete(proposals).where(proposals.c.alert_id == alert.id))
        return True

    def mark_sent(self, alert_id: int, at: datetime) -> bool:
        """Approved to sent, once."""
        approved = and_(alerts.c.id == alert_id, alerts.c.status == AlertStatus.APPROVED)
        return self._db.execute(update(alerts).where(approved).values(status="sent", sent_at=at)).rowcount == 1

    def set_map(self, alert_id: int, file_id: str) -> None:
        """Remember the picture of the area."""
        self._db.execute(update(alerts).where(alerts.c.id == alert_id).values(map_file_id=file_id))

    def get(self, alert_id: int) -> Alert:
        return get_alert(self._db, alert_id)

    def by_reference(self, reference: str) -> Alert | None:
        """The alert with this reference, or that its outcome mail is about, however it is typed."""
        found = select(alerts.c.id, alerts.c.about_id).where(alerts.c.reference == tidy_reference(reference))
        row = self._db.execute(found).one_or_none()
        return self.get(row.about_id or row.id) if row else None

    def overlaps(self, content: AlertContent, besides: int | None) -> list[Overlap]:
        """Alerts with the same BVH number, or within 250 m and 24 hours, that were not withdrawn."""
        near = and_(
            alerts.c.window_start <= content.window_end + NEARBY_WINDOW,
            alerts.c.window_end >= content.window_start - NEARBY_WINDOW,
            alerts.c.x.between(content.x - NEARBY_M, content.x + NEARBY_M),
            alerts.c.y.between(content.y - NEARBY_M, content.y + NEARBY_M),
        )
        same = alerts.c.bvh_key == bvh_key(content.bvh_number)
        candidates = (
            select(alerts.c.reference, alerts.c.bvh_key, alerts.c.x, alerts.c.y, alerts.c.sent_at)
            .where(or_(same, near), alerts.c.status != AlertStatus.WITHDRAWN, alerts.c.id != (besides or 0))
            .where(alerts.c.kind == AlertKind.ALERT)
            .order_by(alerts.c.id)
        )
        return _within_reach(self._db.execute(candidates).all(), content)

    def facts(self, alert_id: int) -> AlertFacts:
        """What is known of it, for the intake message."""
        alert, topic, mailing = self.get(alert_id), of_alert(alert_id), StoredMailings(self._db)
        numbers = self._db.execute(NUMBERS, {"alert_id": alert_id}).one()
        progress = mailing.progress(topic) if numbers.mailed else None
        return AlertFacts(
            alert=alert,
            recipients=progress.total if progress else mailing.reach_of(alert, self._now),
            progress=progress,
            overlaps=() if alert.about else self._overlapping(alert),
            replies=numbers.replies,
            open_replies=numbers.open_replies,
            hitches=mailing.hitches(topic) if numbers.failing else {},
            about_link=numbers.about_link or "",
            held_until=mailing.held_until(topic) if numbers.planned else None,
            saw_nothing=numbers.saw_nothing,
            from_elsewhere=numbers.from_elsewhere,
            images_offered=numbers.images_offered,
            images_in=numbers.images_in,
            proposal=StoredWords(self._db).proposal(alert_id) if numbers.proposed else None,
            outcome_under_way=numbers.outcomes > 0,
            together=StoredJoined(self._db).told(alert_id, alert.with_id) if numbers.joined or alert.with_id else (),
        )

    def reach_of(self, mail: Alert | Draft) -> int:
        """How many people would get it now."""
        return StoredMailings(self._db).reach_of(mail, self._now)

    def _overlapping(self, alert: Alert) -> tuple[str, ...]:
        return tuple(overlap.reference for overlap in self.overlaps(alert.content, alert.id))


def _columns(content: AlertContent) -> dict[str, Any]:
    return {**content_columns(content), "bvh_key": bvh_key(content.bvh_number)}


def _within_reach(rows: Sequence[Any], content: AlertContent) -> list[Overlap]:
    return [
        Overlap(row.reference, row.bvh_key == bvh_key(content.bvh_number), sent=row.sent_at is not None)
        for row in rows
        if row.bvh_key == bvh_key(content.bvh_number) or distance_m(row.x, row.y, content.x, content.y) <= NEARBY_M
    ]
