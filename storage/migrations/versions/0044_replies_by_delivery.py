"""At each mail it is looked up what its citizen wrote about the same alert: that read all replies to it."""

from alembic import op

revision = "0044"
down_revision = "0042"

INDEXES = {
    "replies_delivery": ["delivery_id", "alert_id"],
    "replies_sender": ["from_address", "alert_id"],
}


def upgrade() -> None:
    for name, columns in INDEXES.items():
        op.drop_index(name, "replies")
        op.create_index(name, "replies", columns)
