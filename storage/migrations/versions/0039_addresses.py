"""The address register: each door, where it stands, and whether it is a home."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"


def upgrade() -> None:
    op.create_table(
        "addresses",
        sa.Column("postcode", sa.String(7), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("addition", sa.Text(), primary_key=True),
        sa.Column("street", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("x", sa.Float(), nullable=False),
        sa.Column("y", sa.Float(), nullable=False),
        sa.Column("cell", sa.Integer(), nullable=False),
        sa.Column("is_home", sa.Boolean(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("addresses_area", "addresses", ["cell", "x", "y", "is_home", "postcode"])
