"""Addresses that somebody says are theirs, until a mail to them is answered by a click."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from zlib import crc32

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    and_,
    case,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from bot.bells import Bell
from bot.domain.participants.claiming import KEPT, Claim, ClaimKind, mailbox, network_of
from bot.domain.replies.replies import LetterKind, LetterStatus
from storage.schema.letters import letters
from storage.schema.participants import address_claims, page_codes

HOME = ("name", "postcode", "house_number")
CLAIM = 3  # the first of two numbers of a lock: mails that are read have another
TOLD = ("kind", "email", "name", "postcode", "house_number", "campaign", "consent", "asked_at", "confirmed_at")
NOBODY = "-"  # no client begins so
NOTHING = dict.fromkeys(("email", "name", "postcode", "house_number", "client"), "")


class StoredClaims:
    def __init__(self, connection: Connection, work: set[Bell] | None = None) -> None:
        self._db = connection
        self._work = set() if work is None else work

    def add(self, claim: Claim, consent: str, client: str, at: datetime) -> int:
        """Keep what was filled in, with the words that were agreed to."""
        self._work.add(Bell.CLAIMS)
        row = {name: getattr(claim, name) for name in ("kind", "email", "name", "postcode", "house_number", "campaign")}
        row |= {"participant_id": claim.participant_id, "consent": consent, "client": client, "asked_at": at}
        return int(self._db.execute(insert(address_claims).values(**row).returning(address_claims.c.id)).scalar_one())

    def since(self, moment: datetime, kind: ClaimKind, client: str) -> tuple[int, int, int]:
        """How many of this kind came from one client and from beside it, none where that is not known; and in all."""
        own = address_claims.c.client == (client or NOBODY)
        beside = address_claims.c.client.startswith(network_of(client) or NOBODY, autoescape=True)
        found = func.count(case((own, 1))), func.count(case((beside, 1))), func.count()
        of_kind = and_(address_claims.c.asked_at > moment, address_claims.c.kind == kind)
        row = self._db.execute(select(*found).where(of_kind)).one()
        return int(row[0]), int(row[1]), int(row[2])

    def mails_since(self, moment: datetime) -> int:
        """About how many sign-ups it was decided whom to mail."""
        then = and_(_mailed_since(address_claims, moment), address_claims.c.kind == ClaimKind.SIGN_UP)
        return int(self._db.execute(select(func.count()).where(then)).scalar_one())

    def take_unmailed(self, at: datetime, since: datetime, fewer_than: int) -> Claim | None:
        """The next about which no mail was decided, marked as decided; once, whichever copy does it.

        A new address first; then of whose network fewest were mailed since that moment, and fewer than so many.
        """
        other = address_claims.alias()
        counted = select(_network(other).label("network"), func.count().label("mails")).where(other.c.client != "")
        had = counted.where(_mailed_since(other, since)).group_by("network").subquery()
        mails = func.coalesce(had.c.mails, 0)
        by_code = address_claims.c.kind == ClaimKind.NEW_ADDRESS
        waits = select(address_claims.c.id).where(
            address_claims.c.mailed_at.is_(None), or_(by_code, mails < fewer_than)
        )
        waits = waits.join_from(address_claims, had, had.c.network == _network(address_claims), isouter=True)
        fair = waits.order_by(case((by_code, 0), else_=1), mails, address_claims.c.id)
        oldest = fair.limit(1).with_for_update(of=address_claims, skip_locked=True)
        found = self._db.execute(oldest).scalar_one_or_none()
        if found is None:
            return None
        mine = and_(address_claims.c.id == found, address_claims.c.mailed_at.is_(None))
        taken = update(address_claims).where(mine).values(mailed_at=at).returning(address_claims)
        row = self._db.execute(taken).one_or_none()
        return _claim(row) if row else None

    def mailed_since(self, email: str, moment: datetime) -> bool:
        """Whether its mailbox got a mail about a claim; who asks of the same one waits for this answer."""
        box = mailbox(email)
        if self._db.dialect.name == "postgresql":  # SQLite has one that writes at a time
            lock = func.pg_advisory_xact_lock(CLAIM, crc32(box.encode()) - 2**31)
            self._db.execute(select(lock))
        at_home = letters.c.recipient.endswith(email[email.find("@") :], autoescape=True)
        lately = and_(letters.c.kind == LetterKind.OWN_ADDRESS, at_home, letters.c.status_at > moment)
        return box in map(mailbox, self._db.execute(select(letters.c.recipient).where(lately)).scalars())

    def as_last_filled_in(self, claim_id: int) -> Claim | None:
        """With the name and the home that were filled in last for this address; None where it is gone.

        One mail a day goes out: who filled something in wrong, or after a stranger did, has no other link.
        """
        first, later = address_claims.alias("first"), address_claims.alias("later")
        same = and_(later.c.kind == first.c.kind, later.c.email == first.c.email, later.c.id > first.c.id)
        same = and_(same, later.c.confirmed_at.is_(None), first.c.confirmed_at.is_(None))
        same = and_(same, first.c.kind == ClaimKind.SIGN_UP)
        told = (later.c[name].label(f"last_{name}") for name in HOME)
        found = select(first, *told).join_from(first, later, same, isouter=True).where(first.c.id == claim_id)
        row = self._db.execute(found.order_by(later.c.id.desc()).limit(1)).one_or_none()
        if row is None:
            return None
        last = {name: getattr(row, f"last_{name}") for name in HOME}
        return replace(_claim(row), **last) if last["name"] else _claim(row)

    def confirm(self, claim_id: int, at: datetime) -> bool:
        """Once; False where it was before."""
        open_ = and_(address_claims.c.id == claim_id, address_claims.c.confirmed_at.is_(None))
        return self._db.execute(update(address_claims).where(open_).values(confirmed_at=at)).rowcount == 1

    def keep_proof(self, claim_id: int, participant_id: int) -> None:
        """What it led to, with the words agreed to and the moments; the rest stands with the participant."""
        of = address_claims.c.id == claim_id
        self._db.execute(update(address_claims).where(of).values(**NOTHING, participant_id=participant_id))

    def forget(self, before: datetime) -> int:
        """What nobody confirmed, the mails and the codes of that time; how many claims."""
        old = and_(address_claims.c.confirmed_at.is_(None), address_claims.c.asked_at <= before)
        gone = self._db.execute(delete(address_claims).where(old)).rowcount
        self._db.execute(delete(page_codes).where(page_codes.c.sent_at <= before))
        own = letters.c.kind.in_((LetterKind.OWN_ADDRESS, LetterKind.PAGE_CODE))
        mailed = and_(own, letters.c.status_at <= before, letters.c.recipient != "")
        empty: dict[str, Any] = dict.fromkeys(("recipient", "subject", "text", "html", "detail"), "")
        unsent = case((letters.c.status == LetterStatus.WAITING, LetterStatus.REFUSED), else_=letters.c.status)
        self._db.execute(update(letters).where(mailed).values(**empty, status=unsent))
        return gone

    def erase(self, emails: Iterable[str], participant_id: int | None) -> None:
        """All that was filled in about somebody, the proof of their consent too."""
        self._db.execute(delete(address_claims).where(_of(emails, participant_id)))
        if participant_id is not None:
            self._db.execute(delete(page_codes).where(page_codes.c.participant_id == participant_id))

    def told(self, emails: Iterable[str], participant_id: int | None) -> list[dict[str, object]]:
        """What they asked and agreed to, and when."""
        found = select(address_claims).where(_of(emails, participant_id)).order_by(address_claims.c.id)
        return [{name: getattr(row, name) for name in TOLD} for row in self._db.execute(found)]


def _network(claims: FromClause) -> ColumnElement[str]:
    """As `network_of` has it."""
    return func.substr(claims.c.client, 1, func.length(claims.c.client, type_=Integer) // 2)


def _mailed_since(claims: FromClause, moment: datetime) -> ColumnElement[bool]:
    """What waits is gone after a week: so only what was asked lately is looked at."""
    return and_(claims.c.mailed_at > moment, claims.c.asked_at > moment - KEPT)


def _of(emails: Iterable[str], participant_id: int | None) -> ColumnElement[bool]:
    """Claims to these addresses, and what somebody's own led to; nobody's are not those of all who wait."""
    theirs = address_claims.c.email.in_([*emails])
    return theirs if participant_id is None else or_(theirs, address_claims.c.participant_id == participant_id)


def _claim(row: Any) -> Claim:
    named = {name: getattr(row, name) for name in ("email", "name", "postcode", "house_number", "campaign")}
    more = {"participant_id": row.participant_id, "id": row.id, "asked_at": row.asked_at}
    return Claim(ClaimKind(row.kind), **named, **more, confirmed_at=row.confirmed_at)
