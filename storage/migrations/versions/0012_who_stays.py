"""Who stays, who leaves: why a mail came back, who is paused, and which replies may be acknowledged."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("participants", sa.Column("paused_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("participants", sa.Column("works_at", sa.DateTime(timezone=True), nullable=True))
    paused = sa.text("paused_at IS NOT NULL")
    op.create_index("participants_paused", "participants", ["paused_at"], sqlite_where=paused, postgresql_where=paused)
    op.add_column("deliveries", sa.Column("fault", sa.Text(), nullable=True))
    op.add_column("replies", sa.Column("may_acknowledge", sa.Boolean(), nullable=False, server_default=sa.false()))
    # What was known when they came in: from the participant's own address, or from one that DKIM proved.
    op.execute(
        "UPDATE replies SET may_acknowledge = true WHERE kind <> 'phone' AND (sender_check = 'proven' "
        "OR (delivery_id IS NOT NULL AND CAST(cautions AS TEXT) NOT LIKE '%other_sender%'))"
    )
