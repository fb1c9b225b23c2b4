"""When a request went back or was withdrawn; and what was typed in a form that was closed."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0028"


def upgrade() -> None:
    op.add_column("alerts", sa.Column("decided_at", sa.DateTime(timezone=True)))
    op.create_table(
        "typed_requests",
        sa.Column("owner_id", sa.Text(), primary_key=True),
        sa.Column("draft_id", sa.String(40), nullable=False),
        sa.Column("incident_id", sa.Integer()),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("typed_at", sa.DateTime(timezone=True), nullable=False),
    )
