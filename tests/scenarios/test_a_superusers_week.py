"""A superuser's week: the morning's incidents are divided, nothing is forgotten, and the figures can be defended."""

from datetime import timedelta

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message, Person
from tests.scenarios.steps.day_monitor import FAIRLY, HEADER, HERE, answer, begins, opens
from tests.scenarios.steps.desk import NOTHING, asked, notes, screen, stands
from tests.stage import Stage, X, Y
from tests.surveys import SEND, asks_survey, fills_in, links, second_superuser, told

STREETS = ("Kattenbroekstraat", "Heideweg", "Bosweg", "Dorpsstraat")
UNTIL_MONDAY = timedelta(days=4, hours=18, minutes=45)  # from Wednesday one o'clock to Monday a quarter to eight


def has_coffee(stage: Stage) -> None:
    """Everybody opens the Home."""
    for person in (stage.anna, stage.bram, stage.els):
        person.opens_home()
    stage.settle()


def line(number: int, street: str, day: str = "18-01-2026", damage: str = "Achterdeur opengebroken") -> str:
    """A line of the day monitor, reported at half past eleven at night."""
    where = f"{street};12;3823ab;Amersfoort"
    return f"2026-00{number:04};Diefstal uit woning;{where};{day};19:00;22:00;{damage};18-01-2026;23:30"


def drops(stage: Stage, *lines: str) -> Message:
    file = "\r\n".join([f"{HEADER};Datum melding;Tijd melding", *lines]).encode("cp1252")
    message = stage.els.drops(stage.supervision, ("dagmonitor.csv", file))
    stage.settle()
    return message


def home(stage: Stage, person: Person) -> str:
    """What they see without opening it again."""
    stage.program.renew_home()
    return screen(person).text()


def requests(stage: Stage, person: Person, division: Message, number: int) -> Message:
    """Look at the form that is filled in, look at the mail, and file it."""
    assert not opens(stage, person, division, f"request_incident_{number}").submit().errors
    assert seen(person).submit().closed
    stage.settle()
    return stage.alert_message()


@pytest.fixture
def monday(stage: Stage) -> Stage:
    """A quarter to eight; everybody opened the Home with their first coffee."""
    stage.wait(UNTIL_MONDAY)
    for street in STREETS:
        stage.geocoder.knows(street, "12", "3823 AB", "Amersfoort", X, Y)
    stage.crowd(12)
    has_coffee(stage)
    return stage


def test_a_superusers_week(monday: Stage) -> None:
    division = monday_is_divided_in_a_minute(monday)
    lead, forgotten = most_is_done_and_some_is_forgotten(monday, division)
    tuesday_shows_what_is_late(monday, forgotten)
    by_evening_nothing_is(monday, lead, forgotten)
    wednesday_brings_the_same_file_and_a_changed_one(monday)
    friday_has_figures_that_can_be_defended(monday)
    the_citizens_are_asked(monday)
    the_month_is_reported_by_itself(monday)


def monday_is_divided_in_a_minute(stage: Stage) -> Message:
    wrong = line(9, "Bosweg", day="40-01-2026")
    dropped = drops(stage, *(line(number, street) for number, street in enumerate(STREETS, 1)), wrong)
    assert "4 nieuw, 1 geweigerd" in answer(dropped)
    assert "regel 6, Pleegdatum van: Dit is geen datum." in answer(dropped)
    stage.later(minutes=45)
    division = begins(stage)
    assert "*4 zaken* zonder aanvraag" in division.plain()
    for person in (stage.anna, stage.bram):
        stage.presses(person, division, HERE)
    stage.presses(stage.anna, division, FAIRLY)
    assert "Nog niet verdeeld" not in division.plain()
    for person in (stage.anna, stage.bram):
        assert home(stage, person).count("Aanvragen") == 2, "each has half of them"
    assert "Nog op tijd: 4 zaken." in home(stage, stage.els)
    return division


def most_is_done_and_some_is_forgotten(stage: Stage, division: Message) -> tuple[Message, Message]:
    """Three requests; one goes out, of one the answer is lost, one waits. One incident is left, and a reply."""
    first, second, third = (requests(stage, stage.anna, division, number) for number in (1, 2, 3))
    assert "controleert u deze aanvraag?" in first.thread[0].plain()
    assert set(first.thread[0].mentions) == {f"@{stage.bram.id}"}
    stage.presses(stage.bram, first, SEND)
    stage.sendgrid.drop_next(stored=False)
    stage.presses(stage.bram, second, SEND)
    stage.later(minutes=20)
    lead = stage.answers("buur0", "Ik zag een grijze bus met kenteken 12-ABC-3.")
    for step in ("Relevant voor deze zaak", "Naar inbrakenteam"):
        stage.presses(stage.carla, lead, step)
    assert home(stage, stage.bram).count("Controleren") == 1
    assert [home(stage, person).count("Aanvragen") for person in (stage.anna, stage.bram)] in ([0, 1], [1, 0])
    assert NOTHING in stands(stage).plain()
    return lead, third


