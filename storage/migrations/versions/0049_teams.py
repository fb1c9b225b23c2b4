"""Several teams in one installation: whose each row is; what stood there is the first team's."""

from collections.abc import Iterable, Mapping
from typing import Final

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"

_OWNED: Final = (
    *("drafts", "typed_requests", "reference_numbers", "alerts", "alert_versions", "offences", "proposals", "repeats"),
    *("day_monitor_files", "incidents", "on_duty", "divisions", "reminders", "role_holders", "reports", "leads"),
    *("letters", "answer_templates", "mailings", "batches", "deliveries", "nothing_seen", "outbox", "messages"),
    *("standstills", "stood_ready", "campaigns", "audit", "audit_words", "replies", "attachments", "handovers"),
    *("uploads", "ratings", "callbacks", "mentions", "surveys", "survey_links_used", "survey_words"),
)
_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "typed_requests": ("owner_id",),
    "reference_numbers": ("year",),
    "on_duty": ("day", "user_id"),
    "role_holders": ("user_id", "role"),
    "answer_templates": ("rating", "offence"),
    "messages": ("task", "subject_id"),
}
"""What each team has of its own under the same key."""
_ONCE: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "incidents": ("one_incident_a_number", ("bvh_key",)),
    "divisions": ("one_division_a_day", ("day",)),
    "reports": ("one_report_an_occasion", ("period", "occasion")),
    "day_monitor_files": ("one_day_monitor_file", ("source", "source_key")),
}
"""The same for what has a number of its own besides."""
_PARENTS: Final[Mapping[str, Mapping[str, str]]] = {
    "alerts": {"about_id": "alerts", "with_id": "alerts"},
    "alert_versions": {"alert_id": "alerts"},
    "proposals": {"alert_id": "alerts"},
    "repeats": {"alert_id": "alerts", "first_id": "alerts", "preventive_id": "alerts"},
    "incidents": {"alert_id": "alerts"},
    "leads": {"reply_id": "replies", "alert_id": "alerts"},
    "letters": {"reply_id": "replies"},
    "mailings": {"alert_id": "alerts", "survey_id": "surveys"},
    "batches": {"mailing_id": "mailings"},
    "nothing_seen": {"delivery_id": "deliveries"},
    "stood_ready": {"standstill_id": "standstills"},
    "audit_words": {"audit_id": "audit"},
    "replies": {
        **{"alert_id": "alerts", "case_alert_id": "alerts"},
        **{"delivery_id": "deliveries", "follow_up_of": "replies"},
    },
    "attachments": {"reply_id": "replies"},
    "handovers": {"reply_id": "replies"},
    "uploads": {"delivery_id": "deliveries", "alert_id": "alerts", "reply_id": "replies"},
    "ratings": {"reply_id": "replies"},
    "callbacks": {"reply_id": "replies"},
    "mentions": {"reply_id": "replies"},
    "survey_links_used": {"delivery_id": "deliveries"},
    "survey_words": {"survey_id": "surveys"},
}
"""What belongs to something belongs to its team. Deliveries are written a town at a time, with their mailing."""
_ANOTHER: Final = "it belongs to another team"


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    _make_teams()
    for table in _OWNED:
        op.execute(f"ALTER TABLE {table} ADD COLUMN team_id INTEGER DEFAULT 1 NOT NULL")
    for table, columns in _KEYS.items():
        (_key_sqlite if sqlite else _key_postgresql)(table, columns)
    for table, (name, columns) in _ONCE.items():
        (_once_sqlite if sqlite else _once_postgresql)(table, name, columns)
    waits = sa.text("status = 'requested'")
    op.drop_index("one_survey_waits", "surveys")
    op.create_index(
        "one_survey_waits", "surveys", ["team_id", "status"], unique=True, sqlite_where=waits, postgresql_where=waits
    )
    for table, parents in _PARENTS.items():
        (_watch_sqlite if sqlite else _watch_postgresql)(table, parents)
    if not sqlite:  # who plans a question knows then that all of it is one team's
        op.execute(f"ANALYZE {', '.join(_OWNED)}")


