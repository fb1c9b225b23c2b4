"""Who was erased is known by a keyed hash alone; phone numbers as they are compared."""

import sqlalchemy as sa
from alembic import op
from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, is_valid_number, parse

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "erased_addresses",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("key_check", sa.String(64), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.add_column("replies", sa.Column("phone_number", sa.Text(), nullable=False, server_default=""))
    op.create_index("replies_phone", "replies", ["phone_number"])
    db = op.get_bind()
    change = sa.text("UPDATE replies SET phone_number = :number WHERE id = :id")
    for row in db.execute(sa.text("SELECT id, phone FROM replies WHERE phone <> ''")).all():
        if number := _e164(row.phone):
            db.execute(change, {"id": row.id, "number": number})


def _e164(typed: str) -> str:
    try:
        number = parse(typed[:250], "NL")
    except NumberParseException:
        return ""
    return format_number(number, PhoneNumberFormat.E164) if is_valid_number(number) else ""
