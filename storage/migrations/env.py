"""Alembic's entry: runs the migrations on the engine that storage.engine hands over."""

from alembic import context
from sqlalchemy import func, select

from storage.schema.columns import metadata

ONE_AT_A_TIME = 20141003  # an advisory lock of PostgreSQL: the second copy finds it done; SQLite has one writer anyway

with context.config.attributes["engine"].connect() as connection:
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
