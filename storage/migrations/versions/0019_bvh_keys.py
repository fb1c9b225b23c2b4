"""BVH numbers are compared without their signs: 2026-112401 and 2026112401 are one case, and one incident."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

_KEY = "upper(replace(replace(replace(replace(bvh_number, '-', ''), ' ', ''), '.', ''), '/', ''))"
_INCIDENTS = sa.table(
    "incidents",
    *map(sa.column, ("id", "bvh_key", "bvh_number", "status", "alert_id", "assignee_id", "assignee_name")),
    *map(sa.column, ("assigned_by_name", "assigned_at", "first_seen_at", "changed_at", "seen_at", "erased_at")),
    *map(sa.column, ("offence", "street", "house_number", "postcode", "place", "what_happened", "description")),
    *map(sa.column, ("window_start", "window_end", "reported_at")),
)
_DRAFTS = sa.table("drafts", *map(sa.column, ("id", "incident_id")))
_TOLD = (
    *("bvh_number", "offence", "street", "house_number", "postcode", "place", "what_happened", "description"),
    *("window_start", "window_end", "reported_at", "changed_at", "seen_at", "erased_at"),
)
_FURTHER = ("open", "skipped", "requested")


def upgrade() -> None:
    op.add_column("alerts", sa.Column("bvh_key", sa.Text(), nullable=False, server_default=""))
    op.execute(f"UPDATE alerts SET bvh_key = {_KEY}")  # noqa: S608
    op.drop_index("alerts_bvh_number", "alerts")
    op.create_index("alerts_bvh_key", "alerts", ["bvh_key"])
    # The one that must be unique keeps its rule under its new name; beside it comes the number as it is shown.
    op.execute("ALTER TABLE incidents RENAME COLUMN bvh_number TO bvh_key")
    op.add_column("incidents", sa.Column("bvh_number", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE incidents SET bvh_number = bvh_key")
    _merge_incidents()
    op.execute(f"UPDATE incidents SET bvh_key = {_KEY}")  # noqa: S608


def _merge_incidents() -> None:
    """Of several that are one case, the one that somebody did most about stays; the newest file says what it was."""
    db = op.get_bind()
    alike: defaultdict[str, list[Any]] = defaultdict(list)
    for row in db.execute(sa.select(_INCIDENTS, sa.literal_column(_KEY).label("same")).order_by(_INCIDENTS.c.id)):
        alike[row.same].append(row)
    for rows in alike.values():
        if len(rows) > 1:
            _merge(db, rows)


def _merge(db: sa.Connection, rows: Sequence[Any]) -> None:
    stays = max(rows, key=lambda row: (_FURTHER.index(row.status), row.assignee_id is not None, row.id))
    newest = max(rows, key=lambda row: (row.erased_at is None, row.seen_at, row.id))
    gone = [row.id for row in rows if row is not stays]
    told = {name: getattr(newest, name) for name in _TOLD}
    first_seen_at = min(row.first_seen_at for row in rows)
    db.execute(sa.update(_DRAFTS).where(_DRAFTS.c.incident_id.in_(gone)).values(incident_id=stays.id))
    db.execute(sa.delete(_INCIDENTS).where(_INCIDENTS.c.id.in_(gone)))
    kept = sa.update(_INCIDENTS).where(_INCIDENTS.c.id == stays.id)
    db.execute(kept.values(**told, first_seen_at=first_seen_at))
