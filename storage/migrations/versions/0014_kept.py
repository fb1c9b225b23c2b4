"""What stays in a text though the guard pointed it out stands with the text, piece by piece, and with its reason."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0010"


def upgrade() -> None:
    for table in ("drafts", "alerts", "alert_versions"):
        op.add_column(table, sa.Column("kept", sa.JSON(), nullable=False, server_default="[]"))
