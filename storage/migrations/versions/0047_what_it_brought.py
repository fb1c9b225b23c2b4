"""Since when the desk works on a reply, and when the images that were offered came in: figures count both."""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0044"


def upgrade() -> None:
    op.add_column("replies", sa.Column("opened_at", sa.DateTime(timezone=True)))
    op.add_column("replies", sa.Column("images_in_at", sa.DateTime(timezone=True)))
    # Who took a reply before stands in the trail; when images came in stood nowhere.
    op.execute(
        "UPDATE replies SET opened_at = (SELECT MIN(audit.at) FROM audit "
        "WHERE audit.subject = 'reply ' || replies.id AND audit.what IN ('took', 'took_over'))"
    )
