"""Campaigns in neighbourhoods, and what they brought."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, and_, func, insert, select, update

from bot.domain.participants.campaigns import Campaign
from bot.domain.participants.claiming import ClaimKind
from bot.domain.participants.people import Colleague
from bot.domain.participants.reach import NeighbourhoodReach
from storage.schema.participants import address_claims, campaigns

BEGINNING: Final = 20260114  # an advisory lock of PostgreSQL


class StoredCampaigns:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def begin_alone(self) -> None:
        """Until this transaction ends nobody else begins one."""
        if self._db.dialect.name == "postgresql":  # SQLite has one that writes at a time
            self._db.execute(select(func.pg_advisory_xact_lock(BEGINNING)))

    def start(self, code: str, before: NeighbourhoodReach, colleague: Colleague, at: datetime) -> int:
        """The id of a new one."""
        row = {"code": code, **vars(before), "by_id": colleague.id, "by_name": colleague.name}
        added = insert(campaigns).values(**row, started_at=at, opened=0).returning(campaigns.c.id)
        return int(self._db.execute(added).scalar_one())

    def get(self, campaign_id: int) -> Campaign:
        return self._found(campaigns.c.id == campaign_id)[0]

    def since(self, moment: datetime) -> list[Campaign]:
        """Those that began since then, the newest first."""
        return self._found(campaigns.c.started_at > moment)

    def open(self, code: str) -> None:
        """Its page was opened once more; nothing where there is none of this code."""
        this = campaigns.c.code == code
        self._db.execute(update(campaigns).where(this).values(opened=campaigns.c.opened + 1))

    def confirmed_by(self, code: str) -> int:
        """How many took part by this code."""
        return int(self._db.execute(select(func.count()).where(_confirmed(code))).scalar_one())

    def take_due(self, before: datetime, at: datetime) -> list[int]:
        """Those that began before then and were not told yet, marked as told; once, whichever copy does it."""
        due = and_(campaigns.c.told_at.is_(None), campaigns.c.started_at <= before)
        taken = update(campaigns).where(due).values(told_at=at).returning(campaigns.c.id)
        return sorted(self._db.execute(taken).scalars())

    def _found(self, which: Any) -> list[Campaign]:
        confirmed = select(func.count()).where(_confirmed(campaigns.c.code)).correlate(campaigns).scalar_subquery()
        found = select(campaigns, confirmed.label("confirmed")).where(which).order_by(campaigns.c.id.desc())
        return [_campaign(row) for row in self._db.execute(found)]


def _confirmed(code: Any) -> Any:
    signed_up = and_(address_claims.c.kind == ClaimKind.SIGN_UP, address_claims.c.confirmed_at.is_not(None))
    return and_(signed_up, address_claims.c.campaign == code)


def _campaign(row: Any) -> Campaign:
    before = NeighbourhoodReach(row.neighbourhood, row.participants, row.households, row.missing)
    return Campaign(row.id, row.code, before, row.by_name, row.started_at, row.opened, row.confirmed)
