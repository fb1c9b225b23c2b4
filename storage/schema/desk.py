"""The desk: which reminders there were, who has the Home before them, who had which role."""

from sqlalchemy import JSON, Column, Integer, String, Table, Text

from storage.schema.columns import Moment, metadata, texts

reminders = Table(
    "reminders",
    metadata,
    Column("subject", String(60), primary_key=True),  # "reply 12"
    Column("step", String(30), primary_key=True),
    Column("at", Moment, nullable=False),
)


home_views = Table(
    "home_views",
    metadata,
    Column("user_id", String(40), primary_key=True),
    *texts("locale", "digest"),
    Column("pages", JSON, nullable=False),
    Column("opened_at", Moment, nullable=False),
)


role_holders = Table(
    "role_holders",
    metadata,
    Column("user_id", String(40), primary_key=True),
    Column("role", String(30), primary_key=True),
    Column("name", Text, nullable=False),
    Column("since", Moment, nullable=False),
)


troubles = Table(
    "troubles",
    metadata,
    Column("key", String(80), primary_key=True),  # "job posting"
    Column("since", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
)


heartbeat = Table(
    "heartbeat",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
)
