"""The table of the figures: reports that were, or are to be, posted."""

from sqlalchemy import Column, String, Table, Text, UniqueConstraint

from storage.schema.columns import Moment, key, metadata, texts
from storage.schema.teams import of_a_team

reports = Table(
    "reports",
    metadata,
    key(),
    Column("period", String(20), nullable=False),
    Column("occasion", String(20), nullable=False),  # the day on which somebody asked for it, or "monthly"
    *texts("by_name"),
    Column("asked_at", Moment, nullable=False),
    Column("picture_file_id", Text),
    Column("files_at", Moment),  # since when its files are owed to its thread
    Column("leader_files_at", Moment),  # and those without names, to the one in the project leader's channel
    of_a_team(),
    UniqueConstraint("period", "occasion", "team_id", name="one_report_an_occasion"),
    sqlite_autoincrement=True,
)
