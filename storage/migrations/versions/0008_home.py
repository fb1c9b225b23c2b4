"""The app's Home: who has it before them; who left lately is counted without reading everybody."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "home_views",
        sa.Column("user_id", sa.String(40), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("locale", "digest")),
        sa.Column("pages", sa.JSON(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("user_id"),
    )
    left = sa.text("left_at IS NOT NULL")
    op.create_index("participants_left", "participants", ["left_at"], sqlite_where=left, postgresql_where=left)
