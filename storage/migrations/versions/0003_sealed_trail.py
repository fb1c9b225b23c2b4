"""Seals on the audit trail: a chain of hashes that can be added to and never changed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_CHANGED = "the audit trail is append-only"
LOCKS = {
    "sqlite": tuple(
        f"CREATE TRIGGER audit_seals_no_{change} BEFORE {change} ON audit_seals "
        f"BEGIN SELECT RAISE(ABORT, '{_CHANGED}'); END"
        for change in ("update", "delete")
    ),
    "postgresql": (
        "CREATE TRIGGER audit_seals_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals "
        "EXECUTE FUNCTION audit_is_append_only()",
        "CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit EXECUTE FUNCTION audit_is_append_only()",
    ),
}


def upgrade() -> None:
    op.create_table(
        "audit_seals",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("audit_id", sa.Integer(), sa.ForeignKey("audit.id"), nullable=False, unique=True),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    for statement in LOCKS[op.get_bind().dialect.name]:
        op.execute(statement)
