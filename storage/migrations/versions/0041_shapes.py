"""An alert's area can be a shape from the map; that of an approved one stays. A draft knows what shows it."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"

_OUT = "('approved', 'sent', 'closed')"
_FROZEN = "what was approved stays as it was"


def upgrade() -> None:
    op.add_column("alerts", sa.Column("shape", sa.Text()))
    op.add_column("drafts", sa.Column("on_map", sa.Boolean(), nullable=False, server_default=sa.false()))
    for name in ("form_view", "preview_view"):
        op.add_column("drafts", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER shape_stays BEFORE UPDATE OF shape ON alerts "
            f"WHEN OLD.status IN {_OUT} AND NEW.shape IS NOT OLD.shape "
            f"BEGIN SELECT RAISE(ABORT, '{_FROZEN}'); END"
        )
        return
    op.execute(
        f"""CREATE FUNCTION shape_stays() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF OLD.status IN {_OUT} AND NEW.shape IS DISTINCT FROM OLD.shape
        THEN RAISE EXCEPTION '{_FROZEN}'; END IF; RETURN NEW; END $$"""
    )
    op.execute(
        "CREATE TRIGGER shape_stays BEFORE UPDATE OF shape ON alerts FOR EACH ROW EXECUTE FUNCTION shape_stays()"
    )
