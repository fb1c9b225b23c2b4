"""What stood ready while no bot ran is put before people as one question."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.create_table(
        "standstills",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decision", sa.Text()),
        sa.Column("decided_by_name", sa.Text()),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "stood_ready",
        sa.Column("standstill_id", sa.Integer(), sa.ForeignKey("standstills.id"), primary_key=True),
        sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("subject_id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("uncertain", sa.Boolean(), nullable=False),
    )
