"""The desk: which reminders there were, who has the Home before them, who is who in Slack, what is only counted."""

from sqlalchemy import JSON, Boolean, Column, Integer, String, Table, Text

from storage.schema.columns import Moment, metadata, texts
from storage.schema.teams import of_a_team

reminders = Table(
    "reminders",
    metadata,
    Column("subject", String(60), primary_key=True),  # "reply 12"
    Column("step", String(30), primary_key=True),
    Column("at", Moment, nullable=False),
    of_a_team(),
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
    of_a_team(in_key=True),
)


look_ups = Table(
    "look_ups",
    metadata,
    Column("key", String(80), primary_key=True),  # "members C0123"
    Column("at", Moment, nullable=False),
)


memberships = Table(
    "memberships",
    metadata,
    Column("place_id", String(40), primary_key=True),  # a channel's id, or a user group's
    Column("user_id", String(40), primary_key=True),
    Column("is_in", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
)


accounts = Table(
    "accounts",
    metadata,
    Column("user_id", String(40), primary_key=True),
    *texts("name", "called", "locale"),
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


tallies = Table(
    "tallies",
    metadata,
    Column("name", String(30), primary_key=True),
    Column("detail", String(30), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("since", Moment, nullable=False),
    Column("last_at", Moment, nullable=False),
)
