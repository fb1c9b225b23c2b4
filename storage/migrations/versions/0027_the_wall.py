"""How large each message was that came in, and whose flood a reply belongs to: all that bears no token of ours is one.

What came in before counts as nothing in the quotas.
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0025"


def upgrade() -> None:
    op.add_column("inbound", sa.Column("size", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("inbound_sender", "inbound", ["queue_key", "received_at"])
    op.add_column("replies", sa.Column("lane", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE replies SET lane = 'd' || delivery_id WHERE delivery_id IS NOT NULL")
    op.execute("UPDATE replies SET lane = 'strangers' WHERE delivery_id IS NULL AND kind = 'mail'")
    op.create_index("replies_lane", "replies", ["lane", "received_at"])
