"""Who signed up, and how many homes there are where."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, text, true

from storage.schema.columns import Moment, key, metadata, metres, moments, texts
from storage.schema.teams import of_a_team

HAS_LEFT = text("left_at IS NOT NULL")


WAS_PAUSED = text("paused_at IS NOT NULL")


PAUSES = text("paused_until IS NOT NULL")


OWN = text("own_at IS NOT NULL")


UNMAILED = text("mailed_at IS NULL")


WANTED = ("wants_alerts", "wants_outcomes", "wants_surveys", "wants_preventive")


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
    Column("paused_until", Moment),  # by themselves, with the status `paused`
    *(Column(name, Boolean, nullable=False, server_default=true()) for name in WANTED),
    Column("own_at", Moment),  # when they gave or changed their data themselves: no file undoes it
    Index("participants_area", "cell", "x", "y", "status", "wants_alerts"),
    Index("participants_postcode", "postcode"),
    Index("participants_left", "left_at", sqlite_where=HAS_LEFT, postgresql_where=HAS_LEFT),
    Index("participants_paused", "paused_at", sqlite_where=WAS_PAUSED, postgresql_where=WAS_PAUSED),
    Index("participants_own", "email", sqlite_where=OWN, postgresql_where=OWN),
    Index("participants_paused_until", "paused_until", sqlite_where=PAUSES, postgresql_where=PAUSES),
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


address_claims = Table(  # somebody says that an address is theirs: a mail to it asks
    "address_claims",
    metadata,
    key(),
    Column("kind", Text, nullable=False),
    *texts("email", "name", "postcode", "house_number", "campaign", "consent", "client"),
    Column("participant_id", ForeignKey("participants.id")),  # whose new address it is, or who signed up by it
    Column("asked_at", Moment, nullable=False),
    Column("mailed_at", Moment),  # when it was decided what is mailed, if anything
    Column("confirmed_at", Moment),
    Index("address_claims_email", "email"),
    Index("address_claims_asked", "asked_at"),
    Index("address_claims_unmailed", "id", sqlite_where=UNMAILED, postgresql_where=UNMAILED),
    Index("address_claims_participant", "participant_id"),
    sqlite_autoincrement=True,
)


page_codes = Table(  # what opens somebody's own page
    "page_codes",
    metadata,
    key(),
    Column("participant_id", ForeignKey("participants.id"), nullable=False),
    *texts("digest"),
    *moments("sent_at"),
    Column("tries", Integer, nullable=False),
    Column("used_at", Moment),
    Index("page_codes_participant", "participant_id", "sent_at"),
    sqlite_autoincrement=True,
)


campaigns = Table(
    "campaigns",
    metadata,
    key(),
    Column("code", String(40), nullable=False, unique=True),
    *texts("neighbourhood", "by_id", "by_name"),
    *(Column(name, Integer, nullable=False) for name in ("participants", "households", "missing")),  # as it began
    *moments("started_at"),
    Column("opened", Integer, nullable=False),
    Column("told_at", Moment),  # when what it brought was owed to the superusers
    of_a_team(),
    sqlite_autoincrement=True,
)
