"""Whose trouble it is that a batch waits."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.add_column("batches", sa.Column("hitch", sa.Text()))
