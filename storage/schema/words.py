"""Whose words a mail is: columns and conditions of alerts, what is proposed to a requester, what was mailed for."""

from collections.abc import Sequence

from sqlalchemy import JSON, CheckConstraint, Column, ForeignKey, Integer, String, Table
from sqlalchemy.schema import SchemaItem

from storage.schema.columns import Moment, metadata, optional_texts, texts

_OF_IDS = "'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'"


def named(*columns: str) -> str:
    """Each column holds an id as Slack writes it, or nothing where it may: `u1` can't pass for another than `U1`."""
    return " AND ".join(
        f"({column} IN ('unknown-approver', 'unknown-requester') OR ({column} = CAST({column} AS TEXT) "
        f"AND ltrim({column}, {_OF_IDS}) = '' AND {column} <> ''))"
        for column in columns
    )


def whose_words() -> Sequence[SchemaItem]:
    """The second lock on four eyes: no row says that somebody sent what they asked for or wrote themselves."""
    return (
        *texts("content_by_id", "content_by_name"),
        *optional_texts("supplemented_by_id", "supplemented_by_name"),
        CheckConstraint("approver_id <> requester_id", name="four_eyes"),
        CheckConstraint("approver_id <> content_by_id", name="four_eyes_on_the_words"),
        CheckConstraint(named("requester_id", "content_by_id", "approver_id"), name="people_have_ids"),
    )


proposals = Table(
    "proposals",
    metadata,
    Column("alert_id", ForeignKey("alerts.id"), primary_key=True, autoincrement=False),
    Column("content", JSON, nullable=False),
    Column("kept", JSON, nullable=False),
    *texts("by_id", "by_name"),
    Column("at", Moment, nullable=False),
)

mailed_versions = Table(
    "mailed_versions",
    metadata,
    Column("subject", String(10), primary_key=True),
    Column("subject_id", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
)
"""Written by the database itself with each mailing: what was approved once is not mailed twice, to others."""
