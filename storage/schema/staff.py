"""The table of who had which role when it was last looked at."""

from sqlalchemy import Column, String, Table, Text

from storage.schema.columns import Moment, metadata

role_holders = Table(
    "role_holders",
    metadata,
    Column("user_id", String(40), primary_key=True),
    Column("role", String(30), primary_key=True),
    Column("name", Text, nullable=False),
    Column("since", Moment, nullable=False),
)
