"""The superusers' morning: what came in is divided in a minute, asked for in a click, and nothing is done twice."""

from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal, Person
from tests.incidents import monitor
from tests.scenarios.steps.alerts import whole_form, withdraws
from tests.scenarios.steps.day_monitor import FAIRLY, GONE, HERE, begins, mornings, opens
from tests.stage import Stage, choose

ASSIGN = "assign_incidents_"
WHICH, WHAT = "Welke zaken?", "Wat gebeurt ermee?"


def morning(stage: Stage, *numbers: str) -> Message:
    """A day monitor was read; the message of this morning."""
    monitor(stage.database_url, *numbers)
    return begins(stage)


def offered(form: Modal, label: str) -> list[str]:
    inputs = [block for block in form.view.blocks if block["type"] == "input"]
    [element] = [block["element"] for block in inputs if block["label"]["text"] == label]
    return [option["text"]["text"] for option in element["options"]]


def under(message: Message, heading: str) -> int:
    """How many lines with a button of their own stand under a heading."""
    told = [block["text"]["text"] for block in message.blocks if "accessory" in block or "*Over" in str(block)]
    if heading not in told:
        return 0
    below = told[told.index(heading) + 1 :]
    return next((n for n, text in enumerate(below) if text.startswith("*")), len(below))


def style(message: Message, label: str) -> str:
    [made] = [one for one in message.blocks[2]["elements"] if one["text"]["text"] == label]
    return str(made.get("style", ""))


def asks_for(stage: Stage, person: Person, message: Message, number: int) -> Message:
    """From the morning's message to a request: look, and file."""
    outcome = opens(stage, person, message, f"request_incident_{number}").submit()
    assert not outcome.errors, outcome.errors
    assert seen(person).submit().closed
    stage.settle()
    return stage.alert_message()


def test_a_morning_in_a_minute(stage: Stage) -> None:
    stage.lives("Noor")
    message = morning(stage, "2026-000001", "2026-000002", "2026-000003", "2026-000004")
    assert "Verdelen · woensdag 14 januari" in message.plain()
    assert "*4 zaken* zonder aanvraag · er heeft zich nog niemand aanwezig gemeld" in message.plain()
    assert "Kattenbroekstraat (Kattenbroek) · woninginbraak · di 13 jan, 23.30 - wo 14 jan, 3.30" in message.plain()
    for hidden in ("12,", "achterdeur", "bestelbus"):
        assert hidden not in str(message.blocks), "no more of it than is needed to divide"
    assert message.buttons[:2] == [HERE, "Toewijzen"], "nobody to divide over"
    assert style(message, HERE) == "primary"
    stage.presses(stage.anna, message, HERE)
    shown = message.blocks
    stage.presses(stage.anna, message, "Niet meer aanwezig")
    message.blocks = shown  # Slack still shows the old message
    stage.presses(stage.anna, message, FAIRLY)
    assert "Klik eerst op 'Ik ben er vandaag'." in stage.ephemeral(stage.anna, stage.intake)
    for person in (stage.anna, stage.anna, stage.bram):
        stage.presses(person, message, HERE)
    assert "vandaag aanwezig: Anna Bakker, Bram Visser" in message.plain()
    assert under(message, "*Nog niet verdeeld*") == 4
    assert style(message, FAIRLY) == "primary"
    shown = message.blocks
    stage.presses(stage.bram, message, FAIRLY)
    divided = message.blocks
    assert FAIRLY not in message.buttons, "nothing is undivided"
    message.blocks = shown  # Slack still shows the old message
    stage.presses(stage.anna, message, FAIRLY)
    message.blocks = divided
    assert "alle zaken zijn al toegewezen" in stage.ephemeral(stage.anna, stage.intake)
    [note] = message.thread
    assert "Bram Visser verdeelde de zaken:" in note.plain()
    assert f"<@{stage.anna.id}>, <@{stage.bram.id}>" in str(note.blocks), "who got some, not how many"
    assert (under(message, "*Anna Bakker*"), under(message, "*Bram Visser*")) == (2, 2)
    assert "Nog niet verdeeld" not in message.plain()
    assert len(stage.audited("divided")) == 1

    alert = asks_for(stage, stage.anna, message, 1)
    assert "De achterdeur is opengebroken." in alert.plain()
    assert "wo 14 jan" in message.plain() or "13 jan" in message.plain()
    assert "Aangevraagd: " in message.plain()
    assert alert.ts.replace(".", "") in str(message.blocks), "the way to the request"
    assert "*3 zaken*" in message.plain()
    assert under(message, "*Anna Bakker*") == 1
    [offered] = alert.thread
    assert "controleert u deze aanvraag?" in offered.plain()
    assert set(offered.mentions) == {f"@{stage.bram.id}"}
    stage.presses(stage.bram, alert, "Goedkeuren en versturen")
    for counted in ("aanvragen 1", "goedkeuringen", "nog 1 te doen"):
        assert counted not in message.plain(), "who did how much is nobody's business here"
    stage.presses(stage.bram, message, GONE)
    stage.presses(stage.bram, message, GONE)
    assert "vandaag aanwezig: Anna Bakker\n" in message.plain()


