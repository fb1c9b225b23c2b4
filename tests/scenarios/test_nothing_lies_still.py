"""Nothing lies still: what waits is reminded of where it is done, then with the superusers, until it is done."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, update

from bot.clock import Clock
from storage.engine import make_engine
from storage.schema.day_monitor import incidents
from storage.unit_of_work import unit_of_work
from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.scenarios.steps.alerts import withdraws
from tests.scenarios.steps.desk import NOTHING, notes, stands
from tests.stage import Stage
from tests.storage.things import filed

COUNTS = {
    "incident": "Voor 1 zaak is nog geen mail aangevraagd.",
    "request": "1 aanvraag wacht op controle.",
    "unsent": "1 goedgekeurde mail is nog niet (helemaal) verstuurd.",
    "batch": "Van 1 groep mails weten wij niet of die is verstuurd.",
    "reply": "1 reactie staat open.",
    "citizen": "1 burger heeft nog geen antwoord.",
    "lead": "1 tip heeft nog geen uitslag.",
}


def changes(stage: Stage, change: Any) -> None:
    engine = make_engine(stage.database_url)
    with engine.begin() as connection:
        connection.execute(change)
    engine.dispose()


def reads_in(stage: Stage, number: int = 1, **more: Any) -> None:
    """The dagmonitor names an incident."""
    now = Clock().now()
    told = {"offence": "burglary", "street": "Dorpsstraat", "house_number": "1", "postcode": "3811 AB"}
    told |= {"place": "Amersfoort", "what_happened": "", "description": "", "status": "open"}
    moments = dict.fromkeys(("window_start", "window_end", "first_seen_at", "changed_at", "seen_at"), now)
    changes(
        stage,
        insert(incidents).values(
            bvh_key=f"202600{number:04}", bvh_number=f"2026-00{number:04}", **told, **moments, **more
        ),
    )


def reminders(messages: list[Message]) -> Counter[str]:
    """How often each kind was told."""
    told = [message.plain() for message in messages]
    return Counter(kind for kind, count in COUNTS.items() for text in told if f"*{count} De oudste wacht" in text)


def everything_waits(stage: Stage) -> tuple[Message, Message, Message, Message, Message]:
    """One of each kind, at one o'clock on Wednesday: two replies, a request, two mails."""
    for name in ("Noor", "Omar"):
        stage.lives(name)
    reads_in(stage, assignee_id=stage.anna.id, assignee_name="Anna Bakker")
    stage.approved()
    opened, escalated = stage.answers("Noor", "Ik zag een bus."), stage.answers("Omar", "Ik ook.")
    for step in ("Relevant voor deze zaak", "Naar inbrakenteam"):
        stage.presses(stage.carla, escalated, step)
    stage.judges(stage.daan, stage.burglary.messages[-1].thread[-1], "In onderzoek")
    request = stage.asks()
    stage.sendgrid.drop_next(stored=False)
    unknown = stage.approved()
    unsent = stage.asks()
    stage.sendgrid.stop()
    stage.presses(stage.bram, unsent, "Goedkeuren en versturen")
    return opened, escalated, request, unknown, unsent


def test_a_week_in_which_everything_lies_still_and_is_done_in_the_end(stage: Stage) -> None:
    opened, escalated, request, _unknown, unsent = everything_waits(stage)
    assert NOTHING in stands(stage).plain()
    summary, restarts = stage.burglary.messages[-1], {2, 20}
    for step in range(42):  # until Monday
        stage.later(hours=3)
        if step in restarts:
            stage.restart()

    once = dict.fromkeys(COUNTS, 1)
    assert reminders(stage.supervision.messages) == {**once, "batch": 2}
    assert reminders(stage.intake.messages) == {"incident": 1}
    assert reminders(stage.triage.messages) == {"reply": 1}
    [asked] = notes(stage.intake.messages, COUNTS["incident"])
    assert set(asked.mentions) == {f"@{stage.anna.id}"}
    [asked] = notes(request.thread, "uur op controle. Wie pakt deze op?")
    assert asked.buttons == ["Controleren"]
    assert len(notes(unsent.thread, "nog niet (helemaal) verstuurd. De superusers weten het.")) == 1
    assert [note.buttons for note in notes(opened.thread, "Deze reactie wacht")] == [["Oppakken"]]
    assert [note.buttons for note in notes(escalated.thread, "Deze burger wacht")] == [["Oppakken"]]
    assert not [note for note in notes(unsent.thread, "De superusers weten het.") if note.buttons]
    [lead] = notes(summary.thread, "de tip bij BM-2026-0001 wacht")
    assert set(lead.mentions) == {f"@{stage.daan.id}"}
    assert lead.buttons == ["Uitslag"]
    stage.presses(stage.daan, lead, "Uitslag")
    assert "In onderzoek" in seen(stage.daan).text()
    seen(stage.daan).close()
    assert f"/archives/{stage.burglary.id}/p{summary.thread[0].ts.replace('.', '')}" in str(lead.blocks)
    told = stands(stage).plain()
    assert all(f"*{count}*" in told for count in COUNTS.values())

    stage.sendgrid.start()
    stage.later(minutes=6)
    changes(stage, update(incidents).values(status="skipped"))
    withdraws(stage, stage.anna, request)
    [question] = [message for message in stage.supervision.messages if "Zo laten" in message.buttons]
    stage.presses(stage.els, question, "Zo laten")
    stage.presses(stage.carla, opened, "Niet relevant")
    for reply in (opened, escalated):
        stage.writes_answer(stage.carla, reply)
    stage.judges(stage.daan, summary.thread[0], "Bruikbaar")
    stage.presses(stage.carla, escalated, "Staat in BVH")
    assert stage.carla.modal is not None
    assert stage.carla.modal.fill({"BVH-nummer": "2026-001234"}).submit().closed
    stage.settle()
    assert NOTHING in stands(stage).plain()
    said = len(stage.supervision.messages), len(stage.intake.messages), len(stage.triage.messages)
    for _ in range(12):
        stage.later(hours=8)
    assert (len(stage.supervision.messages), len(stage.intake.messages), len(stage.triage.messages)) == said


