"""What is about a message that stands passes what is new in its channel."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    op.add_column("outbox", sa.Column("lane", sa.Integer(), nullable=False, server_default="1"))
    op.drop_index("outbox_queue", "outbox")
    op.create_index("outbox_queue", "outbox", ["queue_key", "lane", "id"])
    op.create_index("outbox_lane", "outbox", ["lane", "id"])
