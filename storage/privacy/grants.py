"""Two roles on PostgreSQL: who migrates owns the tables, the bot may only add to the trail and read it."""

from typing import Final

from sqlalchemy import Connection, text

from storage.engine import make_engine

TRAIL: Final = ("audit", "audit_seals")
VERSION: Final = "alembic_version"


def let_in(database_url: str, role: str) -> None:
    """Give the bot's role what it needs, and take what it must not have; again after each migration."""
    engine = make_engine(database_url)
    try:
        with engine.begin() as connection:
            for statement in _statements(connection, role):
                connection.exec_driver_sql(statement)
    finally:
        engine.dispose()


def _statements(connection: Connection, role: str) -> tuple[str, ...]:
    quoted = connection.dialect.identifier_preparer.quote_identifier
    bot, schema = quoted(role), quoted(connection.execute(text("SELECT current_schema()")).scalar_one())
    read_only, added_to = quoted(VERSION), ", ".join(map(quoted, TRAIL))
    return (
        f"REVOKE CREATE ON SCHEMA {schema} FROM {bot}",
        f"GRANT USAGE ON SCHEMA {schema} TO {bot}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {bot}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {bot}",
        f"REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON {added_to} FROM {bot}",
        f"REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON {read_only} FROM {bot}",
    )


def may_change_the_trail(database_url: str) -> bool:
    """Whether who serves could take its locks off: an owner, a superuser, or a role that may change lines."""
    engine = make_engine(database_url)
    try:
        with engine.connect() as connection:
            if connection.dialect.name == "sqlite":  # who writes its file may do anything
                return True
            asked = text(
                "SELECT bool_or(pg_has_role(tableowner, 'MEMBER') OR "
                "has_table_privilege(format('%I.%I', schemaname, tablename), 'UPDATE, DELETE, TRUNCATE')) "
                "FROM pg_tables WHERE schemaname = current_schema() AND tablename IN ('audit', 'audit_seals')"
            )
            return bool(connection.execute(asked).scalar_one())
    finally:
        engine.dispose()