def test_a_robbery_in_the_street_has_no_house_number(stage: Stage) -> None:
    stage.lives("Noor")
    monitor(stage.database_url, "2026-000001", offence="street_robbery", house_number="")
    alert = asks_for(stage, stage.anna, begins(stage), 1)
    assert "Straatroof · Kattenbroekstraat" in alert.plain()


def test_two_at_once_and_the_second_is_told_who_was_first(stage: Stage) -> None:
    stage.lives("Noor")
    message = morning(stage, "2026-000001")
    forms = [opens(stage, person, message, "request_incident_1") for person in (stage.anna, stage.bram)]
    for form in forms:
        assert not form.submit().errors
    assert seen(stage.anna).submit().closed
    stage.settle()
    refused = seen(stage.bram).submit()
    assert refused.errors == {"Proefmail": "Anna Bakker heeft deze mail al aangevraagd: BM-2026-0001."}
    seen(stage.bram).close()
    assert seen(stage.bram).values["Straat"] == "Kattenbroekstraat", "nothing is lost"
    stage.settle()
    assert stage.rows("SELECT count(*) FROM alerts")[0][0] == 1
    assert not [control for control in message.controls if control.label == "Aanvragen"]

    alert = stage.alert_message()
    withdraws(stage, stage.anna, alert)
    assert "*1 zaak* zonder aanvraag" in message.plain()
    assert "BM-2026-0001" not in message.plain()
    asks_for(stage, stage.bram, message, 1)
    assert "Aangevraagd: BM-2026-0002 (Bram Visser)" in message.plain()


def test_the_plain_form_with_the_same_number_counts_before_and_after(stage: Stage) -> None:
    stage.lives("Noor")
    number = {"BVH-nummer (intern)": "2026-000007"}
    early = stage.asks(stage.anna, **number)
    message = morning(stage, "2026-000007", "2026-000008")
    assert "Aangevraagd: BM-2026-0001 (Anna Bakker)" in message.plain()
    assert "*1 zaak*" in message.plain()
    stage.asks(stage.anna, **{"BVH-nummer (intern)": "2026-000008"})
    assert "Aangevraagd: BM-2026-0002" in message.plain()
    assert "Geen nieuwe zaken in de dagmonitor." in message.plain()
    opens(stage, stage.bram, early, "Aanpassen")
    form = whole_form(stage.bram)
    assert not form.fill({"BVH-nummer (intern)": "2026-000009"}).submit().errors
    assert choose(seen(stage.bram), "Alleen opslaan").closed
    stage.settle()
    assert "*1 zaak*" in message.plain(), "it was about another case"


