"""Lists that go on: another page in the place of this one, for one person, and every line on one page."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.clock import Clock
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.doubles.slack import Channel, Message, Person
from tests.stage import Stage
from tests.storage.things import CARLA, Work, replied

NO_ACCESS = "U heeft geen toegang. Vraag een superuser om hulp."
MOMENT = re.compile(r"\d\d\.\d\d")


@pytest.fixture
def work(stage: Stage) -> Iterator[Work]:
    """Transactions on the stage's database."""
    engine = make_engine(stage.database_url)
    yield unit_of_work(engine, Clock())
    engine.dispose()


def wrote(stage: Stage, work: Work, number: int) -> None:
    """So many replies to the one alert, a minute apart, each told by its number."""
    for at in range(number):
        words, later = f"Bus nummer {at:03}.", Clock().now() + timedelta(minutes=at)
        replied(work, alert_id=1, received_at=later, words=words)


def told(stage: Stage, person: Person, channel: Channel) -> Message:
    """The list that stands before this person."""
    stage.program.listeners.wait_until_idle()
    return person.ephemerals(channel)[-1]


def turns(stage: Stage, person: Person, channel: Channel, label: str = "Volgende") -> Message:
    """Another page, in the place of the one before it."""
    lists = len(person.ephemerals(channel))
    person.presses(person.ephemerals(channel)[-1], label)
    page = told(stage, person, channel)
    assert len(person.ephemerals(channel)) == lists
    return page


def numbers(page: Message) -> list[str]:
    return re.findall(r"nummer (\d+)", page.plain())


def test_a_search_tells_all_of_it_in_order_while_more_comes_in_and_some_goes(stage: Stage, work: Work) -> None:
    stage.lives("Noor")
    stage.approved()
    wrote(stage, work, 23)
    stage.carla.command("/burgernetmail", "zoek bus nummer", stage.triage)
    first = told(stage, stage.carla, stage.triage)
    assert "23 resultaten" in first.plain()
    assert "1 tot en met 10 van 23" in first.plain()
    assert first.buttons == ["Volgende"]
    shown = numbers(first)

    replied(work, alert_id=1, received_at=Clock().now() + timedelta(hours=1), words="Bus nummer 999.")
    stage.rows("UPDATE replies SET erased_at = received_at WHERE words LIKE '%02_.'")
    second = turns(stage, stage.carla, stage.triage)
    assert "9 tot en met 18 van 21" in second.plain()
    assert second.buttons == ["Vorige", "Volgende"]
    third = turns(stage, stage.carla, stage.triage)
    assert third.buttons == ["Vorige"]
    shown += numbers(third)
    assert (len(shown), shown[-1]) == (13, "000")
    assert "9 tot en met 18 van 21" in turns(stage, stage.carla, stage.triage, "Vorige").plain()
    assert numbers(turns(stage, stage.carla, stage.triage, "Vorige"))[0] == "999"
    assert len(stage.audited("searched")) == 5

    stage.carla.leaves(stage.triage)
    stage.carla.presses(stage.carla.ephemerals(stage.triage)[-1], "Volgende", force=True)
    assert told(stage, stage.carla, stage.triage).plain() == NO_ACCESS


def test_who_looked_goes_on_for_who_was_asked_about_and_no_name_is_asked_twice(stage: Stage, work: Work) -> None:
    stage.lives("Noor")
    stage.approved()
    stage.answers("Noor", "Ik zag een bus.")
    for number in range(70):
        who = stage.carla.id if number % 7 else stage.daan.id
        with work() as uow:
            uow.audit.record(who, "saw_original", "reply 1", Clock().now() + timedelta(minutes=number), reason="bvh")
    stage.els.command("/burgernetmail", "inzage @carla", stage.supervision)
    page = told(stage, stage.els, stage.supervision)
    asked = sum(call.method == "users.info" for call in stage.slack.calls)
    pages = [page, *(turns(stage, stage.els, stage.supervision) for _ in range(1))]
    assert [len(MOMENT.findall(one.plain())) for one in pages] == [30, 30]
    assert "31 tot en met 60 van 60" in pages[-1].plain()
    assert "Daan" not in pages[-1].plain()
    assert sum(call.method == "users.info" for call in stage.slack.calls) == asked, "nobody is"

    stage.els.command("/burgernetmail", "inzage BM-2026-0001", stage.supervision)
    told(stage, stage.els, stage.supervision)
    assert "31 tot en met 60 van 70" in turns(stage, stage.els, stage.supervision).plain()
    stage.els.leaves(stage.supervision)
    stage.els.presses(stage.els.ephemerals(stage.supervision)[-1], "Vorige", force=True)
    assert told(stage, stage.els, stage.supervision).plain() == NO_ACCESS


