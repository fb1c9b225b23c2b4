"""The table of the app's Home: who has it before them, and what it shows."""

from sqlalchemy import JSON, Column, String, Table

from storage.schema.columns import Moment, metadata, texts

home_views = Table(
    "home_views",
    metadata,
    Column("user_id", String(40), primary_key=True),
    *texts("locale", "digest"),
    Column("pages", JSON, nullable=False),
    Column("opened_at", Moment, nullable=False),
)
