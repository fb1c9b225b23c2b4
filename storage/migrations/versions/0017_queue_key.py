"""What keeps an order is called a queue key."""

from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.execute("ALTER TABLE outbox RENAME COLUMN lane TO queue_key")
    op.execute("ALTER TABLE inbound RENAME COLUMN lane TO queue_key")
    op.execute("DROP INDEX outbox_lane")
    op.create_index("outbox_queue", "outbox", ["queue_key", "id"])
