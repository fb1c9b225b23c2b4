"""The table of reach: how many households each neighbourhood has."""

from sqlalchemy import Column, Integer, Table, Text

from storage.schema.columns import metadata

households = Table(
    "households",
    metadata,
    Column("name_key", Text, primary_key=True),  # as neighbourhoods are compared
    Column("neighbourhood", Text, nullable=False),
    Column("number", Integer, nullable=False),
)
