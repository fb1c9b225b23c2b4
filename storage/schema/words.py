"""Whose words a mail is: columns and conditions that alerts and surveys share."""

from collections.abc import Sequence

from sqlalchemy import CheckConstraint
from sqlalchemy.schema import SchemaItem

from storage.schema.columns import optional_texts, texts

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
