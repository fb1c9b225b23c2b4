"""The tables of the work (house.py: the outbox, the audit trail). Migrations make them, and the code reads them so."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from storage.schema.columns import Moment, key, metadata, metres, moments, optional_texts, texts
from storage.schema.words import whose_words

HAS_LEFT = text("left_at IS NOT NULL")
WAS_PAUSED = text("paused_at IS NOT NULL")

participants = Table(
    "participants",
    metadata,
    key(),
    Column("email", String(254), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("postcode", String(7), nullable=False),
    *texts("house_number", "neighbourhood"),
    *metres("x", "y"),
    Column("cell", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("left_at", Moment),
    Column("left_reason", Text),
    Column("erased_at", Moment),  # a tombstone: who it was is gone, the ledger stays
    Column("paused_at", Moment),  # with the status `active`: they are tried once more
    Column("works_at", Moment),  # when mail to them was last known to work: failures count from then on
    Index("participants_area", "cell", "x", "y", "status"),
    Index("participants_postcode", "postcode"),
    Index("participants_left", "left_at", sqlite_where=HAS_LEFT, postgresql_where=HAS_LEFT),
    Index("participants_paused", "paused_at", sqlite_where=WAS_PAUSED, postgresql_where=WAS_PAUSED),
    sqlite_autoincrement=True,
)

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
)

reference_numbers = Table(
    "reference_numbers",
    metadata,
    Column("year", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
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
    Column("map_file_id", Text),
    Column("kind", Text, nullable=False, server_default="alert"),
    Column("about_id", ForeignKey("alerts.id")),  # an outcome mail: the alert that it is about
    Column("result", Text),  # what the case came to, said when it was closed
    Column("closed_at", Moment),
    *optional_texts("held_by_name", "held_reason"),  # legal hold: nothing of it is erased
    *whose_words(),
    Column("kept", JSON, nullable=False, server_default="[]"),  # what stays though the guard pointed it out, and why
    CheckConstraint(
        "status NOT IN ('approved', 'sent', 'closed') OR (approver_id IS NOT NULL AND approved_at IS NOT NULL)",
        name="sent_only_when_approved",
    ),
    Index("alerts_bvh_number", "bvh_number"),
    Index("alerts_window", "window_start"),
    Index("alerts_about", "about_id"),
    Index("alerts_status", "status"),
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
)

mailings = Table(
    "mailings",
    metadata,
    key(),
    Column("alert_id", ForeignKey("alerts.id"), unique=True),
    Column("survey_id", ForeignKey("surveys.id"), unique=True),
    Column("total", Integer, nullable=False),
    Column("planned_at", Moment, nullable=False),
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
    Column("number", Integer, nullable=False, server_default="0"),  # its place in the mailing, as it was planned
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
)

inbound = Table(
    "inbound",
    metadata,
    key(),
    *texts("kind", "queue_key"),  # queue: who it seems to be from, so that all get their turn
    Column("digest", String(64), nullable=False, unique=True),
    Column("raw", LargeBinary, nullable=False),
    Column("envelope_to", JSON, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("read_at", Moment),
    Column("attempts", Integer, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("blob_key", Text),  # where a large one is kept; `raw` is empty then
    Index("inbound_waiting", "read_at", "due_at"),
    sqlite_autoincrement=True,
)

replies = Table(
    "replies",
    metadata,
    key(),
    Column("inbound_id", ForeignKey("inbound.id"), nullable=False, unique=True),
    Column("alert_id", ForeignKey("alerts.id")),
    Column("delivery_id", ForeignKey("deliveries.id")),
    *texts("kind", "label"),
    Column("received_at", Moment, nullable=False),
    *texts("words", "original", "from_address", "from_name", "subject", "message_id", "references"),
    Column("attachment_names", JSON, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("rating", Text),
    Column("rated_by_name", Text),
    Column("answered_by_name", Text),
    Column("answered_at", Moment),
    Column("bvh_number", Text),
    Column("bvh_by_name", Text),
    Column("phone", Text, nullable=False, server_default=""),
    Column("phone_number", Text, nullable=False, server_default=""),  # as it is compared; empty: not understood
    Column("sender_check", Text, nullable=False, server_default=""),  # whether the From line was proven
    Column("cautions", JSON, nullable=False, server_default="[]"),
    *optional_texts("assignee_id", "assignee_name"),
    Column("taken_at", Moment),  # since when who has it did nothing to it
    Column("case_alert_id", ForeignKey("alerts.id")),  # relevant elsewhere: in this case
    *optional_texts("case_bvh_number", "not_escalated_by_name"),
    Column("follow_up_of", ForeignKey("replies.id")),  # the citizen writes on about this reply
    Column("reopened_at", Moment),  # their words since then want an answer of their own
    Column("handled_at", Moment),  # since when nothing is owed to it
    Column("asked_by_name", Text),  # the last question that a colleague asked
    Column("asked_at", Moment),
    Column("erased_at", Moment),  # the words and who wrote them are gone; the figures stay
    Column("settled_at", Moment),  # since when it is rated, answered, and in BVH where relevant: the figures' "handled"
    Column("may_acknowledge", Boolean, nullable=False, server_default=false()),  # to the address that it came from
    Index("replies_case", "case_alert_id"),
    Index("replies_follow_ups", "follow_up_of"),
    Index("replies_open", "label", "handled_at"),
    Index("replies_alert", "alert_id"),
    Index("replies_delivery", "delivery_id"),
    Index("replies_sender", "from_address", "received_at"),
    Index("replies_received", "received_at"),
    Index("replies_phone", "phone_number"),
    Index("replies_label", "kind", "label"),
    sqlite_autoincrement=True,
)

attachments = Table(
    "attachments",
    metadata,
    key(),
    Column("reply_id", ForeignKey("replies.id"), nullable=False),
    *texts("name", "media_type"),
    Column("size", Integer, nullable=False),  # bytes
    *texts("blob_key", "scan"),
    Column("facts", JSON, nullable=False),  # what the file tells of itself: when, where, with which camera
    Index("attachments_reply", "reply_id"),
    sqlite_autoincrement=True,
)

ratings = Table(
    "ratings",
    metadata,
    key(),
    Column("reply_id", ForeignKey("replies.id"), nullable=False),
    *texts("rating", "by_id", "by_name"),
    Column("at", Moment, nullable=False),
    Index("ratings_reply", "reply_id"),
    sqlite_autoincrement=True,
)

letters = Table(
    "letters",
    metadata,
    key(),
    Column("kind", Text, nullable=False),
    Column("reply_id", ForeignKey("replies.id")),
    Column("status", Text, nullable=False),
    Column("status_at", Moment, nullable=False),
    *texts("detail", "message_id", "recipient", "subject", "text", "html", "reply_token"),
    Column("automatic", Boolean, nullable=False),
    *texts("in_reply_to", "references"),
    Index("letters_reply", "reply_id"),
    sqlite_autoincrement=True,
)

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
    Column("read_by_name", Text),
    Column("read_at", Moment),
    Index("leads_alert", "alert_id"),
    Index("leads_result", "result", "escalated_at"),
    sqlite_autoincrement=True,
)
