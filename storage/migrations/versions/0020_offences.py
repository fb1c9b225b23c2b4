"""Superusers add offences, whose words are never changed but follow each other; an outcome mail knows its ending."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

_OUT = "('approved', 'sent', 'closed')"
_FROZEN = "what was approved stays as it was"
_ADDED_TO = "the words of an offence are only added to"


def upgrade() -> None:
    op.create_table(
        "offences",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("name", "subject", "in_sentence", "first_line", "tips", "by_id", "by_name")
        ),
        sa.Column("in_the_street", sa.Boolean(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", "version"),
    )
    op.add_column("alerts", sa.Column("ending", sa.Text(), nullable=True))
    if op.get_bind().dialect.name == "sqlite":
        _lock_sqlite()
    else:
        _lock_postgresql()


def _lock_sqlite() -> None:
    for change in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER offences_no_{change} BEFORE {change} ON offences "
            f"BEGIN SELECT RAISE(ABORT, '{_ADDED_TO}'); END"
        )
    op.execute(
        "CREATE TRIGGER the_ending_stays BEFORE UPDATE OF ending ON alerts "
        f"WHEN OLD.status IN {_OUT} AND NEW.ending IS NOT OLD.ending "
        f"BEGIN SELECT RAISE(ABORT, '{_FROZEN}'); END"
    )


def _lock_postgresql() -> None:
    op.execute(
        f"""CREATE FUNCTION offences_are_added_to() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{_ADDED_TO}'; END $$"""
    )
    op.execute(
        "CREATE TRIGGER offences_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON offences "
        "EXECUTE FUNCTION offences_are_added_to()"
    )
    op.execute(
        f"""CREATE FUNCTION the_ending_stays() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF OLD.status IN {_OUT} AND NEW.ending IS DISTINCT FROM OLD.ending
        THEN RAISE EXCEPTION '{_FROZEN}'; END IF; RETURN NEW; END $$"""
    )
    op.execute(
        "CREATE TRIGGER the_ending_stays BEFORE UPDATE OF ending ON alerts "
        "FOR EACH ROW EXECUTE FUNCTION the_ending_stays()"
    )
