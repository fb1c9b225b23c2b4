"""What citizens sent, and what came of it."""

from sqlalchemy import (
    JSON,
    BigInteger,
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
)

from storage.schema.columns import Moment, key, metadata, moments, optional_texts, texts
from storage.schema.teams import of_a_team

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
    Column("size", Integer, nullable=False, server_default="0"),  # bytes as it came
    Index("inbound_waiting", "read_at", "due_at"),
    Index("inbound_sender", "queue_key", "received_at"),
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
    Column("reply_to", Text, nullable=False, server_default=""),  # where it asks to be answered, if elsewhere
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
    Column("opened_at", Moment),  # when a colleague first took it, or opened a form to handle it
    Column("handled_at", Moment),  # since when nothing is owed to it
    Column("asked_by_name", Text),  # the last question that a colleague asked
    Column("asked_at", Moment),
    Column("erased_at", Moment),  # the words and who wrote them are gone; the figures stay
    Column("settled_at", Moment),  # since when it is rated, answered, and in BVH where relevant: the figures' "handled"
    Column("may_acknowledge", Boolean, nullable=False, server_default=false()),  # to the address that it came from
    Column("images", Text),  # where the images stand that were offered
    Column("images_until", Moment),  # the last day on which they can surely be fetched, as it begins
    Column("images_in_at", Moment),  # when they came in; empty while they are (again) wanted
    Column("images_by_name", Text),  # who decided about them, where somebody did
    Column("images_wanted_at", Moment),  # since when a colleague wants them: then more may come
    Column("camera_days", Integer),  # how long the citizen's camera keeps its images, as they say
    Column("images_only_at", Moment),  # since when nothing else is owed to it
    Column("images_end", Moment),  # at the latest: who waits for them stops, or their bytes go
    Column("images_asked_at", Moment),  # since when it was asked what becomes of them
    Column("lane", Text, nullable=False, server_default=""),  # whose flood it would belong to
    Column("mail_by_name", Text),  # who said which mail it is about, or that it is about none
    of_a_team(),
    Index("replies_lane", "lane", "received_at"),
    Index("replies_case", "case_alert_id"),
    Index("replies_follow_ups", "follow_up_of"),
    Index("replies_open", "label", "handled_at"),
    Index("replies_alert", "alert_id"),
    Index("replies_delivery", "delivery_id", "alert_id"),
    Index("replies_sender", "from_address", "alert_id"),
    Index("replies_received", "received_at"),
    Index("replies_phone", "phone_number"),
    Index("replies_label", "kind", "label"),
    Index("replies_images", "images", "alert_id"),
    Index("replies_images_end", "images_end"),
    sqlite_autoincrement=True,
)


attachments = Table(
    "attachments",
    metadata,
    key(),
    Column("reply_id", ForeignKey("replies.id"), nullable=False),
    *texts("name", "media_type"),
    Column("size", BigInteger().with_variant(Integer, "sqlite"), nullable=False),  # bytes
    *texts("blob_key", "scan"),
    Column("facts", JSON, nullable=False),  # what the file tells of itself: when, where, with which camera
    Column("sha256", Text, nullable=False, server_default=""),  # of the bytes as they came; empty: older ones
    Column("gone_at", Moment),  # its bytes went then; this row is the receipt
    of_a_team(),
    Index("attachments_reply", "reply_id"),
    sqlite_autoincrement=True,
)


handovers = Table(  # of a citizen's images, to a system of the police's
    "handovers",
    metadata,
    key(),
    Column("reply_id", ForeignKey("replies.id"), nullable=False),
    *texts("system", "number", "by_id", "by_name"),
    Column("at", Moment, nullable=False),
    of_a_team(),
    Index("handovers_reply", "reply_id"),
    sqlite_autoincrement=True,
)


uploads = Table(
    "uploads",
    metadata,
    key(),
    Column("delivery_id", ForeignKey("deliveries.id"), nullable=False),
    Column("alert_id", ForeignKey("alerts.id"), nullable=False),
    Column("reply_id", ForeignKey("replies.id")),  # whose attachment it became
    *texts("name", "told", "blob_key", "store", "state"),  # told: by its sender; store: the store's own name
    *texts("writer", "media_type", "sha256"),  # writer: the call that brings its next bytes
    Column("facts", JSON, nullable=False),
    Column("length", BigInteger, nullable=False),  # bytes
    Column("received", BigInteger, nullable=False),
    *moments("begun_at", "expires_at"),
    Column("warned_at", Moment),  # when the citizen was told that it will go
    of_a_team(),
    CheckConstraint("received BETWEEN 0 AND length", name="no_more_than_it_is_long"),
    Index("uploads_delivery", "delivery_id"),
    Index("uploads_alert", "alert_id"),
    Index("uploads_reply", "reply_id"),
    Index("uploads_state", "state", "expires_at"),
    sqlite_autoincrement=True,
)


ratings = Table(
    "ratings",
    metadata,
    key(),
    Column("reply_id", ForeignKey("replies.id"), nullable=False),
    *texts("rating", "by_id", "by_name"),
    Column("at", Moment, nullable=False),
    of_a_team(),
    Index("ratings_reply", "reply_id"),
    sqlite_autoincrement=True,
)


callbacks = Table(
    "callbacks",
    metadata,
    key(),
    Column("reply_id", ForeignKey("replies.id"), nullable=False),
    *texts("phone", "by_id", "by_name"),
    *moments("made_at", "due_at"),
    Column("reminded_at", Moment),
    Column("done_at", Moment),
    Column("done_by_name", Text),
    of_a_team(),
    Index("callbacks_reply", "reply_id"),
    Index("callbacks_due", "done_at", "due_at"),
    sqlite_autoincrement=True,
)


mentions = Table(
    "mentions",
    metadata,
    key(),
    Column("reply_id", ForeignKey("replies.id"), nullable=False),
    *texts("kind", "value"),  # as it is compared: a plate without dashes, a phone number in one form
    of_a_team(),
    UniqueConstraint("reply_id", "kind", "value", name="one_mention"),
    Index("mentions_value", "kind", "value", "reply_id"),
    sqlite_autoincrement=True,
)
