"""Alerts, their versions, and forms on their way."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    false,
    text,
)

from storage.schema.columns import Moment, ShapeText, key, metadata, metres, moments, optional_texts, texts
from storage.schema.teams import of_a_team
from storage.schema.words import whose_words

PREVENTIVE_UNDER_WAY = text("kind = 'preventive' AND status IN ('requested', 'returned', 'approved')")

drafts = Table(
    "drafts",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("owner_id", Text, nullable=False),
    Column("alert_id", Integer),
    Column("base_version", Integer, nullable=False),
    Column("about_id", Integer),
    Column("incident_id", Integer),
    Column("content", JSON, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("kept", JSON, nullable=False, server_default="[]"),
    Column("on_map", Boolean, nullable=False, server_default=false()),
    *(Column(name, Text, nullable=False, server_default="") for name in ("form_view", "preview_view")),
    Column("preventive", Boolean, nullable=False, server_default=false()),
    Column("joins", String(40), nullable=False, server_default=""),  # the draft that goes out in this one's mail
    of_a_team(),
)


typed_requests = Table(
    "typed_requests",
    metadata,
    Column("owner_id", Text, primary_key=True),
    Column("draft_id", String(40), nullable=False),
    Column("incident_id", Integer),
    Column("typed", JSON, nullable=False),
    *moments("opened_at", "typed_at"),
    of_a_team(in_key=True),
)
"""What a colleague typed last in a form that was not filed; a day long."""


reference_numbers = Table(
    "reference_numbers",
    metadata,
    Column("year", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
    of_a_team(in_key=True),
)


alerts = Table(
    "alerts",
    metadata,
    key(),
    Column("reference", String(20), nullable=False, unique=True),
    Column("status", Text, nullable=False),
    Column("version", Integer, nullable=False),
    *texts("offence", "street", "house_number", "postcode", "place", "neighbourhood"),
    *moments("window_start", "window_end"),
    *texts("what_happened", "description", "question"),
    Column("radius_m", Integer, nullable=False),
    Column("bvh_number", Text, nullable=False),
    Column("bvh_key", Text, nullable=False, server_default=""),  # the number as it is compared, without signs
    *metres("x", "y"),
    Column("approximate", Boolean, nullable=False),
    *texts("keep_reason", "requester_id", "requester_name"),
    *moments("opened_at", "requested_at"),
    Column("approver_id", Text),
    Column("approver_name", Text),
    Column("approved_at", Moment),
    Column("sent_at", Moment),
    Column("decided_by_name", Text),
    Column("decided_reason", Text),
    Column("decided_at", Moment),
    Column("map_file_id", Text),
    Column("kind", Text, nullable=False, server_default="alert"),
    Column("about_id", ForeignKey("alerts.id")),  # an outcome or preventive mail: the alert that it is about
    Column("result", Text),  # what the case came to, said when it was closed
    Column("closed_at", Moment),
    *optional_texts("held_by_name", "held_reason"),  # legal hold: nothing of it is erased
    *whose_words(),
    Column("ending", Text),  # of an outcome mail: what its case came to, as the mail tells it
    Column("kept", JSON, nullable=False, server_default="[]"),  # what stays though the guard pointed it out, and why
    Column("shape", ShapeText),  # the area, where it was chosen on the map
    of_a_team(),
    CheckConstraint(
        "status NOT IN ('approved', 'sent', 'closed') OR (approver_id IS NOT NULL AND approved_at IS NOT NULL)",
        name="sent_only_when_approved",
    ),
    Column("with_id", ForeignKey("alerts.id")),  # goes out in the mail of this one
    Index("alerts_with", "with_id"),
    Index("alerts_bvh_key", "bvh_key"),
    Index("alerts_window", "window_start"),
    Index("alerts_about", "about_id"),
    Index("alerts_status", "status"),
    Index(
        "one_preventive_mail",
        "about_id",
        unique=True,
        sqlite_where=PREVENTIVE_UNDER_WAY,
        postgresql_where=PREVENTIVE_UNDER_WAY,
    ),
    sqlite_autoincrement=True,
)


alert_versions = Table(
    "alert_versions",
    metadata,
    Column("alert_id", ForeignKey("alerts.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("content", JSON, nullable=False),
    *texts("keep_reason", "by_id", "by_name"),
    Column("at", Moment, nullable=False),
    Column("kept", JSON, nullable=False, server_default="[]"),
    of_a_team(),
)


offences = Table(
    "offences",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    *texts("name", "subject", "in_sentence", "first_line", "tips", "by_id", "by_name"),
    Column("in_the_street", Boolean, nullable=False),
    Column("retired", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
    of_a_team(),
)
"""Offences that superusers added; a change is a row of its own, so that a mail keeps the words that it had."""


proposals = Table(
    "proposals",
    metadata,
    Column("alert_id", ForeignKey("alerts.id"), primary_key=True, autoincrement=False),
    Column("content", JSON, nullable=False),
    Column("kept", JSON, nullable=False),
    *texts("by_id", "by_name"),
    Column("at", Moment, nullable=False),
    of_a_team(),
)


repeats = Table(
    "repeats",
    metadata,
    Column("alert_id", ForeignKey("alerts.id"), primary_key=True, autoincrement=False),
    Column("first_id", ForeignKey("alerts.id"), nullable=False),
    Column("status", Text, nullable=False),
    Column("proposed_at", Moment, nullable=False),
    *optional_texts("decided_by_name"),
    Column("decided_at", Moment),
    Column("preventive_id", ForeignKey("alerts.id")),
    of_a_team(),
    CheckConstraint("alert_id <> first_id", name="two_burglaries"),
    CheckConstraint("(status = 'requested') = (preventive_id IS NOT NULL)", name="requested_by_a_mail"),
    Index("repeats_first", "first_id"),
    Index("repeats_preventive", "preventive_id"),
)
"""A burglary near an earlier one: a preventive mail is proposed, once, whichever copy of the program sees it."""
