"""Citizens sign up, and keep their own data: what they choose, what they asked, and the codes that open their page."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"


def upgrade() -> None:
    for name in ("wants_alerts", "wants_outcomes", "wants_surveys", "wants_preventive"):
        op.add_column("participants", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("participants", sa.Column("paused_until", sa.DateTime(timezone=True)))
    op.add_column("participants", sa.Column("own_at", sa.DateTime(timezone=True)))
    op.drop_index("participants_area", "participants")
    op.create_index("participants_area", "participants", ["cell", "x", "y", "status", "wants_alerts"])
    pauses = sa.text("paused_until IS NOT NULL")
    op.create_index(
        "participants_paused_until", "participants", ["paused_until"], sqlite_where=pauses, postgresql_where=pauses
    )
    own = sa.text("own_at IS NOT NULL")
    op.create_index("participants_own", "participants", ["email"], sqlite_where=own, postgresql_where=own)
    op.create_table(
        "address_claims",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("kind", "email", "name", "postcode")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("house_number", "campaign", "consent", "client")),
        sa.Column("participant_id", sa.Integer(), sa.ForeignKey("participants.id")),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mailed_at", sa.DateTime(timezone=True)),
        sa.Column("confirmed_at", sa.DateTime(timezone=True)),
        sqlite_autoincrement=True,
    )
    op.create_index("address_claims_email", "address_claims", ["email"])
    op.create_index("address_claims_asked", "address_claims", ["asked_at"])
    unmailed = sa.text("mailed_at IS NULL")
    op.create_index(
        "address_claims_unmailed", "address_claims", ["id"], sqlite_where=unmailed, postgresql_where=unmailed
    )
    op.create_index("address_claims_participant", "address_claims", ["participant_id"])
    op.create_table(
        "page_codes",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("participant_id", sa.Integer(), sa.ForeignKey("participants.id"), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        sqlite_autoincrement=True,
    )
    op.create_index("page_codes_participant", "page_codes", ["participant_id", "sent_at"])
