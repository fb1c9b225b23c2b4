"""The desk: who has a reply, which case it belongs to, when it was handled; leads read and judged; legal hold."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

REPLY_TEXTS = ("assignee_id", "assignee_name", "case_bvh_number", "not_escalated_by_name", "asked_by_name")
REPLY_MOMENTS = ("taken_at", "reopened_at", "handled_at", "erased_at", "asked_at")


def upgrade() -> None:
    for name in REPLY_TEXTS:
        op.execute(f"ALTER TABLE replies ADD COLUMN {name} TEXT")
    for name in REPLY_MOMENTS:
        op.add_column("replies", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.execute("ALTER TABLE replies ADD COLUMN case_alert_id INTEGER REFERENCES alerts(id)")
    op.execute("ALTER TABLE replies ADD COLUMN follow_up_of INTEGER REFERENCES replies(id)")
    op.create_index("replies_case", "replies", ["case_alert_id"])
    op.create_index("replies_follow_ups", "replies", ["follow_up_of"])
    op.create_index("replies_open", "replies", ["label", "handled_at"])
    for name in ("result", "held_by_name", "held_reason"):
        op.execute(f"ALTER TABLE alerts ADD COLUMN {name} TEXT")
    op.add_column("participants", sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("alerts", sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True))
    _make_leads_know_their_case()
    _say_what_was_handled()
    _create_tables()


def _make_leads_know_their_case() -> None:
    op.execute("ALTER TABLE leads ADD COLUMN alert_id INTEGER REFERENCES alerts(id)")
    op.execute("UPDATE leads SET alert_id = (SELECT alert_id FROM replies WHERE replies.id = leads.reply_id)")
    op.create_index("leads_alert", "leads", ["alert_id"])
    op.execute("ALTER TABLE leads ADD COLUMN note TEXT NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE leads ADD COLUMN read_by_name TEXT")
    op.add_column("leads", sa.Column("read_at", sa.DateTime(timezone=True), nullable=True))


def _say_what_was_handled() -> None:
    """What was done by the rules until now stays done: nobody is asked whether the burglary team should have had it."""
    op.execute(
        "UPDATE replies SET handled_at = answered_at, not_escalated_by_name = CASE WHEN rating = 'relevant_here' "
        "AND NOT EXISTS (SELECT 1 FROM leads WHERE leads.reply_id = replies.id) THEN rated_by_name END "
        "WHERE label = 'reply' AND answered_at IS NOT NULL AND rating IS NOT NULL "
        "AND (rating = 'not_relevant' OR bvh_number IS NOT NULL) AND EXISTS ("
        "SELECT 1 FROM letters WHERE letters.reply_id = replies.id AND letters.kind = 'answer' "
        "AND letters.status IN ('waiting', 'calling', 'sent', 'spoken'))"
    )


def _create_tables() -> None:
    op.create_table(
        "answer_templates",
        sa.Column("rating", sa.String(30), nullable=False),
        sa.Column("offence", sa.String(30), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("rating", "offence"),
    )
    op.create_table(
        "callbacks",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("reply_id", sa.Integer(), sa.ForeignKey("replies.id"), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by_name", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("callbacks_reply", "callbacks", ["reply_id"])
    op.create_index("callbacks_due", "callbacks", ["done_at", "due_at"])
    op.create_table(
        "mentions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("reply_id", sa.Integer(), sa.ForeignKey("replies.id"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("reply_id", "kind", "value", name="one_mention"),
        sqlite_autoincrement=True,
    )
    op.create_index("mentions_value", "mentions", ["kind", "value", "reply_id"])
    op.create_table(
        "reminders",
        sa.Column("subject", sa.String(60), nullable=False),
        sa.Column("step", sa.String(30), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("subject", "step"),
    )
