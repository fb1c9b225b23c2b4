"""Nothing lies still: who picked a lead up can be named, and what waits is found by its state."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("leads", sa.Column("result_by_id", sa.Text(), nullable=True))
    op.create_index("leads_result", "leads", ["result", "escalated_at"])
    op.create_index("alerts_status", "alerts", ["status"])
