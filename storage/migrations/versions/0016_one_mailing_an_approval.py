"""An approval makes one mailing, also where that was taken out again; who supplemented is named as Slack writes it."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_NO_SECOND = "an approval makes one mailing"
_NO_ID = "people_have_ids"
_OF_IDS = "'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'"
_STAYS = "what was mailed for stays on record"
_NAMED = (
    "(NEW.supplemented_by_id IN ('unknown-approver', 'unknown-requester') "
    "OR (NEW.supplemented_by_id = CAST(NEW.supplemented_by_id AS TEXT) "
    f"AND ltrim(NEW.supplemented_by_id, {_OF_IDS}) = '' AND NEW.supplemented_by_id <> ''))"
)
_NOTE = "INSERT INTO mailed_versions (subject, subject_id, version)"
_TOPICS = (("alert", "alerts"), ("survey", "surveys"))


def upgrade() -> None:
    op.create_table(
        "mailed_versions",
        sa.Column("subject", sa.String(10), nullable=False),
        sa.Column("subject_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("subject", "subject_id", "version"),
    )
    for subject, table in _TOPICS:
        op.execute(
            f"{_NOTE} SELECT '{subject}', {table}.id, version "  # noqa: S608 - our own words
            f"FROM {table} JOIN mailings ON mailings.{subject}_id = {table}.id"
        )
    if op.get_bind().dialect.name == "sqlite":
        _lock_sqlite()
    else:
        _lock_postgresql()


def _noted(subject: str, table: str) -> str:
    return f"{_NOTE} SELECT '{subject}', id, version FROM {table} WHERE id = NEW.{subject}_id"  # noqa: S608


_KNOWN = (
    "EXISTS (SELECT 1 FROM mailed_versions WHERE subject = NEW.subject AND subject_id = NEW.subject_id "
    "AND version = NEW.version)"
)


def _lock_sqlite() -> None:
    noted = "; ".join(_noted(*topic) for topic in _TOPICS)
    op.execute(f"CREATE TRIGGER mailing_is_noted AFTER INSERT ON mailings BEGIN {noted}; END")
    for name, when, why in (
        ("one_mailing_an_approval", f"BEFORE INSERT ON mailed_versions WHEN {_KNOWN}", _NO_SECOND),
        ("mailed_versions_stay", "BEFORE UPDATE ON mailed_versions", _STAYS),
        ("mailed_versions_are_not_deleted", "BEFORE DELETE ON mailed_versions", _STAYS),
        ("who_supplements_has_an_id", f"BEFORE INSERT ON alerts WHEN NOT {_NAMED}", _NO_ID),
        ("who_supplemented_has_an_id", f"BEFORE UPDATE OF supplemented_by_id ON alerts WHEN NOT {_NAMED}", _NO_ID),
    ):
        op.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{why}'); END")


def _lock_postgresql() -> None:
    noted = "; ".join(_noted(*topic) for topic in _TOPICS)
    for name, when, body in (
        ("mailing_is_noted", "AFTER INSERT ON mailings", f"{noted}; RETURN NULL;"),
        (
            "one_mailing_an_approval",
            "BEFORE INSERT ON mailed_versions",
            f"IF {_KNOWN} THEN RAISE EXCEPTION '{_NO_SECOND}'; END IF; RETURN NEW;",
        ),
        ("mailed_versions_stay", "BEFORE UPDATE OR DELETE ON mailed_versions", f"RAISE EXCEPTION '{_STAYS}';"),
        (
            "who_supplemented_has_an_id",
            "BEFORE INSERT OR UPDATE OF supplemented_by_id ON alerts",
            f"IF NOT {_NAMED} THEN RAISE EXCEPTION '{_NO_ID}'; END IF; RETURN NEW;",
        ),
    ):
        op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$")
        op.execute(f"CREATE TRIGGER {name} {when} FOR EACH ROW EXECUTE FUNCTION {name}()")