def tuesday_shows_what_is_late(stage: Stage, request: Message) -> None:
    stage.later(hours=5)
    waits = notes(stage.intake.messages, "nog geen mail aangevraagd")
    assert len([one for one in waits if not one.text.startswith("Verdelen")]) == 1
    assert len(notes(request.thread, "uur op controle. Wie pakt deze op?")) == 1
    for _ in range(7):
        stage.later(hours=3)
    has_coffee(stage)
    late = stands(stage).plain()
    for kind in (
        "*Voor 1 zaak is nog geen mail aangevraagd.*",
        "*1 aanvraag wacht op controle.*",
        "*Van 1 groep mails weten wij niet of die is verstuurd.*",
        "*1 burger heeft nog geen antwoord.*",
    ):
        assert kind in late
    assert "Te laat bij de teams" in home(stage, stage.els)


def by_evening_nothing_is(stage: Stage, lead: Message, request: Message) -> None:
    stage.bram.says(stage.intake, "akkoord", thread=request)
    stage.settle()
    [hint] = stage.bram.ephemerals(stage.intake)[-1:]
    stage.presses(stage.bram, hint, SEND)
    assert "goedgekeurd door Bram Visser" in request.plain()
    division = begins(stage)
    [(whose,)] = stage.rows("SELECT assignee_id FROM incidents WHERE id = 4")
    form = opens(stage, stage.bram, division, f"assign_incidents_{whose}")
    assert form.fill({"Welke zaken?": ["4"], "Wat gebeurt ermee?": "Overslaan"}).submit().closed
    stage.settle()
    [question] = [message for message in stage.supervision.messages if "Zo laten" in message.buttons]
    stage.presses(stage.els, question, "Zo laten")
    stage.writes_answer(stage.carla, lead)
    stage.presses(stage.carla, lead, "Staat in BVH")
    assert seen(stage.carla).fill({"BVH-nummer": "2026-000001"}).submit().closed
    stage.settle()
    stage.judges(stage.daan, stage.burglary.messages[-1].thread[0], "Bruikbaar")
    assert NOTHING in stands(stage).plain()
    assert NOTHING in home(stage, stage.els)
    assert "Te laat bij de teams" not in home(stage, stage.els)


def wednesday_brings_the_same_file_and_a_changed_one(stage: Stage) -> None:
    stage.later(hours=20)
    before = stage.rows("SELECT * FROM incidents ORDER BY id")
    same = (line(number, street) for number, street in enumerate(STREETS, 1))
    assert "4 ongewijzigd" in answer(drops(stage, *same))
    after = stage.rows("SELECT * FROM incidents ORDER BY id")
    assert [row.changed_at for row in after] == [row.changed_at for row in before]
    told = answer(drops(stage, line(1, STREETS[0], damage="Raam"), line(4, STREETS[3], damage="Raam")))
    assert "2 gewijzigd" in told


def friday_has_figures_that_can_be_defended(stage: Stage) -> None:
    stage.later(days=2)
    has_coffee(stage)
    stage.presses(stage.els, asked(stage), "Alle cijfers")
    figures = stage.ephemeral(stage.els, stage.supervision)
    assert "jan 2026         3        1    33,3%" in figures
    assert "Vier ogen: *100,0%* (n = 3)" in figures
    assert "Anna Bakker: 3 aanvragen, 0 goedkeuringen" in figures
    clock = asked(stage, "BM-2026-0001").plain()
    assert "Gemeld: zo 18 jan, 23.30" in clock
    assert "van delict tot mail: *10,5 uur*" in clock
    assert "1 van 3 (33,3%)" in home(stage, stage.els)


def the_citizens_are_asked(stage: Stage) -> None:
    survey = asks_survey(stage, stage.els)
    stage.presses(stage.els, survey, SEND)
    assert not links(stage), "nobody sends alone"
    stage.presses(second_superuser(stage), survey, SEND)
    for link in list(links(stage).values())[:6]:
        assert fills_in(stage, link, amount="right", why="Goed dat u mailt.").status_code == 200
    assert "Ingevuld door minstens 5 van de" in told(stage, stage.els).plain()


def the_month_is_reported_by_itself(stage: Stage) -> None:
    while stage.rows("SELECT count(*) FROM reports WHERE occasion = 'monthly'") == [(0,)]:
        stage.later(hours=12)
        stage.program.workflow.reporting.report_month()
    stage.settle()
    [report] = notes(stage.supervision.messages, "Cijfers van januari 2026")
    assert "33,3%" in report.plain()
