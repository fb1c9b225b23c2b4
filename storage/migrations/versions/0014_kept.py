"""What stays in a text though the guard pointed it out stands with the text, piece by piece, and with its reason."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_OUT = "('approved', 'sent', 'closed')"
_FROZEN = "what was approved stays as it was"


def upgrade() -> None:
    for table in ("drafts", "alerts", "alert_versions"):
        op.add_column(table, sa.Column("kept", sa.JSON(), nullable=False, server_default="[]"))
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER what_is_kept_stays BEFORE UPDATE OF kept ON alerts "
            f"WHEN OLD.status IN {_OUT} AND NEW.kept IS NOT OLD.kept "
            f"BEGIN SELECT RAISE(ABORT, '{_FROZEN}'); END"
        )
        return
    op.execute(
        f"""CREATE FUNCTION what_is_kept_stays() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF OLD.status IN {_OUT} AND NEW.kept::text IS DISTINCT FROM OLD.kept::text
        THEN RAISE EXCEPTION '{_FROZEN}'; END IF; RETURN NEW; END $$"""
    )
    op.execute(
        "CREATE TRIGGER what_is_kept_stays BEFORE UPDATE OF kept ON alerts "
        "FOR EACH ROW EXECUTE FUNCTION what_is_kept_stays()"
    )
