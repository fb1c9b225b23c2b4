"""What trusted mail needs: outcome mails, why somebody left, what a citizen saw, attachments, who the sender is."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute("ALTER TABLE alerts ADD COLUMN kind TEXT NOT NULL DEFAULT 'alert'")
    op.execute("ALTER TABLE alerts ADD COLUMN about_id INTEGER REFERENCES alerts(id)")
    op.create_index("alerts_about", "alerts", ["about_id"])
    op.execute("ALTER TABLE drafts ADD COLUMN about_id INTEGER")
    op.execute("ALTER TABLE participants ADD COLUMN left_reason TEXT")
    op.add_column("batches", sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True))
    _make_the_ledger_light()
    op.add_column("outbox", sa.Column("owed_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE outbox SET owed_at = due_at")
    op.execute("ALTER TABLE inbound ADD COLUMN blob_key TEXT")
    op.execute("ALTER TABLE inbound ADD COLUMN lane TEXT NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE replies ADD COLUMN phone TEXT NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE replies ADD COLUMN sender_check TEXT NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE replies ADD COLUMN cautions JSON NOT NULL DEFAULT '[]'")
    op.create_index("replies_sender", "replies", ["from_address", "received_at"])
    op.create_index("replies_label", "replies", ["kind", "label"])
    op.create_table(
        "nothing_seen",
        sa.Column("delivery_id", sa.Integer(), sa.ForeignKey("deliveries.id"), nullable=False, autoincrement=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("delivery_id"),
    )
    op.create_table(
        "attachments",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("reply_id", sa.Integer(), sa.ForeignKey("replies.id"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("blob_key", sa.Text(), nullable=False),
        sa.Column("scan", sa.Text(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("attachments_reply", "attachments", ["reply_id"])


def _make_the_ledger_light() -> None:
    """A delivery changes its state some times: no index on it, and in PostgreSQL room for its next version."""
    op.drop_index("deliveries_state", "deliveries")
    op.drop_index("batches_mailing", "batches")
    op.create_index("batches_mailing", "batches", ["mailing_id", "status"])
    op.execute("ALTER TABLE batches ADD COLUMN number INTEGER NOT NULL DEFAULT 0")
    op.create_index("batches_number", "batches", ["mailing_id", "number"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE deliveries SET (fillfactor = 50)")
