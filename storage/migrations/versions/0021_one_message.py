"""What the chat refuses alone: how often, and what a superuser decided about it."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.add_column("outbox", sa.Column("refusals", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("outbox", sa.Column("decision", sa.Text()))
    op.add_column("outbox", sa.Column("decided_by_name", sa.Text()))