def _make_teams() -> None:
    def texts(*names: str) -> list[sa.Column[str]]:
        return [sa.Column(name, sa.Text(), nullable=False, server_default="") for name in names]

    channels = ("intake_id", "triage_id", "burglary_id", "supervision_id")
    op.create_table(
        "teams",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        *texts("name", "place"),
        *(sa.Column(name, sa.String(40), nullable=False, server_default="") for name in channels),
        *texts("attention_email", "sender_name"),
        sa.Column("prefix", sa.String(8), nullable=False, server_default=""),
        sa.Column("locale", sa.String(10), nullable=False, server_default=""),
        sa.Column("terms", sa.JSON(), nullable=False, server_default="{}"),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sqlite_autoincrement=True,
    )
    op.execute("INSERT INTO teams DEFAULT VALUES")


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(columns)


def _key_sqlite(table: str, columns: tuple[str, ...]) -> None:
    _make_anew(table, f"PRIMARY KEY ({_listed(columns)})", f"PRIMARY KEY ({_listed((*columns, 'team_id'))})")


def _once_sqlite(table: str, name: str, columns: tuple[str, ...]) -> None:
    rule = f"UNIQUE ({_listed(columns)})"
    named = f"CONSTRAINT {name} "
    old = named + rule if named in _written(table) else rule
    _make_anew(table, old, f"{named}UNIQUE ({_listed((*columns, 'team_id'))})")


def _written(table: str) -> str:
    how = sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :name")
    return str(op.get_bind().execute(how, {"name": table}).scalar_one())


def _make_anew(table: str, old: str, new: str) -> None:
    """SQLite changes no key: the table is made anew as it is written there, with one rule in place of another."""
    db, written = op.get_bind(), _written(table)
    if written.count(old) != 1:
        raise ValueError(f"{table} has no {old}")
    of = {"name": table}
    indexes = sa.text("SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = :name AND sql IS NOT NULL")
    made = list(db.execute(indexes, of).scalars())
    last = db.execute(sa.text("SELECT seq FROM sqlite_sequence WHERE name = :name"), of).scalar_one_or_none()
    columns = _listed(f'"{column["name"]}"' for column in sa.inspect(db).get_columns(table))
    op.execute(f"CREATE TEMPORARY TABLE {table}_kept AS SELECT {columns} FROM {table}")  # noqa: S608 - our own words
    op.execute(f"DROP TABLE {table}")
    for statement in (written.replace(old, new), *made):
        db.exec_driver_sql(statement)
    op.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table}_kept")  # noqa: S608 - the same
    op.execute(f"DROP TABLE {table}_kept")
    if last is not None:  # numbers go on where they were
        db.execute(sa.text("DELETE FROM sqlite_sequence WHERE name = :name"), of)
        db.execute(sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)"), {**of, "last": last})


def _key_postgresql(table: str, columns: tuple[str, ...]) -> None:
    key = sa.inspect(op.get_bind()).get_pk_constraint(table)["name"]
    op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {key}, ADD PRIMARY KEY ({_listed((*columns, 'team_id'))})")


def _once_postgresql(table: str, name: str, columns: tuple[str, ...]) -> None:
    rules = sa.inspect(op.get_bind()).get_unique_constraints(table)
    [old] = (rule["name"] for rule in rules if rule["column_names"] == [*columns])
    new = f"ADD CONSTRAINT {name} UNIQUE ({_listed((*columns, 'team_id'))})"
    op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {old}, {new}")


def _is_another_s(parents: Mapping[str, str]) -> str:
    """A parent that is not there is for the foreign key to refuse."""
    return " OR ".join(
        f"(SELECT team_id FROM {parent} WHERE id = NEW.{column}) <> NEW.team_id"  # noqa: S608 - our own words
        for column, parent in parents.items()
    )


def _watch_sqlite(table: str, parents: Mapping[str, str]) -> None:
    told = f"ON {table} WHEN {_is_another_s(parents)} BEGIN SELECT RAISE(ABORT, '{_ANOTHER}'); END"
    op.execute(f"CREATE TRIGGER {table}_are_of_one_team BEFORE INSERT {told}")
    op.execute(f"CREATE TRIGGER {table}_stay_in_one_team BEFORE UPDATE OF team_id, {_listed(parents)} {told}")


def _watch_postgresql(table: str, parents: Mapping[str, str]) -> None:
    name = f"{table}_are_of_one_team"
    body = f"IF {_is_another_s(parents)} THEN RAISE EXCEPTION '{_ANOTHER}'; END IF; RETURN NEW;"
    op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$")
    op.execute(
        f"CREATE TRIGGER {name} BEFORE INSERT OR UPDATE OF team_id, {_listed(parents)} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {name}()"
    )
