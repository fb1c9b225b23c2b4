"""Replies that went to the burglary team."""

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from storage.schema.columns import Moment, key, metadata, optional_texts
from storage.schema.teams import of_a_team

leads = Table(
    "leads",
    metadata,
    key(),
    Column("reply_id", ForeignKey("replies.id"), nullable=False, unique=True),
    Column("alert_id", ForeignKey("alerts.id")),  # the case whose thread it hangs in
    Column("escalated_by_name", Text, nullable=False),
    Column("escalated_at", Moment, nullable=False),
    Column("result", Text),
    *optional_texts("result_by_id", "result_by_name"),
    Column("result_at", Moment),
    Column("note", Text, nullable=False, server_default=""),
    Column("line", Text, nullable=False, server_default=""),  # the desk's own, for the team
    Column("read_by_name", Text),
    Column("read_at", Moment),
    of_a_team(),
    Index("leads_alert", "alert_id"),
    Index("leads_result", "result", "escalated_at"),
    sqlite_autoincrement=True,
)
