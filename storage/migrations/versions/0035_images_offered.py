"""Where the images stand that a citizen offered, and until when they can be fetched."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    op.add_column("replies", sa.Column("images", sa.Text()))
    op.add_column("replies", sa.Column("images_until", sa.DateTime(timezone=True)))
    op.add_column("replies", sa.Column("images_by_name", sa.Text()))
    op.add_column("replies", sa.Column("images_only_at", sa.DateTime(timezone=True)))
    op.create_index("replies_images", "replies", ["images", "alert_id"])
