"""Who said which mail a reply is about, where its address does not tell."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.add_column("replies", sa.Column("mail_by_name", sa.Text()))
