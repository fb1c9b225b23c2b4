"""Who signed up, and how many homes there are where."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, Text, text

from storage.schema.columns import Moment, key, metadata, metres, texts

HAS_LEFT = text("left_at IS NOT NULL")


WAS_PAUSED = text("paused_at IS NOT NULL")


participants = Table(
    "participants",
    metadata,
    key(),
    Column("email", String(254), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("postcode", String(7), nullable=False),
    *texts("house_number", "neighbourhood"),
    *metres("x", "y"),
    Column("cell", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("left_at", Moment),
    Column("left_reason", Text),
    Column("erased_at", Moment),  # a tombstone: who it was is gone, the ledger stays
    Column("paused_at", Moment),  # with the status `active`: they are tried once more
    Column("works_at", Moment),  # when mail to them was last known to work: failures count from then on
    Index("participants_area", "cell", "x", "y", "status"),
    Index("participants_postcode", "postcode"),
    Index("participants_left", "left_at", sqlite_where=HAS_LEFT, postgresql_where=HAS_LEFT),
    Index("participants_paused", "paused_at", sqlite_where=WAS_PAUSED, postgresql_where=WAS_PAUSED),
    sqlite_autoincrement=True,
)


households = Table(
    "households",
    metadata,
    Column("name_key", Text, primary_key=True),  # as neighbourhoods are compared
    Column("neighbourhood", Text, nullable=False),
    Column("number", Integer, nullable=False),
)


addresses = Table(
    "addresses",
    metadata,
    Column("postcode", String(7), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("addition", Text, primary_key=True),  # in capitals without signs, empty where there is none
    *texts("street", "place"),
    *metres("x", "y"),
    Column("cell", Integer, nullable=False),
    Column("is_home", Boolean, nullable=False),
    Column("edition", Integer, nullable=False),  # the file that named it last, counted from 1
    Index("addresses_area", "cell", "x", "y", "is_home", "postcode"),
    sqlite_with_rowid=False,
)
