"""Since when the files of a report are owed to the project leader's channel too."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"


def upgrade() -> None:
    op.add_column("reports", sa.Column("leader_files_at", sa.DateTime(timezone=True)))
