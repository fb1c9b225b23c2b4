"""The trail, its seals, and who was erased."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table

from storage.schema.columns import Moment, key, metadata, texts
from storage.schema.teams import of_a_team

audit = Table(
    "audit",
    metadata,
    key(),
    Column("at", Moment, nullable=False),
    *texts("who", "what", "subject"),
    Column("details", JSON, nullable=False),
    of_a_team(),
    Index("audit_subject", "subject"),
    sqlite_autoincrement=True,
)


audit_seals = Table(
    "audit_seals",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("audit_id", ForeignKey("audit.id"), nullable=False, unique=True),
    Column("hash", String(64), nullable=False),
    Column("key", String(16), nullable=False),
)


audit_words = Table(  # beside the trail: what goes with a reply or a person
    "audit_words",
    metadata,
    Column("audit_id", ForeignKey("audit.id"), primary_key=True, autoincrement=False),
    Column("salt", String(32), nullable=False),
    Column("words", JSON, nullable=False),
    of_a_team(),
)


link_uses = Table(  # a link to an attachment that was used opens nothing a second time
    "link_uses",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("at", Moment, nullable=False),
)


erased_addresses = Table(  # nobody is named here: no file enrols again whom we forgot
    "erased_addresses",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("key_check", String(64), nullable=False),
    Column("erased_at", Moment, nullable=False),
)
