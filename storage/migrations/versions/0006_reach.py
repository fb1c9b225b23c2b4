"""Reach: households by neighbourhood; indexes that hold all that choosing people, and whether they got mail, asks."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "households",
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("neighbourhood", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name_key"),
    )
    op.drop_index("participants_cell", "participants")
    op.create_index("participants_area", "participants", ["cell", "x", "y", "status"])
    op.drop_index("deliveries_participant", "deliveries")
    op.create_index("deliveries_participant", "deliveries", ["participant_id", "mailing_id"])
