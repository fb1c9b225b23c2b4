"""What is owed to the world, where messages stand, and who runs a timed job."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from storage.schema.columns import Moment, key, metadata, optional_texts, texts
from storage.schema.teams import of_a_team

outbox = Table(
    "outbox",
    metadata,
    key(),
    *texts("queue_key", "task", "reason"),
    Column("subject_id", Integer, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("owed_at", Moment),
    Column("claimed_until", Moment),
    Column("attempts", Integer, nullable=False),
    Column("uncertain", Boolean, nullable=False),
    Column("dead_at", Moment),
    Column("refusals", Integer, nullable=False, server_default="0"),  # tries that the chat refused it alone
    Column("lane", Integer, nullable=False, server_default="1"),  # below 1: it passes what is new in its queue
    *optional_texts("decision", "decided_by_name"),  # a superuser's, about one that is refused
    of_a_team(),
    Index("outbox_queue", "queue_key", "lane", "id"),
    Index("outbox_lane", "lane", "id"),
    Index("outbox_subject", "task", "subject_id"),
    sqlite_autoincrement=True,  # an id is a message's key in the chat: never used again
)


messages = Table(
    "messages",
    metadata,
    Column("task", Text, primary_key=True),
    Column("subject_id", Integer, primary_key=True, autoincrement=False),
    *texts("channel_id", "ts", "link"),
    of_a_team(in_key=True),
)


leases = Table(
    "leases",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("held_by", Text, nullable=False),
    Column("until", Moment, nullable=False),
)


standstills = Table(
    "standstills",
    metadata,
    key(),
    Column("asked_at", Moment, nullable=False),
    *optional_texts("decision", "decided_by_name"),
    of_a_team(),
    sqlite_autoincrement=True,
)


stood_ready = Table(
    "stood_ready",
    metadata,
    Column("standstill_id", ForeignKey("standstills.id"), primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("subject_id", Integer, primary_key=True, autoincrement=False),
    *texts("reference"),
    Column("people", Integer, nullable=False),
    Column("since", Moment, nullable=False),
    Column("uncertain", Boolean, nullable=False),
    of_a_team(),
)
"""As it was when it was asked about: what lapses or is erased is gone from its own table."""