def test_several_go_to_a_colleague_who_is_told_and_are_given_on(stage: Stage) -> None:
    message = morning(stage, "2026-000001", "2026-000002", "2026-000003")
    cees = stage.joins(stage.intake, "cees", "Cees Smit")
    stage.program.workflow.recognising.sweep()  # all are known by name
    stage.presses(cees, message, HERE)
    form = opens(stage, stage.anna, message, f"{ASSIGN}nobody")
    assert offered(form, WHAT) == ["Naar Cees Smit", "Naar Anna Bakker", "Naar Bram Visser", "Overslaan"], "who is in"
    assert len(offered(form, WHICH)) == 3
    assert "Maak een keuze." in form.submit().errors[WHICH]
    late = opens(stage, stage.bram, message, f"{ASSIGN}nobody")
    assert form.fill({WHICH: ["1", "2"]}).submit().closed
    stage.settle()
    assert (under(message, "*Nog niet verdeeld*"), under(message, "*Cees Smit*")) == (1, 2)
    [note] = message.thread
    assert set(note.mentions) == {f"@{cees.id}"}
    assert "Kattenbroekstraat, 3823 AB (2026-000001); Kattenbroekstraat, 3823 AB (2026-000002)" in note.plain()
    refused = late.fill({WHICH: ["3", "2"], WHAT: "Naar Bram Visser"}).submit()
    assert "intussen toegewezen aan Cees Smit" in refused.errors[WHAT]
    assert under(message, "*Nog niet verdeeld*") == 1, "all or none"
    late.close()
    again = opens(stage, stage.bram, message, f"{ASSIGN}{cees.id}")
    assert again.fill({WHICH: ["1"]}).submit().closed, "the same colleague again"
    stage.settle()
    assert len(message.thread) == 1
    again = opens(stage, stage.bram, message, f"{ASSIGN}{cees.id}").fill({WHICH: ["1"], WHAT: "Naar Bram Visser"})
    cees.leaves(stage.intake)
    assert again.submit().closed
    stage.settle()
    assert under(message, "*Bram Visser*") == 1
    form = opens(stage, stage.anna, message, f"{ASSIGN}{cees.id}").fill({WHICH: ["2"], WHAT: "Naar Bram Visser"})
    stage.bram.leaves(stage.intake)
    assert "Kies een ander" in form.submit().errors[WHAT]
    stage.bram.joins(stage.intake)


def test_several_are_skipped_with_a_reason_and_asked_for_after_all(stage: Stage) -> None:
    stage.lives("Noor")
    message = morning(stage, "2026-000001", "2026-000002", "2026-000003")
    own = {WHICH: ["1"], WHAT: "Overslaan", "Waarom overslaan?": "Anders, namelijk..."}
    form = opens(stage, stage.anna, message, f"{ASSIGN}nobody").fill(own)
    assert form.submit().errors == {"Anders, namelijk...": "Leg uit waarom: ten minste één woord van drie letters."}
    late = opens(stage, stage.bram, message, f"{ASSIGN}nobody")
    assert form.fill({"Anders, namelijk...": "<!here> eigen onderzoek"}).submit().closed
    stage.settle()
    assert under(message, "*Overgeslagen*") == 1
    assert "<!here> eigen onderzoek (Anna Bakker)" in message.plain()
    assert "<!here>" not in str(message.blocks), "nobody's words call anybody"
    refused = late.fill({WHICH: ["2", "1"], WHAT: "Overslaan"}).submit()
    assert "Anna Bakker heeft deze zaak al overgeslagen." in refused.errors.values()
    assert late.fill({WHICH: ["2", "3"]}).submit().closed
    stage.settle()
    assert under(message, "*Overgeslagen*") == 3
    assert "te oud (Bram Visser)" in message.plain()
    assert "eigen onderzoek" not in str(stage.audited("skipped"))
    asks_for(stage, stage.bram, message, 2)
    assert "Aangevraagd: BM-2026-0001 (Bram Visser)" in message.plain()


