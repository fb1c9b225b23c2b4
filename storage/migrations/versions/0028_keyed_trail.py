"""Seals name their key, words stand beside the trail, and no line takes the place of one that stands there."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"

_CHANGED = "the audit trail is append-only"
LOCKS = {  # PostgreSQL replaces no row without its lock on updates
    "sqlite": tuple(
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "  # noqa: S608 - names of our own tables
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {known}) BEGIN SELECT RAISE(ABORT, '{_CHANGED}'); END"
        for table, known in (
            ("audit", "id = NEW.id"),
            ("audit_seals", "number = NEW.number OR audit_id = NEW.audit_id"),
        )
    ),
    "postgresql": (),
}


def upgrade() -> None:
    op.add_column("audit_seals", sa.Column("key", sa.String(16), nullable=False, server_default=""))
    op.create_table(
        "audit_words",
        sa.Column("audit_id", sa.Integer(), sa.ForeignKey("audit.id"), autoincrement=False, nullable=False),
        sa.Column("salt", sa.String(32), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("audit_id"),
    )
    op.create_table(
        "link_uses",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    for statement in LOCKS[op.get_bind().dialect.name]:
        op.execute(statement)
