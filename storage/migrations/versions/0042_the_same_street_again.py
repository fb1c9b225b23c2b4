"""The same street again: a burglary near an earlier one, the preventive mail that is proposed then, two in one mail."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    op.add_column("drafts", sa.Column("preventive", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("drafts", sa.Column("joins", sa.String(40), nullable=False, server_default=""))
    op.execute("ALTER TABLE alerts ADD COLUMN with_id INTEGER REFERENCES alerts (id)")
    op.create_index("alerts_with", "alerts", ["with_id"])
    under_way = sa.text("kind = 'preventive' AND status IN ('requested', 'returned', 'approved')")
    op.create_index(
        "one_preventive_mail",
        "alerts",
        ["about_id"],
        unique=True,
        sqlite_where=under_way,
        postgresql_where=under_way,
    )
    op.create_table(
        "repeats",
        sa.Column("alert_id", sa.Integer(), sa.ForeignKey("alerts.id"), primary_key=True, autoincrement=False),
        sa.Column("first_id", sa.Integer(), sa.ForeignKey("alerts.id"), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by_name", sa.Text()),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.Column("preventive_id", sa.Integer(), sa.ForeignKey("alerts.id")),
        sa.CheckConstraint("alert_id <> first_id", name="two_burglaries"),
        sa.CheckConstraint("(status = 'requested') = (preventive_id IS NOT NULL)", name="requested_by_a_mail"),
    )
    op.create_index("repeats_first", "repeats", ["first_id"])
    op.create_index("repeats_preventive", "repeats", ["preventive_id"])
