"""The tables of the house: what is owed to the world, who did what, who holds which job."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from storage.schema.columns import Moment, key, metadata, texts

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
    Index("outbox_queue", "queue_key", "id"),
    Index("outbox_subject", "task", "subject_id"),
    sqlite_autoincrement=True,  # an id is a message's key in the chat: never used again
)

messages = Table(
    "messages",
    metadata,
    Column("task", Text, primary_key=True),
    Column("subject_id", Integer, primary_key=True, autoincrement=False),
    *texts("channel_id", "ts", "link"),
)

audit = Table(
    "audit",
    metadata,
    key(),
    Column("at", Moment, nullable=False),
    *texts("who", "what", "subject"),
    Column("details", JSON, nullable=False),
    Index("audit_subject", "subject"),
    sqlite_autoincrement=True,
)

audit_seals = Table(
    "audit_seals",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("audit_id", ForeignKey("audit.id"), nullable=False, unique=True),
    Column("hash", String(64), nullable=False),
)

erased_addresses = Table(  # nobody is named here: no file enrols again whom we forgot
    "erased_addresses",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("key_check", String(64), nullable=False),
    Column("erased_at", Moment, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("held_by", Text, nullable=False),
    Column("until", Moment, nullable=False),
)
