"""The day monitor: files, incidents, who is in today, the mornings' messages; which incident a form is for."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def _moment(name: str, *, always: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not always)


def _texts(*names: str, always: bool = True) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=not always) for name in names]


def upgrade() -> None:
    op.create_table(
        "day_monitor_files",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        *_texts("source", "source_key", "by_id", "by_name"),
        _moment("came_at"),
        _moment("read_at", always=False),
        sa.Column("digest", sa.String(64), nullable=True),
        sa.Column("report", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("source", "source_key", name="one_day_monitor_file"),
        sqlite_autoincrement=True,
    )
    op.create_index("day_monitor_files_digest", "day_monitor_files", ["digest"])
    _incidents()
    op.create_table(
        "on_duty",
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("user_id", sa.String(40), nullable=False),
        *_texts("name"),
        _moment("at"),
        sa.PrimaryKeyConstraint("day", "user_id"),
    )
    op.create_table(
        "divisions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        _moment("at"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("day"),
        sqlite_autoincrement=True,
    )
    op.add_column("drafts", sa.Column("incident_id", sa.Integer(), nullable=True))


def _incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        *_texts("bvh_number"),
        sa.Column("offence", sa.String(30), nullable=False),
        *_texts("street", "house_number", "postcode", "place", "what_happened", "description"),
        _moment("window_start"),
        _moment("window_end"),
        _moment("reported_at", always=False),
        sa.Column("status", sa.String(20), nullable=False),
        _moment("first_seen_at"),
        _moment("changed_at"),
        _moment("seen_at"),
        *_texts("assignee_id", "assignee_name", "assigned_by_name", always=False),
        _moment("assigned_at", always=False),
        *_texts("skipped_by_name", "skip_reason", always=False),
        _moment("skipped_at", always=False),
        _moment("erased_at", always=False),
        sa.Column("alert_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("bvh_number"),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"]),
        sqlite_autoincrement=True,
    )
    op.create_index("incidents_status", "incidents", ["status", "first_seen_at"])
    op.create_index("incidents_alert", "incidents", ["alert_id"])
