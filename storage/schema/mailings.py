"""The ledger: what went to whom, and what became of it."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from storage.schema.columns import Moment, key, metadata
from storage.schema.teams import of_a_team

mailings = Table(
    "mailings",
    metadata,
    key(),
    Column("alert_id", ForeignKey("alerts.id"), unique=True),
    Column("survey_id", ForeignKey("surveys.id"), unique=True),
    Column("total", Integer, nullable=False),
    Column("planned_at", Moment, nullable=False),
    of_a_team(),
    CheckConstraint("(alert_id IS NULL) <> (survey_id IS NULL)", name="one_topic"),
    sqlite_autoincrement=True,
)


batches = Table(
    "batches",
    metadata,
    key(),
    Column("mailing_id", ForeignKey("mailings.id"), nullable=False),
    Column("status", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("claimed_until", Moment),
    Column("detail", Text, nullable=False),
    Column("decided_by_name", Text),
    Column("decision", Text),
    Column("asked_at", Moment),  # when the superusers were asked about it
    Column("hitch", Text),  # whose trouble it is that it waits after a try
    Column("number", Integer, nullable=False, server_default="0"),  # its place in the mailing, as it was planned
    of_a_team(),
    Index("batches_mailing", "mailing_id", "status"),
    Index("batches_number", "mailing_id", "number"),
    Index("batches_status", "status", "due_at"),
    sqlite_autoincrement=True,
)


deliveries = Table(
    "deliveries",
    metadata,
    key(),
    Column("mailing_id", ForeignKey("mailings.id"), nullable=False),
    Column("batch_id", ForeignKey("batches.id"), nullable=False),
    Column("participant_id", ForeignKey("participants.id"), nullable=False),
    Column("state", Text, nullable=False),
    Column("state_at", Moment, nullable=False),
    Column("reason", Text, nullable=False),
    Column("fault", Text),  # why it came back
    of_a_team(),
    UniqueConstraint("mailing_id", "participant_id", name="one_mail_a_person"),
    Index("deliveries_batch", "batch_id"),
    Index("deliveries_participant", "participant_id", "mailing_id"),
    sqlite_autoincrement=True,
)


nothing_seen = Table(
    "nothing_seen",
    metadata,
    Column("delivery_id", ForeignKey("deliveries.id"), primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    of_a_team(),
)


mailed_versions = Table(
    "mailed_versions",
    metadata,
    Column("subject", String(10), primary_key=True),
    Column("subject_id", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
)
"""Written by the database itself with each mailing: what was approved once is not mailed twice, to others."""