def test_one_message_a_working_day_and_the_older_one_points_to_it(stage: Stage) -> None:
    begin = stage.program.workflow.dividing.begin_morning
    begin()
    stage.settle()
    assert stage.intake.messages == [], "nobody uses the day monitor yet"
    friday = morning(stage, "2026-000001")
    begins(stage)
    stage.restart()
    assert begins(stage) is friday
    monitor(stage.database_url, "2026-000002")
    stage.presses(stage.anna, friday, HERE)
    assert "*2 zaken*" in friday.plain(), "a later file comes into the same message"
    stage.later(days=2)
    friday = begins(stage)
    assert len(mornings(stage)) == 2
    stage.presses(stage.bram, friday, HERE)
    assert "vandaag aanwezig: Bram Visser" in friday.plain(), "who was in on Wednesday is not in today"
    stage.later(days=1)
    begin = stage.program.workflow.dividing.begin_morning
    begin()
    stage.settle()
    assert len(mornings(stage)) == 2, "nobody divides on Saturday"
    stage.later(days=2, hours=-5)
    stage.program.workflow.dividing.begin_morning()
    stage.settle()
    assert len(mornings(stage)) == 2, "half past eight is still to come"
    stage.later(hours=1)
    monday = begins(stage)
    assert "maandag 19 januari" in monday.plain()
    assert "*2 zaken*" in monday.plain()
    assert "Wat toen openstond, staat in het nieuwere bericht" in friday.plain()
    assert friday.controls == []
    assert monday.ts.replace(".", "") in str(friday.blocks)


def test_a_night_with_more_than_a_message_holds_and_the_word_for_it(stage: Stage) -> None:
    numbers = [f"2026-{number:06d}" for number in range(1, 41)]
    monitor(stage.database_url, *numbers, street="Een straat met een lange naam &<>" * 4, offence="attempted_burglary")
    stage.els.joins(stage.intake)
    stage.els.command("/burgernetmail", "verdelen", stage.intake)
    stage.settle()
    [message] = stage.intake.messages
    for where in (message, stage.els.ephemerals(stage.intake)[-1]):
        assert "*40 zaken*" in where.plain()
        assert "Pagina 1 van 2" in where.plain()
    stage.presses(stage.els, message, "show_incidents_1")
    shown = stage.els.ephemerals(stage.intake)[-1]
    assert "Pagina 2 van 2" in shown.plain()
    assert under(shown, "*Nog niet verdeeld*") == 20
    form = opens(stage, stage.els, shown, f"{ASSIGN}nobody")
    assert "en nog 20" in form.text(), "ten boxes a group, two groups a window"
    assert form.fill({"which_0": ["1"], "which_1": ["11", "12"], WHAT: "Overslaan"}).submit().closed
    stage.settle()
    assert "*37 zaken*" in message.plain()
    stage.carla.command("/burgernetmail", "verdelen", stage.triage)
    assert "Alleen service en intake of superusers" in stage.ephemeral(stage.carla, stage.triage)


def test_the_burglary_clock_begins_at_the_report(stage: Stage) -> None:
    stage.lives("Noor")
    message = morning(stage, "2026-000001")
    asks_for(stage, stage.anna, message, 1)
    stage.els.command("/burgernetmail", "cijfers BM-2026-0001", stage.supervision)
    told = stage.ephemeral(stage.els, stage.supervision)
    assert "Gemeld: wo 14 jan, 7.30" in told
    assert "tot het gemeld werd: *4,0 uur*" in told
    assert "tot iemand aan het formulier begon: *5,5 uur*" in told


def test_a_superuser_is_offered_no_more_than_dividing(stage: Stage) -> None:
    stage.lives("Noor")
    morning(stage, "2026-000001")
    stage.els.command("/burgernetmail", "verdelen", stage.supervision)
    stage.settle()
    [told] = stage.els.ephemerals(stage.supervision)
    assert told.buttons == ["Toewijzen"]
    assert "Kattenbroekstraat" in told.plain()


def test_the_list_that_only_one_person_sees_is_drawn_anew_with_each_change(stage: Stage) -> None:
    message = morning(stage, "2026-000001", "2026-000002", "2026-000003")
    stage.presses(stage.anna, message, "Ik ben er vandaag")
    stage.els.command("/burgernetmail", "verdelen", stage.supervision)
    stage.settle()
    [told] = stage.els.ephemerals(stage.supervision)
    form = opens(stage, stage.els, told, f"{ASSIGN}nobody")
    assert form.fill({"which_0": ["1"], WHAT: "Overslaan"}).submit().closed
    [told] = stage.els.ephemerals(stage.supervision)
    assert "*2 zaken*" in told.plain()
    stage.presses(stage.els, told, "Eerlijk verdelen")
    assert "Nog niet verdeeld" not in stage.els.ephemerals(stage.supervision)[-1].plain()
