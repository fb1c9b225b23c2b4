"""Whose words a mail is: authors, proposals; what was approved stays as it was, and a mailing with what it is for."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_ALERT_OUT = "('approved', 'sent', 'closed')"
_SURVEY_OUT = "('approved', 'sent')"
_FROZEN = "what was approved stays as it was"
_MOVED = "a mailing stays with what it was made for"
_UNAPPROVED = "nobody approved this alert"
_UNAPPROVED_SURVEY = "nobody approved this survey"
_NO_MORE = "a mailing goes to whom it was planned for"
_OF_IDS = "'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'"
_NUMBERED = ("alerts", "surveys", "mailings", "batches", "deliveries")
_CONTENT = (
    *("offence", "street", "house_number", "postcode", "place", "neighbourhood", "window_start", "window_end"),
    *("what_happened", "description", "question", "radius_m", "bvh_number", "x", "y", "approximate"),
)
_OF_ALERTS = (
    *("reference", "kind", "about_id", "keep_reason", *_CONTENT, "requester_id", "requester_name"),
    *("content_by_id", "content_by_name", "supplemented_by_id", "supplemented_by_name"),
)
_OF_SURVEYS = ("people", "since", "closes_on", "remark", "requester_id", "requester_name")
_WHOSE = ("content_by_id", "content_by_name", "supplemented_by_id", "supplemented_by_name")


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    for name in _WHOSE:
        op.execute(f"ALTER TABLE alerts ADD COLUMN {name} TEXT")
    _give_people_ids()
    _say_whose_words()
    if sqlite:
        op.execute("PRAGMA defer_foreign_keys = ON")
        _make_anew("alerts", _alerts)
        _make_anew("surveys", _surveys)
    else:
        _condition_postgresql()
    op.create_table(
        "proposals",
        sa.Column("alert_id", sa.Integer(), sa.ForeignKey("alerts.id"), autoincrement=False, nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("kept", sa.JSON(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("by_id", "by_name")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("alert_id"),
    )
    if sqlite:
        _lock_sqlite()
    else:
        _lock_postgresql()


def _clean(column: str) -> str:
    """An id as Slack writes it, or NULL where that is not what stands there."""
    written = f"upper(trim({column}))"
    return f"(CASE WHEN {written} <> '' AND ltrim({written}, {_OF_IDS}) = '' THEN {written} END)"


def _give_people_ids() -> None:
    """No id ends in a blank; where that leaves none, or one person twice, the trail alone still knows who it was."""
    requester, approver = _clean("requester_id"), _clean("approver_id")
    for table in ("alerts", "surveys"):
        op.execute(
            f"UPDATE {table} SET approver_id = CASE WHEN approver_id IS NULL THEN NULL "  # noqa: S608 - our own words
            f"WHEN {approver} <> COALESCE({requester}, '') THEN {approver} ELSE 'unknown-approver' END, "
            f"requester_id = COALESCE({requester}, 'unknown-requester')"
        )


def _say_whose_words() -> None:
    """What waits is whose last changed it: somebody else sends it.

    What was approved by the old rule is the requester's, and who changed it last added to it: else who approved after
    an amendment of their own would be what no row may say.
    """
    who = _clean("now.by_id")
    wrote = (
        f"FROM alert_versions AS now WHERE now.alert_id = alerts.id AND {who} IS NOT NULL AND NOT EXISTS ("  # noqa: S608
        "SELECT 1 FROM alert_versions AS was WHERE was.alert_id = now.alert_id AND was.version = now.version - 1 "
        "AND CAST(was.content AS TEXT) = CAST(now.content AS TEXT)) ORDER BY now.version DESC LIMIT 1"
    )
    op.execute(
        f"UPDATE alerts SET supplemented_by_id = (SELECT {who} {wrote}), "  # noqa: S608 - our own words
        f"supplemented_by_name = (SELECT now.by_name {wrote})"
    )
    by_another = f"supplemented_by_id IS NOT NULL AND approver_id IS NULL AND status NOT IN {_ALERT_OUT}"
    op.execute(
        "UPDATE alerts SET "  # noqa: S608 - our own words
        f"content_by_id = CASE WHEN {by_another} THEN supplemented_by_id ELSE requester_id END, "
        f"content_by_name = CASE WHEN {by_another} THEN supplemented_by_name ELSE requester_name END"
    )
    op.execute(
        "UPDATE alerts SET supplemented_by_id = NULL, supplemented_by_name = NULL "
        "WHERE supplemented_by_id IN (content_by_id, requester_id)"
    )


def _named(*columns: str) -> str:
    return " AND ".join(
        f"({column} IN ('unknown-approver', 'unknown-requester') OR ({column} = CAST({column} AS TEXT) "
        f"AND ltrim({column}, {_OF_IDS}) = '' AND {column} <> ''))"
        for column in columns
    )


_ALERT_CONDITIONS = {
    "four_eyes_on_the_words": "approver_id <> content_by_id",
    "people_have_ids": _named("requester_id", "content_by_id", "approver_id"),
}
_SURVEY_CONDITIONS = {"people_of_a_survey_have_ids": _named("requester_id", "approver_id")}


def _condition_postgresql() -> None:
    for name in ("content_by_id", "content_by_name"):
        op.alter_column("alerts", name, nullable=False)
    for name, condition in _ALERT_CONDITIONS.items():
        op.create_check_constraint(name, "alerts", condition)
    for name, condition in _SURVEY_CONDITIONS.items():
        op.create_check_constraint(name, "surveys", condition)


def _make_anew(table: str, create: object) -> None:
    """SQLite adds no condition to a table: it is made anew under its own name, so that what points at it still does."""
    names = [column["name"] for column in sa.inspect(op.get_bind()).get_columns(table)]
    columns = ", ".join(names)
    op.execute(f"CREATE TEMPORARY TABLE {table}_kept AS SELECT {columns} FROM {table}")  # noqa: S608 - our own words
    op.execute(f"DROP TABLE {table}")
    create()  # type: ignore[operator]  # one of the two below
    op.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table}_kept ORDER BY id")  # noqa: S608
    op.execute(f"DROP TABLE {table}_kept")


def _texts(*names: str, always: bool = True) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=not always) for name in names]


def _moments(*names: str, always: bool = True) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.DateTime(timezone=True), nullable=not always) for name in names]


def _alerts() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("reference", sa.String(20), nullable=False),
        *_texts("status"),
        sa.Column("version", sa.Integer(), nullable=False),
        *_texts("offence", "street", "house_number", "postcode", "place", "neighbourhood"),
        *_moments("window_start", "window_end"),
        *_texts("what_happened", "description", "question"),
        sa.Column("radius_m", sa.Integer(), nullable=False),
        *_texts("bvh_number"),
        sa.Column("x", sa.Float(), nullable=False),
        sa.Column("y", sa.Float(), nullable=False),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        *_texts("keep_reason", "requester_id", "requester_name"),
        *_moments("opened_at", "requested_at"),
        *_texts("approver_id", "approver_name", always=False),
        *_moments("approved_at", "sent_at", always=False),
        *_texts("decided_by_name", "decided_reason", "map_file_id", always=False),
        sa.Column("kind", sa.Text(), nullable=False, server_default="alert"),
        sa.Column("about_id", sa.Integer(), sa.ForeignKey("alerts.id")),
        *_texts("result", "held_by_name", "held_reason", always=False),
        *_moments("closed_at", always=False),
        *_texts("content_by_id", "content_by_name"),
        *_texts("supplemented_by_id", "supplemented_by_name", always=False),
        sa.CheckConstraint("approver_id <> requester_id", name="four_eyes"),
        sa.CheckConstraint(
            f"status NOT IN {_ALERT_OUT} OR (approver_id IS NOT NULL AND approved_at IS NOT NULL)",
            name="sent_only_when_approved",
        ),
        *(sa.CheckConstraint(condition, name=name) for name, condition in _ALERT_CONDITIONS.items()),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("reference"),
        sqlite_autoincrement=True,
    )
    for name, column in (("bvh_number", "bvh_number"), ("window", "window_start"), ("about", "about_id")):
        op.create_index(f"alerts_{name}", "alerts", [column])
    op.create_index("alerts_status", "alerts", ["status"])


def _surveys() -> None:
    op.create_table(
        "surveys",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("form_key", sa.String(40), nullable=False),
        *_texts("status"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        *_texts("remark", "requester_id", "requester_name"),
        *_moments("requested_at"),
        *_texts("approver_id", "approver_name", "decided_by_name", "decided_reason", always=False),
        *_moments("sent_at", always=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        *_texts("picture_file_id", always=False),
        *_moments("results_at", "erased_at", always=False),
        sa.CheckConstraint("approver_id <> requester_id", name="four_eyes_on_a_survey"),
        sa.CheckConstraint(f"status NOT IN {_SURVEY_OUT} OR approver_id IS NOT NULL", name="asked_only_when_approved"),
        *(sa.CheckConstraint(condition, name=name) for name, condition in _SURVEY_CONDITIONS.items()),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("form_key"),
        sqlite_autoincrement=True,
    )
    waits = sa.text("status = 'requested'")
    op.create_index("one_survey_waits", "surveys", ["status"], unique=True, sqlite_where=waits)


def _changed(differs: str, *columns: str) -> str:
    return " OR ".join(f"NEW.{column} {differs} OLD.{column}" for column in columns)


def _touched(differs: str, out: str, columns: tuple[str, ...], approval: tuple[str, ...], mailed: str) -> str:
    """When a change of an approved row is refused: it stays as it is, and goes on, or back while no mail is planned.

    That nobody approved it any more is refused by the row's own condition.
    """
    stopped = f"OLD.status = 'approved' AND NEW.status = 'requested' AND NEW.approver_id IS NULL AND NOT ({mailed})"
    return (
        f"OLD.status IN {out} AND ({_changed(differs, *columns)} "
        f"OR (NEW.status IN {out} AND (NEW.approver_id <> OLD.approver_id OR {_changed(differs, *approval)})) "
        f"OR (NEW.status NOT IN {out} AND NOT ({stopped})))"
    )


def _touched_alert(differs: str) -> str:
    mailed = "EXISTS (SELECT 1 FROM mailings WHERE alert_id = OLD.id)"
    return _touched(differs, _ALERT_OUT, _OF_ALERTS, ("approver_name", "approved_at", "version"), mailed)


def _touched_survey(differs: str) -> str:
    mailed = "EXISTS (SELECT 1 FROM mailings WHERE survey_id = OLD.id)"
    return _touched(differs, _SURVEY_OUT, _OF_SURVEYS, ("approver_name", "version"), mailed)


def _moves(differs: str) -> str:
    return " OR ".join(
        f"(NEW.{topic} IS NOT NULL AND NEW.{topic} {differs} OLD.{topic})" for topic in ("alert_id", "survey_id")
    )


_NOT_APPROVED = f"NOT EXISTS (SELECT 1 FROM alerts WHERE id = NEW.alert_id AND status IN {_ALERT_OUT})"  # noqa: S608
_SURVEY_NOT_APPROVED = f"NOT EXISTS (SELECT 1 FROM surveys WHERE id = NEW.survey_id AND status IN {_SURVEY_OUT})"  # noqa: S608
_ELSEWHERE = "(SELECT mailing_id FROM batches WHERE id = NEW.batch_id)"
_COUNTED = "OLD.total >= 0 AND NEW.total {} OLD.total"
_PLANNED = "(SELECT total FROM mailings WHERE id = NEW.mailing_id) >= 0"


def _in_the_way(table: str, alike: str, only: str = "") -> str:
    return f"EXISTS (SELECT 1 FROM {table} WHERE (id = NEW.id{alike}){only})"  # noqa: S608 - our own words


_ARRIVALS = (
    (
        "approved_alert_is_not_replaced",
        "BEFORE INSERT ON alerts",
        _in_the_way("alerts", " OR reference = NEW.reference", f" AND status IN {_ALERT_OUT}"),
        _FROZEN,
    ),
    (
        "approved_survey_is_not_replaced",
        "BEFORE INSERT ON surveys",
        _in_the_way("surveys", " OR form_key = NEW.form_key", f" AND status IN {_SURVEY_OUT}"),
        _FROZEN,
    ),
    (
        "mailing_is_not_replaced",
        "BEFORE INSERT ON mailings",
        _in_the_way("mailings", " OR alert_id = NEW.alert_id OR survey_id = NEW.survey_id"),
        _MOVED,
    ),
    ("batch_is_not_replaced", "BEFORE INSERT ON batches", _in_the_way("batches", ""), _MOVED),
    ("delivery_is_not_replaced", "BEFORE INSERT ON deliveries", _in_the_way("deliveries", ""), _MOVED),
    ("no_delivery_is_added", "AFTER INSERT ON deliveries", _PLANNED, _NO_MORE),
    ("mailing_is_planned_once", "BEFORE UPDATE OF total ON mailings", _COUNTED.format("IS NOT"), _NO_MORE),
    *((f"number_of_{table}_stays", f"BEFORE UPDATE ON {table}", "NEW.id IS NOT OLD.id", _MOVED) for table in _NUMBERED),
)


def _lock_sqlite() -> None:
    _lock_changes_sqlite()
    for name, when, condition, why in _ARRIVALS:
        op.execute(f"CREATE TRIGGER {name} {when} WHEN {condition} BEGIN SELECT RAISE(ABORT, '{why}'); END")


def _lock_changes_sqlite() -> None:
    op.execute("DROP TRIGGER mailing_needs_approval")
    op.execute("DROP TRIGGER survey_needs_approval")
    for name, when, condition, why in (
        ("mailing_needs_approval", "INSERT ON mailings", f"NEW.survey_id IS NULL AND {_NOT_APPROVED}", _UNAPPROVED),
        (
            "survey_needs_approval",
            "INSERT ON mailings",
            f"NEW.alert_id IS NULL AND {_SURVEY_NOT_APPROVED}",
            _UNAPPROVED_SURVEY,
        ),
        ("approved_alert_stays", "UPDATE ON alerts", _touched_alert("IS NOT"), _FROZEN),
        ("approved_survey_stays", "UPDATE ON surveys", _touched_survey("IS NOT"), _FROZEN),
        ("mailing_stays", "UPDATE OF alert_id, survey_id ON mailings", _moves("IS NOT"), _MOVED),
        ("batch_stays", "UPDATE OF mailing_id ON batches", "NEW.mailing_id IS NOT OLD.mailing_id", _MOVED),
        (
            "delivery_stays",
            "UPDATE OF mailing_id, batch_id, participant_id ON deliveries",
            f"{_changed('IS NOT', 'mailing_id', 'participant_id')} OR NEW.mailing_id IS NOT {_ELSEWHERE}",
            _MOVED,
        ),
    ):
        op.execute(f"CREATE TRIGGER {name} BEFORE {when} WHEN {condition} BEGIN SELECT RAISE(ABORT, '{why}'); END")


def _lock_postgresql() -> None:
    differs = "IS DISTINCT FROM"
    op.execute(
        f"""CREATE OR REPLACE FUNCTION mailing_needs_approval() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
        IF NEW.survey_id IS NULL AND {_NOT_APPROVED} THEN RAISE EXCEPTION '{_UNAPPROVED}'; END IF;
        IF NEW.alert_id IS NULL AND {_SURVEY_NOT_APPROVED} THEN RAISE EXCEPTION '{_UNAPPROVED_SURVEY}'; END IF;
        RETURN NEW; END $$"""
    )
    for name, when, condition, why in (
        ("approved_alert_stays", "UPDATE ON alerts", _touched_alert(differs), _FROZEN),
        ("approved_survey_stays", "UPDATE ON surveys", _touched_survey(differs), _FROZEN),
        ("mailing_stays", "UPDATE OF alert_id, survey_id ON mailings", _moves(differs), _MOVED),
        ("batch_stays", "UPDATE OF mailing_id ON batches", f"NEW.mailing_id {differs} OLD.mailing_id", _MOVED),
        (
            "delivery_stays",
            "UPDATE OF mailing_id, batch_id, participant_id ON deliveries",
            f"{_changed(differs, 'mailing_id', 'participant_id')} OR NEW.mailing_id {differs} {_ELSEWHERE}",
            _MOVED,
        ),
        ("mailing_is_planned_once", "UPDATE OF total ON mailings", _COUNTED.format(differs), _NO_MORE),
        *(
            (f"number_of_{table}_stays", f"UPDATE OF id ON {table}", f"NEW.id {differs} OLD.id", _MOVED)
            for table in _NUMBERED
        ),
    ):
        op.execute(
            f"""CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN IF {condition} THEN RAISE EXCEPTION '{why}'; END IF; RETURN NEW; END $$"""
        )
        op.execute(f"CREATE TRIGGER {name} BEFORE {when} FOR EACH ROW EXECUTE FUNCTION {name}()")
    _lock_additions_postgresql()


def _lock_additions_postgresql() -> None:
    op.execute(
        f"""CREATE FUNCTION no_delivery_is_added() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF EXISTS (SELECT 1 FROM mailings WHERE total >= 0 AND id IN (SELECT mailing_id FROM added))
        THEN RAISE EXCEPTION '{_NO_MORE}'; END IF; RETURN NULL; END $$"""  # noqa: S608 - our own words
    )
    op.execute(
        "CREATE TRIGGER no_delivery_is_added AFTER INSERT ON deliveries REFERENCING NEW TABLE AS added "
        "FOR EACH STATEMENT EXECUTE FUNCTION no_delivery_is_added()"
    )
