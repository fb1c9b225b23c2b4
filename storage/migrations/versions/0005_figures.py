"""Figures: since when a reply is handled as they count it, and reports that are posted once."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("replies", sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("replies_received", "replies", ["received_at"])
    _say_what_was_settled()
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("period", sa.String(20), nullable=False),
        sa.Column("occasion", sa.String(20), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("picture_file_id", sa.Text(), nullable=True),
        sa.Column("files_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("period", "occasion", name="one_report_an_occasion"),
        sqlite_autoincrement=True,
    )


def _say_what_was_settled() -> None:
    """An answer came after the rating; only the trail knows when a relevant reply was first recorded in BVH."""
    recorded = (
        "SELECT MIN(audit.at) FROM audit "
        "WHERE audit.what = 'recorded_in_bvh' AND audit.subject = 'reply ' || CAST(replies.id AS TEXT)"
    )
    op.execute(
        f"UPDATE replies SET settled_at = CASE WHEN rating <> 'not_relevant' AND ({recorded}) > answered_at "  # noqa: S608
        f"THEN ({recorded}) ELSE answered_at END "
        "WHERE label = 'reply' AND answered_at IS NOT NULL AND rating IS NOT NULL "
        "AND (rating = 'not_relevant' OR bvh_number IS NOT NULL) AND "
        "(SELECT letters.status FROM letters WHERE letters.reply_id = replies.id AND letters.kind = 'answer' "
        "ORDER BY letters.id DESC LIMIT 1) IN ('waiting', 'calling', 'sent', 'spoken')"
    )
