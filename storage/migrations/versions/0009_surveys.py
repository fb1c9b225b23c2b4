"""Surveys: requests with four eyes, counts, words without an author; and mailings that are about one."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_UNAPPROVED = "nobody approved this alert"
_UNAPPROVED_SURVEY = "nobody approved this survey"
_NO_ALERT_APPROVER = "(SELECT approver_id FROM alerts WHERE id = NEW.alert_id) IS NULL"
_NO_SURVEY_APPROVER = "(SELECT approver_id FROM surveys WHERE id = NEW.survey_id) IS NULL"


def upgrade() -> None:
    _create_tables()
    if op.get_bind().dialect.name == "sqlite":
        _let_sqlite_mailings_be_about_a_survey()
    else:
        _let_postgresql_mailings_be_about_a_survey()


def _create_tables() -> None:
    op.create_table(
        "surveys",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("form_key", sa.String(40), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("remark", "requester_id", "requester_name")),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.Text()) for name in ("approver_id", "approver_name", "decided_by_name", "decided_reason")),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("picture_file_id", sa.Text()),
        sa.Column("results_at", sa.DateTime(timezone=True)),
        sa.Column("erased_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("approver_id <> requester_id", name="four_eyes_on_a_survey"),
        sa.CheckConstraint(
            "status NOT IN ('approved', 'sent') OR approver_id IS NOT NULL", name="asked_only_when_approved"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("form_key"),
        sqlite_autoincrement=True,
    )
    waits = sa.text("status = 'requested'")
    op.create_index("one_survey_waits", "surveys", ["status"], unique=True, sqlite_where=waits, postgresql_where=waits)
    op.create_table(
        "survey_links_used",
        sa.Column("delivery_id", sa.Integer(), sa.ForeignKey("deliveries.id"), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("delivery_id"),
    )
    op.create_table(
        "survey_words",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("survey_id", sa.Integer(), sa.ForeignKey("surveys.id"), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index("survey_words_survey", "survey_words", ["survey_id", "question"])


def _let_sqlite_mailings_be_about_a_survey() -> None:
    """SQLite can't drop a NOT NULL: the table is made anew under its own name, so that what points at it still does."""
    op.execute("PRAGMA defer_foreign_keys = ON")
    op.execute("CREATE TEMPORARY TABLE mailings_kept AS SELECT * FROM mailings")
    op.execute("DROP TABLE mailings")
    op.create_table(
        "mailings",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("alert_id", sa.Integer(), sa.ForeignKey("alerts.id")),
        sa.Column("survey_id", sa.Integer(), sa.ForeignKey("surveys.id")),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(alert_id IS NULL) <> (survey_id IS NULL)", name="one_topic"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("alert_id"),
        sa.UniqueConstraint("survey_id"),
        sqlite_autoincrement=True,
    )
    columns = "id, alert_id, total, planned_at"
    op.execute(f"INSERT INTO mailings ({columns}) SELECT {columns} FROM mailings_kept")  # noqa: S608 - our own words
    op.execute("DROP TABLE mailings_kept")
    for what, condition, why in (
        ("mailing", f"NEW.survey_id IS NULL AND {_NO_ALERT_APPROVER}", _UNAPPROVED),
        ("survey", f"NEW.alert_id IS NULL AND {_NO_SURVEY_APPROVER}", _UNAPPROVED_SURVEY),
    ):
        op.execute(
            f"CREATE TRIGGER {what}_needs_approval BEFORE INSERT ON mailings "
            f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{why}'); END"
        )


def _let_postgresql_mailings_be_about_a_survey() -> None:
    op.execute("ALTER TABLE mailings ALTER COLUMN alert_id DROP NOT NULL")
    op.execute("ALTER TABLE mailings ADD COLUMN survey_id INTEGER REFERENCES surveys(id)")
    op.create_unique_constraint("mailings_survey_id_key", "mailings", ["survey_id"])
    op.create_check_constraint("one_topic", "mailings", "(alert_id IS NULL) <> (survey_id IS NULL)")
    op.execute(
        f"""CREATE OR REPLACE FUNCTION mailing_needs_approval() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
        IF NEW.survey_id IS NULL AND {_NO_ALERT_APPROVER} THEN RAISE EXCEPTION '{_UNAPPROVED}'; END IF;
        IF NEW.alert_id IS NULL AND {_NO_SURVEY_APPROVER} THEN RAISE EXCEPTION '{_UNAPPROVED_SURVEY}'; END IF;
        RETURN NEW; END $$"""
    )