def test_all_leads_are_told_to_who_presses_and_the_message_stays_everybodys(stage: Stage, work: Work) -> None:
    stage.lives("Noor")
    stage.approved()
    stage.sends_on(stage.carla, stage.answers("Noor", "Ik zag een bus."))
    wrote(stage, work, 42)
    for row in stage.rows("SELECT id FROM replies WHERE words LIKE 'Bus%' ORDER BY id"):
        with work() as uow:
            uow.leads.escalate(row.id, CARLA, Clock().now() + timedelta(minutes=row.id))
    summary = stage.burglary.messages[-1]
    stage.presses(stage.daan, summary.thread[-1], "Gelezen")
    assert "*43 tips*: *42 ongelezen*, 1 gelezen" in summary.plain()
    before = summary.plain()
    stage.daan.presses(summary, "Toon alle tips")
    page = told(stage, stage.daan, stage.burglary)
    assert page is not summary
    assert "Alle tips bij BM-2026-0001, de oudste eerst* (43)" in page.plain()
    moments = [MOMENT.findall(page.plain().split("tot en met")[0])]
    stage.rows("UPDATE leads SET result = 'golden_tip' WHERE id = 43")
    for _ in range(2):
        moments.append(MOMENT.findall(turns(stage, stage.daan, stage.burglary).plain()))
    assert list(map(len, moments)) == [20, 20, 3]
    assert "gouden tip" in told(stage, stage.daan, stage.burglary).plain()
    assert summary.plain() == before
    stage.carla.presses(summary, "Toon alle tips", force=True)
    assert told(stage, stage.carla, stage.burglary).plain().startswith("Alleen het woninginbrakenteam of superusers")


def test_the_reminder_of_many_shows_every_open_reply_though_some_are_handled_meanwhile(
    stage: Stage, work: Work
) -> None:
    stage.lives("Noor")
    stage.approved()
    wrote(stage, work, 25)
    stage.later(hours=3)
    stage.later(hours=3)
    reminder = stage.triage.messages[-1]
    assert "25 reacties staan open." in reminder.plain()
    assert "en nog 15" in reminder.plain()
    stage.carla.presses(reminder, "Toon alle open reacties")
    page = told(stage, stage.carla, stage.triage)
    assert "Alle open reacties, de oudste eerst* (25)" in page.plain()
    seen = MOMENT.findall(page.plain())
    stage.rows("UPDATE replies SET handled_at = received_at WHERE id <= 10")
    page = turns(stage, stage.carla, stage.triage)
    assert "1 tot en met 10 van 15" in page.plain()
    assert page.buttons == ["Volgende"]
    seen += MOMENT.findall(page.plain())
    stage.rows("UPDATE replies SET handled_at = received_at WHERE id > 20")
    last = turns(stage, stage.carla, stage.triage)
    assert MOMENT.findall(last.plain()) == seen[10:], "what was left of the next page is done: the last one there is"
    assert last.buttons == []
    assert len(set(seen)) == 20


def test_what_to_type_behind_a_word_is_said(stage: Stage) -> None:
    stage.els.command("/burgernetmail", "bewaren", stage.supervision)
    expected = "Zet het kenmerk erachter, zo: /burgernetmail bewaren BM-2026-0042"
    assert told(stage, stage.els, stage.supervision).plain() == expected
