"""Until when an answer can be taken back; what the desk writes to the burglary team with a lead."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0030"


def upgrade() -> None:
    op.add_column("letters", sa.Column("held_until", sa.DateTime(timezone=True)))
    op.add_column("leads", sa.Column("line", sa.Text(), nullable=False, server_default=""))
