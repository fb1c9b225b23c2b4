"""Mails to one citizen, and the texts that the team made for them."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, String, Table, Text

from storage.schema.columns import Moment, key, metadata, texts
from storage.schema.teams import of_a_team

letters = Table(
    "letters",
    metadata,
    key(),
    Column("kind", Text, nullable=False),
    Column("reply_id", ForeignKey("replies.id")),
    Column("status", Text, nullable=False),
    Column("status_at", Moment, nullable=False),
    *texts("detail", "message_id", "recipient", "subject", "text", "html", "reply_token"),
    Column("held_until", Moment),  # it can be taken back until then
    Column("automatic", Boolean, nullable=False),
    *texts("in_reply_to", "references"),
    of_a_team(),
    Index("letters_reply", "reply_id"),
    sqlite_autoincrement=True,
)


answer_templates = Table(
    "answer_templates",
    metadata,
    Column("rating", String(30), primary_key=True),
    Column("offence", String(30), primary_key=True),
    *texts("text", "by_name"),
    Column("at", Moment, nullable=False),
    of_a_team(in_key=True),
)
