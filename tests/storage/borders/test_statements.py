"""Where the border runs through one statement, and that nothing belongs to two teams."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import Engine, Select, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from bot.clock import Clock
from bot.domain.alerts.alerts import Draft
from storage.schema.alerts import alerts
from storage.schema.borders import of_all
from storage.schema.columns import metadata
from storage.schema.outbox import messages
from storage.schema.replies import ratings, replies
from storage.unit_of_work import Work, looking, unit_of_work
from tests.domain.samples import ANNA, CONTENT, NOON
from tests.storage.things import filed, letter_to, replied

OURS, THEIRS = 1, 2


@pytest.fixture
def teams(engine: Engine) -> tuple[Work, Work]:
    """Ours and theirs, on one pool and one cache of statements."""
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO teams (prefix) VALUES ('LD')"))
    ours, theirs = (unit_of_work(engine, Clock(), team=team) for team in (OURS, THEIRS))
    return ours, theirs


def found(work: Work, question: Select[int]) -> list[int | None]:
    with work() as uow:
        return sorted(uow.alerts._db.execute(question).scalars(), key=str)


def test_each_team_counts_its_own_references(teams: tuple[Work, Work]) -> None:
    ours, theirs = teams
    told = [filed(work).reference for work in (ours, theirs, ours, theirs)]
    assert told == ["BM-2026-0001", "LD-2026-0001", "BM-2026-0002", "LD-2026-0002"]


def test_what_finds_nothing_on_the_other_side_stays(teams: tuple[Work, Work]) -> None:
    ours, theirs = teams
    with_a_message, without = filed(ours), filed(ours)
    for work, alert in zip(teams, (with_a_message, without), strict=True):  # theirs stands for a number of ours
        with work() as uow:
            uow.outbox._db.execute(
                insert(messages).values(task="show_alert", subject_id=alert.id, channel_id="C1", ts="1", link="link")
            )
    joined = select(messages.c.subject_id).select_from(alerts.outerjoin(messages, messages.c.subject_id == alerts.c.id))
    assert found(ours, joined) == [with_a_message.id, None]
    assert found(theirs, joined) == []
    assert found(theirs, of_all(joined)) == [with_a_message.id, without.id]


def test_the_same_statement_at_the_same_moment(engine: Engine, teams: tuple[Work, Work]) -> None:
    filed(teams[0])
    expected = {OURS: [1], THEIRS: []}

    def asked(team: int) -> None:
        look = looking(engine, Clock(), team=team)
        for _ in range(50):
            with look() as uow:
                assert [*uow.alerts._db.execute(select(alerts.c.id)).scalars()] == expected[team]

    with ThreadPoolExecutor(4) as threads:
        for one in [threads.submit(asked, team) for team in (OURS, THEIRS) * 2]:
            one.result(timeout=30)


def test_one_inside_the_other(teams: tuple[Work, Work], engine: Engine) -> None:
    ours, theirs = (looking(engine, Clock(), team=team) for team in (OURS, THEIRS))
    filed(teams[0])
    with ours() as outer:
        with theirs() as inner:
            assert not inner.alerts._db.execute(select(alerts.c.id)).all()
        assert len(outer.alerts._db.execute(select(alerts.c.id)).all()) == 1


def test_nothing_is_added_to_what_is_another_team_s(teams: tuple[Work, Work]) -> None:
    ours, theirs = teams
    reply, alert = replied(ours), filed(theirs)
    with pytest.raises(DBAPIError, match="another team"):
        letter_to(theirs, reply)
    rated = {"reply_id": reply.id, "rating": "not_relevant", "by_id": "U1", "by_name": "Anna", "at": NOON}
    with pytest.raises(DBAPIError, match="another team"), theirs() as uow:
        uow.replies._db.execute(insert(ratings).values(**rated))
    with pytest.raises(DBAPIError, match="another team"), ours() as uow:
        uow.replies._db.execute(update(replies).values(alert_id=alert.id))
    with pytest.raises(DBAPIError, match="another team"), ours() as uow:
        uow.replies._db.execute(insert(ratings).values(**rated, team_id=THEIRS))
    letter_to(ours, reply)


WATCHED = {
    "sqlite": "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{0}' AND sql LIKE '%another team%'",
    "postgresql": "SELECT prosrc FROM pg_trigger JOIN pg_proc ON tgfoid = pg_proc.oid "
    "WHERE tgrelid = '{0}'::regclass AND prosrc LIKE '%%another team%%'",
}


def test_whatever_points_at_a_team_s_row_is_watched(engine: Engine) -> None:
    """Only what is written a town at a time is not: its mailing is made by the same statement's caller."""
    unwatched = []
    with engine.begin() as connection:
        for name, table in metadata.tables.items():
            told = connection.exec_driver_sql(WATCHED[engine.dialect.name].format(name)).scalars().all()
            for key in table.foreign_keys if "team_id" in table.c else ():
                if "team_id" in key.column.table.c and not (
                    told and all(f"NEW.{key.parent.name}" in one for one in told)
                ):
                    unwatched.append(f"{name}.{key.parent.name}")
    assert sorted(unwatched) == ["deliveries.batch_id", "deliveries.mailing_id"]


def test_what_has_one_key_is_put_over_nobody_else_s(teams: tuple[Work, Work]) -> None:
    ours, theirs = teams
    draft = Draft("d", ANNA.id, CONTENT, NOON)
    for work, street in ((ours, "Onze straat"), (theirs, "Hun straat")):
        with work() as uow:
            uow.drafts.save(replace(draft, content=replace(CONTENT, street=street)))
    with theirs() as uow:
        assert uow.drafts.get("d") is None
    with ours() as uow:
        kept = uow.drafts.get("d")
        assert kept
        assert kept.content.street == "Onze straat"


def test_who_says_nothing_works_for_the_first_team(engine: Engine, teams: tuple[Work, Work]) -> None:
    for work in teams:
        filed(work)
    with engine.begin() as connection:
        assert [*connection.execute(select(alerts.c.team_id)).scalars()] == [OURS]
        assert len(connection.execute(of_all(select(alerts.c.id))).all()) == len(teams)
