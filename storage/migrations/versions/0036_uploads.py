"""Files that come in pieces; a file may be larger than 2 GB, and has its digest; how long a citizen's camera keeps."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    op.create_table(
        "uploads",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("delivery_id", sa.Integer(), sa.ForeignKey("deliveries.id"), nullable=False),
        sa.Column("alert_id", sa.Integer(), sa.ForeignKey("alerts.id"), nullable=False),
        sa.Column("reply_id", sa.Integer(), sa.ForeignKey("replies.id")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("name", "told", "blob_key", "store", "state")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("writer", "media_type", "sha256")),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("length", sa.BigInteger(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("warned_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("received BETWEEN 0 AND length", name="no_more_than_it_is_long"),
        sqlite_autoincrement=True,
    )
    op.create_index("uploads_delivery", "uploads", ["delivery_id"])
    op.create_index("uploads_alert", "uploads", ["alert_id"])
    op.create_index("uploads_reply", "uploads", ["reply_id"])
    op.create_index("uploads_state", "uploads", ["state", "expires_at"])
    op.add_column("attachments", sa.Column("sha256", sa.Text(), nullable=False, server_default=""))
    if op.get_bind().dialect.name == "postgresql":  # SQLite's integers hold as much
        op.alter_column("attachments", "size", type_=sa.BigInteger())
    op.add_column("replies", sa.Column("camera_days", sa.Integer()))
    op.add_column("replies", sa.Column("images_wanted_at", sa.DateTime(timezone=True)))
    asked = "SELECT min(status_at) FROM letters WHERE letters.reply_id = replies.id AND letters.kind = 'images'"
    op.execute(f"UPDATE replies SET images_wanted_at = ({asked}) WHERE images IS NOT NULL")  # noqa: S608 - our own words
