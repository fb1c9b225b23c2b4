"""What the mail provider's calls bring: those that were refused are counted, and where a citizen wants the answer."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "tallies",
        sa.Column("name", sa.String(30), nullable=False),
        sa.Column("detail", sa.String(30), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", "detail"),
    )
    op.add_column("replies", sa.Column("reply_to", sa.Text(), nullable=False, server_default=""))
