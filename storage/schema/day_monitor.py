"""The tables of the day monitor: files that came in, incidents, who is in today, and the mornings' messages."""

from typing import Final

from sqlalchemy import JSON, Column, ForeignKey, Index, String, Table, Text, UniqueConstraint, case

from bot.domain.day_monitor.dividing import SkipReason
from storage.schema.columns import Moment, key, metadata, moments, optional_texts, texts
from storage.schema.teams import of_a_team

day_monitor_files = Table(
    "day_monitor_files",
    metadata,
    key(),
    *texts("source", "source_key", "by_id", "by_name"),  # the chat's file, a mail, a command; its id there, or its hash
    Column("came_at", Moment, nullable=False),
    Column("read_at", Moment),
    Column("digest", String(64)),  # of a file that was read whole: once more it changes nothing
    Column("report", JSON),  # counts, and what was wrong by line and column; nothing of a line itself
    of_a_team(),
    UniqueConstraint("source", "source_key", "team_id", name="one_day_monitor_file"),
    Index("day_monitor_files_digest", "digest"),
    sqlite_autoincrement=True,
)

incidents = Table(
    "incidents",
    metadata,
    key(),
    Column("bvh_key", Text, nullable=False),  # the number as it is compared, without signs
    Column("bvh_number", Text, nullable=False, server_default=""),  # as it was written last
    Column("offence", String(30), nullable=False),
    *texts("street", "house_number", "postcode", "place", "what_happened", "description"),
    *moments("window_start", "window_end"),
    Column("reported_at", Moment),
    Column("status", String(20), nullable=False),
    *moments("first_seen_at", "changed_at", "seen_at"),  # seen_at: the last file that named it
    *optional_texts("assignee_id", "assignee_name", "assigned_by_name"),
    Column("assigned_at", Moment),
    *optional_texts("skipped_by_name", "skip_reason"),
    Column("skipped_at", Moment),
    Column("erased_at", Moment),  # where it was and what happened are gone; the figures stay
    Column("alert_id", ForeignKey("alerts.id")),
    of_a_team(),
    UniqueConstraint("bvh_key", "team_id", name="one_incident_a_number"),
    Index("incidents_status", "status", "first_seen_at"),
    Index("incidents_alert", "alert_id"),
    sqlite_autoincrement=True,
)

SKIP_KIND: Final = case(
    (incidents.c.skip_reason.is_(None), None),
    (incidents.c.skip_reason.in_(sorted(SkipReason)), incidents.c.skip_reason),
    else_=SkipReason.OTHER,
)
"""Of why no mail was asked for, without anybody's own words: figures count it."""

on_duty = Table(
    "on_duty",
    metadata,
    Column("day", String(10), primary_key=True),  # the local date
    Column("user_id", String(40), primary_key=True),
    *texts("name"),
    Column("at", Moment, nullable=False),
    of_a_team(in_key=True),
)

divisions = Table(
    "divisions",
    metadata,
    key(),
    Column("day", String(10), nullable=False),  # the local date, one message a day
    Column("at", Moment, nullable=False),
    of_a_team(),
    UniqueConstraint("day", "team_id", name="one_division_a_day"),
    sqlite_autoincrement=True,
)
