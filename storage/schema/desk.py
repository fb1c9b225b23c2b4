"""The tables of the desk: the team's own answers, calls to make, what replies have in common, reminders."""

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text, UniqueConstraint

from storage.schema.columns import Moment, key, metadata, moments, texts

answer_templates = Table(
    "answer_templates",
    metadata,
    Column("rating", String(30), primary_key=True),
    Column("offence", String(30), primary_key=True),
    *texts("text", "by_name"),
    Column("at", Moment, nullable=False),
)

callbacks = Table(
    "callbacks",
    metadata,
    key(),
    Column("reply_id", ForeignKey("replies.id"), nullable=False),
    *texts("phone", "by_id", "by_name"),
    *moments("made_at", "due_at"),
    Column("reminded_at", Moment),
    Column("done_at", Moment),
    Column("done_by_name", Text),
    Index("callbacks_reply", "reply_id"),
    Index("callbacks_due", "done_at", "due_at"),
    sqlite_autoincrement=True,
)

mentions = Table(
    "mentions",
    metadata,
    key(),
    Column("reply_id", ForeignKey("replies.id"), nullable=False),
    *texts("kind", "value"),  # as it is compared: a plate without dashes, a phone number in one form
    UniqueConstraint("reply_id", "kind", "value", name="one_mention"),
    Index("mentions_value", "kind", "value", "reply_id"),
    sqlite_autoincrement=True,
)

reminders = Table(
    "reminders",
    metadata,
    Column("subject", String(60), primary_key=True),  # "reply 12"
    Column("step", String(30), primary_key=True),
    Column("at", Moment, nullable=False),
)
