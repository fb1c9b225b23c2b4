"""What the program never does, the database would not take either."""

import pytest
from sqlalchemy.exc import DBAPIError

from bot.domain.alerts.alerts import AlertContent
from tests.doubles.slack import Message
from tests.scenarios.steps.alerts import amends
from tests.stage import Stage
from tests.surveys import sent_survey


def test_nobody_approves_their_own(stage: Stage, request_message: Message) -> None:
    own = "UPDATE alerts SET approver_id = requester_id, approver_name = requester_name"
    with pytest.raises(DBAPIError, match="four_eyes"):
        stage.rows(own)


@pytest.mark.parametrize("status", ["approved", "sent", "closed"])
def test_nothing_is_sent_unapproved(stage: Stage, request_message: Message, status: str) -> None:
    with pytest.raises(DBAPIError, match="sent_only_when_approved"):
        stage.rows("UPDATE alerts SET status = :status", status=status)


def test_no_mailing_without_an_approval(stage: Stage, request_message: Message) -> None:
    with pytest.raises(DBAPIError, match="nobody approved this alert"):
        stage.rows("INSERT INTO mailings (alert_id, total, planned_at) VALUES (1, 1, '2026-01-14 12:00:00')")


def test_no_approval_is_taken_away_from_what_was_sent(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, "Goedkeuren en versturen")
    with pytest.raises(DBAPIError, match="sent_only_when_approved"):
        stage.rows("UPDATE alerts SET approver_id = NULL")


