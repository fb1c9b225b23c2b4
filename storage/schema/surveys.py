"""The tables of surveys. Nothing in them leads from an answer to a person, nor does the order of their rows."""

from sqlalchemy import JSON, CheckConstraint, Column, Date, ForeignKey, Index, Integer, String, Table, Text, text

from storage.schema.columns import Moment, key, metadata, optional_texts, texts
from storage.schema.teams import of_a_team
from storage.schema.words import named

surveys = Table(
    "surveys",
    metadata,
    key(),
    Column("form_key", String(40), nullable=False, unique=True),  # a form that comes twice is one request
    Column("status", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("since", Date, nullable=False),
    Column("closes_on", Date, nullable=False),
    *texts("remark", "requester_id", "requester_name"),
    Column("requested_at", Moment, nullable=False),
    *optional_texts("approver_id", "approver_name", "decided_by_name", "decided_reason"),
    Column("sent_at", Moment),
    Column("answered", Integer, nullable=False),
    Column("counts", JSON, nullable=False),  # by question and choice; a form as a whole stands nowhere
    Column("picture_file_id", Text),
    Column("results_at", Moment),  # since when the results are owed to the channel, the survey being over
    Column("erased_at", Moment),  # the open answers are gone
    of_a_team(),
    CheckConstraint("approver_id <> requester_id", name="four_eyes_on_a_survey"),
    CheckConstraint(named("requester_id", "approver_id"), name="people_of_a_survey_have_ids"),
    CheckConstraint("status NOT IN ('approved', 'sent') OR approver_id IS NOT NULL", name="asked_only_when_approved"),
    Index(
        "one_survey_waits",
        "team_id",
        "status",
        unique=True,
        sqlite_where=text("status = 'requested'"),
        postgresql_where=text("status = 'requested'"),
    ),
    sqlite_autoincrement=True,
)

survey_links_used = Table(
    "survey_links_used",
    metadata,
    Column("delivery_id", ForeignKey("deliveries.id"), primary_key=True, autoincrement=False),  # and not when
    of_a_team(),
)

survey_words = Table(
    "survey_words",
    metadata,
    Column("id", String(32), primary_key=True),  # random; two answers of one form share nothing
    Column("survey_id", ForeignKey("surveys.id"), nullable=False),
    *texts("question", "words"),
    of_a_team(),
    Index("survey_words_survey", "survey_id", "question"),
    sqlite_with_rowid=False,  # a row number would tell the order
)
