"""What a package of evidence tells, read from all that is known of some replies."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, and_, exists, func, or_, select

from bot.domain.privacy.evidence import EvidenceAnswer, Handover, ProvenLine
from bot.domain.privacy.looks import LINK_OF
from bot.domain.privacy.trail import FIRST, TrailLine
from bot.domain.replies.replies import LetterKind, LetterStatus
from storage.replies.numbers import reply_number
from storage.schema.alerts import alerts
from storage.schema.desk import accounts
from storage.schema.letters import letters
from storage.schema.privacy import audit, audit_seals
from storage.schema.replies import attachments, handovers, replies

TOLD = (
    *(LetterKind.ACKNOWLEDGEMENT, LetterKind.RECEIPT),
    *(LetterKind.QUESTION, LetterKind.IMAGES, LetterKind.ANSWER),
)
NEVER_WENT = (LetterStatus.WAITING, LetterStatus.REFUSED, LetterStatus.RECALLED)


class StoredEvidence:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def replies_of_alert(self, alert_id: int) -> list[int]:
        """Replies to an alert, or of another that belong to its case, with which files came; oldest first."""
        theirs = or_(replies.c.alert_id == alert_id, replies.c.case_alert_id == alert_id)
        came = exists().where(attachments.c.reply_id == replies.c.id)
        found = select(replies.c.id).where(theirs, came).order_by(replies.c.id)
        return list(self._db.execute(found).scalars())

    def thread(self, reply_id: int) -> list[int]:
        """A reply and what the citizen wrote on."""
        found = select(replies.c.id).where(or_(replies.c.id == reply_id, replies.c.follow_up_of == reply_id))
        return list(self._db.execute(found.order_by(replies.c.id)).scalars())

    def has_files(self, reply_ids: Sequence[int]) -> bool:
        found = select(attachments.c.id).where(attachments.c.reply_id.in_(reply_ids)).limit(1)
        return self._db.execute(found).first() is not None

    def handovers(self, reply_id: int) -> tuple[Handover, ...]:
        rows = select(handovers).where(handovers.c.reply_id == reply_id).order_by(handovers.c.id)
        return tuple(Handover(row.system, row.number, row.by_name, row.at) for row in self._db.execute(rows))

    def letters(self, reply_id: int) -> tuple[EvidenceAnswer, ...]:
        """What went out to the citizen about it, or was said, oldest first."""
        went = and_(letters.c.reply_id == reply_id, letters.c.kind.in_(TOLD), letters.c.status.not_in(NEVER_WENT))
        rows = select(letters).where(went).order_by(letters.c.id)
        return tuple(EvidenceAnswer(row.status_at, row.kind, row.subject, row.text) for row in self._db.execute(rows))

    def called(self, reply_id: int) -> tuple[str, int]:
        """Its alert, and which of that alert's replies it is, as its message says it; empty and 0 where it has none."""
        found = select(func.coalesce(alerts.c.reference, "").label("reference"), reply_number(reply_id).label("number"))
        its = found.select_from(replies.outerjoin(alerts, alerts.c.id == replies.c.alert_id))
        row = self._db.execute(its.where(replies.c.id == reply_id)).one()
        return row.reference, row.number

    def trail(self, subjects: Sequence[str]) -> tuple[ProvenLine, ...]:
        """All lines about these, oldest first, each with its seal and the hash of the seal before that."""
        before = audit_seals.alias("seal_before")
        found = (
            select(audit, audit_seals.c.number, audit_seals.c.hash, audit_seals.c.key, before.c.hash.label("before"))
            .outerjoin(audit_seals, audit_seals.c.audit_id == audit.c.id)
            .outerjoin(before, before.c.number == audit_seals.c.number - 1)
            .where(audit.c.subject.in_(subjects))
            .order_by(audit.c.id)
        )
        rows = self._db.execute(found).all()
        names = self._names({row.who.removeprefix(LINK_OF) for row in rows})
        proven = []
        for row in rows:
            line = TrailLine(row.id, row.at, row.who, row.what, row.subject, row.details)
            name = names.get(row.who.removeprefix(LINK_OF), row.who)
            seal = (row.number, row.before or FIRST, row.hash, row.key) if row.number else ()
            proven.append(ProvenLine(line, name, *seal))
        return tuple(proven)

    def _names(self, user_ids: set[str]) -> Mapping[str, str]:
        found = select(accounts.c.user_id, func.coalesce(accounts.c.name, "")).where(accounts.c.user_id.in_(user_ids))
        return {user_id: name for user_id, name in self._db.execute(found).all() if name}