@pytest.mark.parametrize("change", ["UPDATE audit SET who = 'nobody'", "DELETE FROM audit"])
def test_history_is_not_rewritten(stage: Stage, request_message: Message, change: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"):
        stage.rows(change)
    assert stage.audited("requested")


OTHER_WORDS = {"Wat is er gebeurd?": "De achterdeur is open."}
FROZEN = "what was approved stays as it was"
MOVED = "a mailing stays with what it was made for"
APPROVE = "UPDATE alerts SET status = 'approved', approved_at = requested_at, approver_id = "


def refused(stage: Stage, why: str, change: str, **values: object) -> None:
    with pytest.raises(DBAPIError, match=why):
        stage.rows(change, **values)


def test_nobody_approves_their_own_words(stage: Stage, request_message: Message) -> None:
    amends(stage, stage.bram, request_message, "Alleen opslaan", **OTHER_WORDS)
    refused(stage, "four_eyes_on_the_words", f"{APPROVE} content_by_id")


NOBODY_ELSE = (
    *("requester_id || ' '", "' ' || requester_id", "'  '", "''", "lower(requester_id)"),
    *(f"requester_id || '{unseen}'" for unseen in ("\t", "\n", "\u00a0", "\u200b", "\ufeff")),
)


@pytest.mark.parametrize("who", NOBODY_ELSE)
def test_a_blank_makes_nobody_somebody_else(stage: Stage, request_message: Message, who: str) -> None:
    refused(stage, "people_have_ids", f"{APPROVE} {who}")
    for whose in ("requester_id", "content_by_id", "supplemented_by_id"):
        refused(stage, "people_have_ids", f"UPDATE alerts SET {whose} = {who}")


CONTENT = (
    *("offence", "street", "house_number", "postcode", "place", "neighbourhood", "what_happened", "description"),
    *("question", "bvh_number", "keep_reason", "reference", "kind"),
)
PEOPLE = ("requester", "content_by", "supplemented_by", "approver")
CHANGES = (
    *(f"{name} = 'anders'" for name in CONTENT),
    *(f"{who}_{part} = 'ANDERS'" for who in PEOPLE for part in ("id", "name")),
    *(f"{name} = {name} + 1" for name in ("radius_m", "x", "y", "version")),
    *(f"{name} = '2026-01-01 12:00:00'" for name in ("window_start", "window_end", "approved_at")),
    *("approximate = NOT approximate", "about_id = id", "ending = 'arrested'", "shape = '[]'"),
    *("status = 'requested'", "status = 'returned', approver_id = NULL", "status = 'requested', approver_id = NULL"),
)


def test_what_was_approved_stays_as_it_was(stage: Stage, request_message: Message) -> None:
    stage.overrides["send_hold_seconds"] = 60
    stage.restart()
    stage.presses(stage.bram, request_message, "Goedkeuren en versturen")
    for status in ("approved", "sent", "closed"):
        stage.rows("UPDATE alerts SET status = :status", status=status)
        for change in CHANGES:
            refused(stage, FROZEN, f"UPDATE alerts SET {change}")


def test_every_column_of_a_text_is_frozen() -> None:
    named = {change.split(" = ")[0] for change in CHANGES}
    assert set(AlertContent.__dataclass_fields__) <= named


def test_what_changes_after_the_approval_still_does(stage: Stage) -> None:
    stage.lives("Noor")
    stage.overrides["send_hold_seconds"] = 60
    stage.restart()
    message = stage.asks()
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    stage.presses(stage.anna, message, "Stop")
    assert [tuple(row) for row in stage.rows("SELECT status, approver_id FROM alerts")] == [("requested", None)]
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    stage.later(seconds=61)
    stage.rows("UPDATE alerts SET held_by_name = 'Els', held_reason = 'zaak', map_file_id = map_file_id")
    assert stage.closes(stage.bram, message).closed
    stage.rows("UPDATE alerts SET held_by_name = NULL, held_reason = NULL")
    assert [row.status for row in stage.rows("SELECT status FROM alerts")] == ["closed"]


def test_a_mailing_is_made_for_what_is_approved_and_stays_with_it(stage: Stage, request_message: Message) -> None:
    other = stage.asks(stage.anna, **{"BVH-nummer (intern)": "2026-009999"})
    stage.presses(stage.bram, request_message, "Goedkeuren en versturen")
    stage.rows("UPDATE alerts SET approver_id = 'U9' WHERE id = 2")  # named, and yet not approved
    made = "INSERT INTO mailings (alert_id, total, planned_at) VALUES (2, 1, '2026-01-14 12:00:00')"
    refused(stage, "nobody approved this alert", made)
    stage.rows("UPDATE alerts SET approver_id = NULL WHERE id = 2")
    refused(stage, MOVED, "UPDATE mailings SET alert_id = 2")
    refused(stage, MOVED, "UPDATE mailings SET alert_id = NULL, survey_id = 1")

    stage.presses(stage.bram, other, "Goedkeuren en versturen")  # nor to what is
    for table in ("batches", "deliveries"):
        refused(stage, MOVED, f"UPDATE {table} SET mailing_id = 2 WHERE mailing_id = 1")
    refused(stage, MOVED, "UPDATE deliveries SET batch_id = 2 WHERE mailing_id = 1")
    refused(stage, MOVED, "UPDATE deliveries SET participant_id = participant_id + 1")
    stage.rows("UPDATE deliveries SET mailing_id = mailing_id, batch_id = batch_id")


def test_a_survey_that_was_approved_stays_as_it_was(stage: Stage) -> None:
    sent_survey(stage)
    for change in (
        *("people = 9", "since = '2020-01-01'", "closes_on = '2027-01-01'", "remark = 'anders'", "version = 9"),
        *(f"{who}_{part} = 'anders'" for who in ("requester", "approver") for part in ("id", "name")),
        *("status = 'requested'", "status = 'requested', approver_id = NULL"),
    ):
        refused(stage, FROZEN, f"UPDATE surveys SET {change}")


def replaced(stage: Stage, table: str, where: str = "id = 1", **other: str) -> str:
    """SQLite's other way to change a row: another takes its place."""
    row = stage.rows(f"SELECT * FROM {table} LIMIT 1")[0]
    values = ", ".join(other.get(name, name) for name in row._fields)
    return f"INSERT OR REPLACE INTO {table} ({', '.join(row._fields)}) SELECT {values} FROM {table} WHERE {where}"


def only_sqlite(stage: Stage) -> None:
    if stage.database_url.startswith("postgresql"):
        pytest.skip("PostgreSQL replaces no rows")


def test_no_other_row_takes_the_place_of_what_was_approved(stage: Stage) -> None:
    only_sqlite(stage)
    stage.lives("Noor")
    stage.lives("Piet")
    message = stage.asks()
    stage.rows(replaced(stage, "alerts"))  # what waits may be
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    refused(stage, FROZEN, replaced(stage, "alerts", what_happened="'anders'"))
    refused(stage, FROZEN, replaced(stage, "alerts", id="99", what_happened="'anders'"))  # by its reference
    refused(stage, MOVED, replaced(stage, "mailings"))
    refused(stage, MOVED, replaced(stage, "mailings", id="99"))
    refused(stage, MOVED, replaced(stage, "batches"))
    refused(stage, f"{MOVED}|{NO_MORE}", replaced(stage, "deliveries"))
    refused(stage, NO_MORE, replaced(stage, "deliveries", id="99"))


def test_nor_of_an_approved_survey(stage: Stage) -> None:
    only_sqlite(stage)
    sent_survey(stage)
    refused(stage, FROZEN, replaced(stage, "surveys", people="9"))
    refused(stage, FROZEN, replaced(stage, "surveys", id="99"))
    refused(stage, MOVED, replaced(stage, "mailings", id="99"))


def test_no_row_takes_another_number(stage: Stage) -> None:
    sent_survey(stage)
    stage.presses(stage.bram, stage.asks(), "Goedkeuren en versturen")
    for table in ("alerts", "surveys", "mailings", "batches", "deliveries"):
        refused(stage, MOVED, f"UPDATE {table} SET id = id + 100")
        stage.rows(f"UPDATE {table} SET id = id")


NO_MORE = "a mailing goes to whom it was planned for"


@pytest.mark.parametrize("hold", [0, 60])
def test_nobody_is_added_to_a_mailing(stage: Stage, hold: int) -> None:
    stage.lives("Noor")
    stage.overrides["send_hold_seconds"] = hold
    stage.restart()
    stage.presses(stage.bram, stage.asks(), "Goedkeuren en versturen")
    stage.lives("Piet")
    refused(
        stage,
        NO_MORE,
        "INSERT INTO deliveries (mailing_id, batch_id, participant_id, state, state_at, reason) "
        "SELECT 1, (SELECT MIN(id) FROM batches), MAX(id), 'planned', '2026-01-14 12:00:00', '' FROM participants",
    )
    for total in (-1, 0, 2):
        refused(stage, NO_MORE, f"UPDATE mailings SET total = {total}")


NO_SECOND = "an approval makes one mailing"
PLAN = "INSERT INTO mailings ({topic}_id, total, planned_at) VALUES (1, -1, '2026-01-14 12:00:00')"
UNWRITE = ("DELETE FROM deliveries", "DELETE FROM batches", "DELETE FROM mailings")


def unwritten(stage: Stage) -> None:
    """Somebody with the database's password takes out a mailing as *Stop* would, and leaves the approval."""
    for change in UNWRITE:
        stage.rows(change)


@pytest.mark.parametrize("hold", [0, 60])
def test_what_was_planned_once_is_not_planned_anew_to_others(stage: Stage, hold: int) -> None:
    stage.lives("Noor")
    stage.overrides["send_hold_seconds"] = hold
    stage.restart()
    stage.presses(stage.bram, stage.asks(), "Goedkeuren en versturen")
    unwritten(stage)
    refused(
        stage, NO_SECOND, "INSERT INTO mailings (alert_id, total, planned_at) VALUES (1, -1, '2026-01-14 12:00:00')"
    )
    for change in ("DELETE FROM mailed_versions", "UPDATE mailed_versions SET version = 9"):
        refused(stage, "what was mailed for stays on record", change)


def test_nor_a_survey(stage: Stage) -> None:
    sent_survey(stage)
    stage.rows("DELETE FROM survey_links_used")
    stage.rows("DELETE FROM deliveries WHERE mailing_id IN (SELECT id FROM mailings WHERE survey_id = 1)")
    stage.rows("DELETE FROM batches WHERE mailing_id IN (SELECT id FROM mailings WHERE survey_id = 1)")
    stage.rows("DELETE FROM mailings WHERE survey_id = 1")
    refused(
        stage, NO_SECOND, "INSERT INTO mailings (survey_id, total, planned_at) VALUES (1, -1, '2026-01-14 12:00:00')"
    )


def test_nor_does_another_row_take_the_place_of_what_says_so(stage: Stage) -> None:
    only_sqlite(stage)
    stage.lives("Noor")
    stage.presses(stage.bram, stage.asks(), "Goedkeuren en versturen")
    unwritten(stage)
    for how in ("REPLACE", "IGNORE"):
        refused(stage, NO_SECOND, PLAN.format(topic="alert").replace("INSERT", f"INSERT OR {how}"))
        refused(stage, NO_SECOND, f"INSERT OR {how} INTO mailed_versions SELECT * FROM mailed_versions")


def test_what_was_stopped_is_a_new_version_and_planned_anew(stage: Stage) -> None:
    stage.lives("Noor")
    stage.overrides["send_hold_seconds"] = 60
    stage.restart()
    message = stage.asks()
    for _ in range(2):
        stage.presses(stage.bram, message, "Goedkeuren en versturen")
        stage.presses(stage.anna, message, "Stop")
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    stage.later(seconds=61)
    assert len(stage.sendgrid.sent) == 1
    assert [row.version for row in stage.rows("SELECT version FROM mailed_versions ORDER BY version")] == [1, 2, 3]