def test_the_list_says_whose_turn_it_is_leads_to_each_message_and_stands_on_top_of_the_home(stage: Stage) -> None:
    opened, escalated, request, _unknown, _unsent = everything_waits(stage)
    assert "Nog op tijd: 1 zaak, 1 aanvraag, 2 reacties, 1 tip." in stands(stage).plain()
    stage.later(minutes=11)
    stage.later(days=3)
    standing = stands(stage)
    told = standing.plain()
    assert "*7 taken zijn te laat.*" in told
    assert "Nog op tijd" not in told, "nothing waits but what is late"
    order = [told.index(f"*{count}*") for count in COUNTS.values()]
    assert order == sorted(order)
    for turn in ("2026-000001 · Dorpsstraat · sinds wo 14 jan, 13.00 · Anna Bakker", "· een collega"):
        assert turn in told
    for turn in ("· superusers", "· wijksecretariaat", "· Daan de Groot"):
        assert turn in told
    for message in (opened, escalated, request):
        assert f"/p{message.ts.replace('.', '')}" in str(standing.blocks)
    assert "„Ik zag een bus.”" in told

    stage.els.opens_home()
    stage.settle()
    assert stage.els.home is not None
    home = stage.els.home.text()
    assert home.index("Te laat bij de teams") < home.index("Cijfers van")
    assert "Daan de Groot · tip zonder uitslag" in home
    stage.carla.opens_home()
    stage.settle()
    assert stage.carla.home is not None
    assert "Te laat" not in stage.carla.home.text()
    stage.sendgrid.start()


def test_a_long_list_turns_its_pages_in_place_and_only_superusers_get_it(stage: Stage) -> None:
    engine = make_engine(stage.database_url)
    for _ in range(23):
        filed(unit_of_work(engine, Clock()))
    engine.dispose()
    stage.wait(timedelta(hours=2))
    standing = stands(stage)
    assert "*23 aanvragen wachten op controle.*" in standing.plain()
    assert "1 tot en met 10 van 23" in standing.plain()
    assert standing.buttons == ["Volgende"]
    seen = standing.plain().count("· een collega")
    for page in ("11 tot en met 20 van 23", "21 tot en met 23 van 23"):
        stage.presses(stage.els, standing, "Volgende")
        assert page in standing.plain()
        seen += standing.plain().count("· een collega")
    assert seen == 23
    assert standing.buttons == ["Vorige"]
    assert stands(stage, stage.anna).plain().startswith("Alleen superusers, in #bm-regie.")


def test_an_answer_that_came_back_begins_anew_and_so_does_one_by_a_mail_that_failed(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    stage.sendgrid.fail_next(status=400)
    reply = stage.answers("Noor", "Ik zag een bus.")  # its acknowledgement is refused
    stage.later(hours=4, minutes=1)
    assert len(notes(reply.thread, "Deze burger wacht al 4 uur op antwoord. Wie antwoordt?")) == 1
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply)
    assert NOTHING in stands(stage).plain()

    stage.later(hours=20)
    events = stage.events.events_for(stage.mail_to("noor@example.nl"), "bounce")
    stage.events.post(stage.url("/mail/events"), events)
    stage.later(hours=3)
    assert len(notes(reply.thread, "burger wacht")) == 1
    stage.presses(stage.carla, reply, "Ik pak dit op")
    stage.later(hours=1, minutes=5)
    [asked] = notes(reply.thread, "deze burger wacht al 4 uur op antwoord")
    assert set(asked.mentions) == {f"@{stage.carla.id}"}


def test_several_copies_of_the_program_remind_once_in_all(stage: Stage) -> None:
    for number in range(12):
        reads_in(stage, number)
    stage.wait(timedelta(hours=4, minutes=5))
    with ThreadPoolExecutor(4) as copies:
        told = sum(copies.map(lambda _: stage.program.workflow.reminding.remind(), range(4)))
    stage.settle()
    assert told == 12
    asked = notes(stage.intake.messages, "nog geen mail aangevraagd")
    heads = [message.plain() for message in asked]
    assert sum(int(head.split("Voor ")[1].split(" ")[0]) for head in heads) == 12
