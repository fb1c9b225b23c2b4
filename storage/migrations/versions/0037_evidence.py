"""What a citizen's file was when it came; to whom images were handed over, and until when their bytes are kept."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
LONGEST = timedelta(days=60)


def upgrade() -> None:
    op.add_column("attachments", sa.Column("gone_at", sa.DateTime(timezone=True)))
    op.add_column("replies", sa.Column("images_end", sa.DateTime(timezone=True)))
    op.add_column("replies", sa.Column("images_asked_at", sa.DateTime(timezone=True)))
    op.create_index("replies_images_end", "replies", ["images_end"])
    op.create_table(
        "handovers",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("reply_id", sa.Integer(), sa.ForeignKey("replies.id"), nullable=False),
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("handovers_reply", "handovers", ["reply_id"])
    # What was offered or came in before this gets the whole term: nothing goes without anybody having been asked.
    replies = sa.table("replies", sa.column("images"), sa.column("images_end", sa.DateTime(timezone=True)))
    undecided = replies.c.images.in_(["wanted", "in"])
    op.execute(sa.update(replies).where(undecided).values(images_end=datetime.now(UTC) + LONGEST))
