"""What is known of one person, by e-mail address."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, or_, select, update

from bot.contacts.email_addresses import comparable, spellings
from bot.domain.participants.people import Participant, ParticipantRow
from bot.domain.replies.replies import ReplyKind
from storage.participants.claims import StoredClaims
from storage.participants.enrolment import values_of
from storage.privacy.looks import LOOKS
from storage.schema.alerts import alerts
from storage.schema.letters import letters
from storage.schema.mailings import deliveries, mailings, nothing_seen
from storage.schema.participants import WANTED, participants
from storage.schema.privacy import audit
from storage.schema.replies import attachments, callbacks, handovers, replies, uploads
from storage.schema.surveys import survey_links_used

Export = dict[str, object]
OF_PARTICIPANT = (
    *("name", "postcode", "house_number", "neighbourhood", "x", "y"),
    *("status", "left_at", "left_reason", "paused_at", "paused_until", *WANTED, "own_at"),
)
OF_REPLY = ("kind", "label", "received_at", "from_name", "subject", "words", "original", "phone", "erased_at")
OF_LETTER = ("kind", "status", "status_at", "subject", "text")
OF_UPLOAD = ("name", "length", "received", "state", "begun_at", "expires_at")
OF_ANOTHER: Export = {"written_by": "somebody else, who has their own right to it"}
OF_CALL = ("phone", "made_at", "due_at", "done_at")


class StoredDossiers:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def replies_of(self, address: str) -> list[int]:
        """Replies to mails that this participant got, or from this address, ascending."""
        return [row.id for row in self._replies(address)]

    def _replies(self, address: str) -> list[Row[Any]]:
        theirs = select(deliveries.c.id).join(participants).where(participants.c.email == comparable(address))
        written = func.lower(replies.c.from_address).in_(spellings(address))
        found = select(replies, alerts.c.reference).outerjoin(alerts, alerts.c.id == replies.c.alert_id)
        return list(
            self._db.execute(found.where(or_(replies.c.delivery_id.in_(theirs), written)).order_by(replies.c.id))
        )

    def export(self, address: str, *, own_only: bool = False) -> Mapping[str, object] | None:
        """All of it, as JSON may hold it; None where nothing is known.

        `own_only`: nobody looks it through, so what came from any other address than theirs is left out.
        """
        of = participants.c.email == comparable(address)
        person = self._db.execute(select(participants).where(of)).one_or_none()
        written = self._replies(address)
        filled_in = [] if own_only else spellings(address)  # anybody may fill an address in
        claims = StoredClaims(self._db).told(filled_in, person.id if person else None)
        if person is None and not written and not claims:
            return None
        subjects = [f"reply {row.id}" for row in written]
        if person:
            subjects.append(f"participant {person.id}")
        return {
            "address": comparable(address),
            "participant": _told(person, OF_PARTICIPANT) if person else None,
            "sign_ups": [{name: _plain(value) for name, value in claim.items()} for claim in claims],
            "mailings": self._mailings(person.id) if person else [],
            "surveys": self._surveys(person.id) if person else [],
            "files_on_their_way": self._uploads(person.id) if person else [],
            "replies": [self._reply(row, address, own_only=own_only) for row in written],
            "looks_at_these_data": self._looks(subjects),
        }

    def _mailings(self, participant_id: int) -> list[Export]:
        found = (
            select(alerts.c.reference, mailings.c.planned_at, deliveries.c.state, deliveries.c.state_at)
            .add_columns(deliveries.c.fault, deliveries.c.reason)
            .add_columns(nothing_seen.c.at.label("said_that_they_saw_nothing"))
            .join_from(deliveries, mailings)
            .join(alerts, alerts.c.id == mailings.c.alert_id)
            .outerjoin(nothing_seen, nothing_seen.c.delivery_id == deliveries.c.id)
            .where(deliveries.c.participant_id == participant_id)
        )
        rows = self._db.execute(found.order_by(deliveries.c.id))
        return [_told(row, row._fields) for row in rows]

    def _surveys(self, participant_id: int) -> list[Export]:
        """That they were asked, and whether their link was used; what they answered nobody can tell."""
        found = (
            select(mailings.c.planned_at, deliveries.c.state, deliveries.c.state_at)
            .add_columns(survey_links_used.c.delivery_id.is_not(None).label("filled_in"))
            .join_from(deliveries, mailings)
            .outerjoin(survey_links_used, survey_links_used.c.delivery_id == deliveries.c.id)
            .where(deliveries.c.participant_id == participant_id, mailings.c.survey_id.is_not(None))
        )
        rows = self._db.execute(found.order_by(deliveries.c.id))
        return [_told(row, row._fields) for row in rows]

    def _uploads(self, participant_id: int) -> list[Export]:
        """What belongs to no reply yet."""
        found = select(uploads).join(deliveries, deliveries.c.id == uploads.c.delivery_id)
        theirs = found.where(deliveries.c.participant_id == participant_id, uploads.c.reply_id.is_(None))
        return [_told(row, OF_UPLOAD) for row in self._db.execute(theirs.order_by(uploads.c.id))]

    def _reply(self, row: Row[Any], address: str, *, own_only: bool) -> Export:
        """What somebody else answered on this participant's mail is not theirs to know, nor who that was."""
        theirs = row.from_address.lower() in {"", *spellings(address)}
        neighbours = row.kind == ReplyKind.NEIGHBOUR and not (row.from_address and theirs)
        if neighbours or (own_only and not theirs):
            return {"number": row.id, "alert": row.reference, "received_at": row.received_at.isoformat(), **OF_ANOTHER}
        files = select(attachments.c.name).where(attachments.c.reply_id == row.id).order_by(attachments.c.id)
        return {
            "number": row.id,
            "alert": row.reference,
            **_told(row, OF_REPLY),
            "from_address": row.from_address if theirs else "another address than this one",
            "reply_to": row.reply_to if theirs else "",
            "attachments": list(self._db.execute(files).scalars()) or row.attachment_names,
            "letters": self._list(letters, letters.c.reply_id == row.id, OF_LETTER),
            "images_handed_over": self._list(handovers, handovers.c.reply_id == row.id, ("system", "at")),
            "calls": self._list(callbacks, callbacks.c.reply_id == row.id, OF_CALL),
        }

    def _list(self, table: Any, which: ColumnElement[bool], names: Iterable[str]) -> list[Export]:
        return [_told(row, names) for row in self._db.execute(select(table).where(which).order_by(table.c.id))]

    def _looks(self, subjects: list[str]) -> list[Export]:
        """Who looked, by role: a colleague's name is not the citizen's to know."""
        seen = audit.c.what.in_((*LOOKS, "exported"))
        rows = self._db.execute(select(audit).where(audit.c.subject.in_(subjects), seen).order_by(audit.c.id))
        return [
            {
                "at": row.at.isoformat(),
                "what": row.what,
                "by": _role(row),
                "about": row.subject,
                "reason": row.details.get("reason", ""),
            }
            for row in rows
        ]

    def correct(self, person: Participant, row: ParticipantRow) -> None:
        self._db.execute(update(participants).where(participants.c.id == person.id).values(**values_of(row)))


def _told(row: Row[Any], names: Iterable[str]) -> Export:
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def _role(row: Row[Any]) -> str:
    if row.what == "looked_up":
        return "superuser"
    if row.what in ("exported", "exported_evidence"):
        return "operator"
    return "burglary team" if "lead" in row.details else "responder"
